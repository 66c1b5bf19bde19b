.data 8: 2, 1              ; k, b
.data 16: 0, 1, 2, 3, 4    ; x
    mov r1, #16
    mov r2, #24
loop:
    mov r0, [r1]           ; x
    mul r0, 8              ; kx
    add r0, 9              ; kx + b
    mov [r2], r0
    add r1, #1
    add r2, #1
    cmp r1, #21
    jne loop
.expect 24: 1, 3, 5, 7, 9  ; y

; group: chapter-1
; en: Straight line
; The model of the book's first chapter, y = kx + b: k and b are the parameters in cells 8 and 9, and for every x from
; cell 16 on the prediction is written from cell 24 on. Change k and b, and the line is another one.
;
; zh: 一条直线
; 书中第一章的模型 y = kx + b：参数 k 和 b 存在 8 号和 9 号单元，从 16 号单元起是各个 x，预测值从 24 号单元起写入。
; 改变 k 和 b，就得到另一条直线。
