.data 16: 1, 2, 3, 4  ; A, row by row 按行
.data 20: 5, 6, 7, 8  ; B
    mov r1, #16       ; a row of A A 的一行
    mov r3, #24
row:
    mov r2, #20       ; a column of B B 的一列
column:
    mov r0, [r1]
    mul r0, [r2]
    mov r4, r1
    add r4, #1
    mov r5, r2
    add r5, #2
    mov r6, [r4]
    mul r6, [r5]
    add r0, r6
    mov [r3], r0
    add r3, #1
    add r2, #1
    cmp r2, #22
    jne column
    add r1, #2
    cmp r1, #20
    jne row
.expect 24: 19, 22, 43, 50

; group: classics
; en: Matrix product
; Cᵢⱼ = Σ Aᵢₖ Bₖⱼ for two matrices of 2 × 2. In memory a matrix is its rows one after another: one to the right is the next
; cell, one below is two cells on. Every layer of a network is such a product.
;
; zh: 矩阵乘法
; 两个 2 × 2 矩阵的乘积：Cᵢⱼ = Σ Aᵢₖ Bₖⱼ。矩阵在内存中按行依次存放：右边一个是下一格，下面一个是往后两格。
; 神经网络的每一层都是这样的乘积。
