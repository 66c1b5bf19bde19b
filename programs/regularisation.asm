.data 8: 15, 18          ; x: start, end 起止
.data 10: 14             ; λ
.data 15: 1, 2, 3        ; x
.data 18: 200, 400, 600  ; y, in hundredths 以百分之一为单位
    mov r1, 8
    mov r2, 9
    mov r3, #0           ; Σ xy
    mov r4, #0           ; Σ x²
loop:
    mov r0, [r1]
    mul r0, [r2]
    add r3, r0
    mov r0, [r1]
    mul r0, r0
    add r4, r0
    add r1, #1
    add r2, #1
    cmp r1, 9
    jne loop
    mov 11, r3
    div 11, r4           ; k
    add r4, 10
    mov 12, r3
    div 12, r4           ; k, held down 受约束的 k
.expect 11: 200, 100

; group: chapter-1
; en: Regularisation
; For y = kx, the k that makes Σ (k xᵢ − yᵢ)² + λ k² least is Σ xᵢyᵢ ÷ (Σ xᵢ² + λ). Cell 11 holds k without λ, cell 12 with it,
; in hundredths. The greater λ in cell 10, the nearer k is held to 0.
;
; zh: 正则化
; 对 y = kx，使 Σ (k xᵢ − yᵢ)² + λ k² 最小的 k 是 Σ xᵢyᵢ ÷ (Σ xᵢ² + λ)。11 号单元是没有 λ 时的 k，12 号单元是有 λ 时的，
; 都以百分之一为单位。10 号单元的 λ 越大，k 就越被拉向 0。
