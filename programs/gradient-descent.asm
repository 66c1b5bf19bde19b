.data 8: 0               ; k, in hundredths 以百分之一为单位
.data 9: 15, 18          ; x: start, end 起止
.data 15: 1, 2, 3
.data 18: 300, 600, 900  ; y, in hundredths 以百分之一为单位
    mov r6, #20          ; rounds 轮数
round:
    mov r1, 9
    mov r2, 10
    mov r3, #0           ; Σ (kx − y) x
point:
    mov r0, 8
    mul r0, [r1]
    sub r0, [r2]
    mul r0, [r1]
    add r3, r0
    add r1, #1
    add r2, #1
    cmp r1, 10
    jne point
    div r3, #28          ; the step: half the gradient ÷ 28 步长
    sub 8, r3
    sub r6, #1
    jne round
.expect 8: 299

; group: chapter-1
; en: Gradient descent
; k ← k − η Σ (k xᵢ − yᵢ) xᵢ with η = 1/28, in fixed point: 300 stands for 3.00. Twenty rounds lead from 0 towards the
; best slope 3. Look at the writes to cell 8: large steps first, then ever smaller ones, until whole numbers stop it.
;
; zh: 梯度下降
; k ← k − η Σ (k xᵢ − yᵢ) xᵢ，其中 η = 1/28，用定点数：300 表示 3.00。二十轮从 0 走向最佳斜率 3。
; 看对 8 号单元的写入：起初步子大，之后越来越小，直到整数除法让它停下。
