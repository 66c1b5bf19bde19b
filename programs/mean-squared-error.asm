.data 8: 15, 19        ; x: start, end 起止
.data 10: 2, 1         ; k, b
.data 15: 1, 2, 3, 4   ; x
.data 19: 3, 9, 5, 11  ; y
    mov r1, 8
    mov r2, 9
    mov r3, #0         ; sum 和
    mov r4, #0         ; n
loop:
    mov r0, [r1]
    mul r0, 10
    add r0, 11
    sub r0, [r2]
    mul r0, r0
    add r3, r0
    add r4, #1
    add r1, #1
    add r2, #1
    cmp r1, 9
    jne loop
    div r3, r4
    mov 12, r3
.expect 12: 6

; group: chapter-1
; en: Mean squared error
; MSE = (1/n) Σ (k xᵢ + b − yᵢ)²: what the book's first chapter makes as small as it can. Squaring counts large errors
; more and makes all of them positive. Change k in cell 10 and watch the result in cell 12.
;
; zh: 均方误差
; MSE = (1/n) Σ (k xᵢ + b − yᵢ)²：书中第一章要尽量减小的就是它。平方使大的误差更重，也使误差都变成正数。
; 改动 10 号单元的 k，看 12 号单元的结果如何变化。
