.data 8: 15, 18    ; x: start, end 起止
.data 10: 2, 1     ; k, b
.data 15: 1, 2, 3  ; x
.data 18: 4, 5, 5  ; y
.data 21: 1, 3, 2  ; weights 权重
    mov r1, 8
    mov r2, 9
    mov r3, #21
    mov r4, #0     ; Σ w e²
    mov r5, #0     ; Σ w
loop:
    mov r0, [r1]
    mul r0, 10
    add r0, 11
    sub r0, [r2]
    mul r0, r0
    mul r0, [r3]
    add r4, r0
    add r5, [r3]
    add r1, #1
    add r2, #1
    add r3, #1
    cmp r1, 9
    jne loop
    mov 12, r4
    div r4, r5
    mov 13, r4
.expect 12: 9, 1

; group: chapter-1
; en: Weighted squared error
; Σ wᵢ eᵢ² ÷ Σ wᵢ: a point with weight 3 counts as if it stood there three times. The numerator is left in cell 12, the
; mean, cut to a whole number, in cell 13. Set a weight to 0: its point no longer matters.
;
; zh: 加权均方误差
; Σ wᵢ eᵢ² ÷ Σ wᵢ：权重为 3 的点，就好像重复出现了三次。分子留在 12 号单元，取整后的平均值在 13 号单元。
; 把某个权重设为 0，那个点就不再起作用。
