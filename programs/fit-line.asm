.data 8: 15, 19          ; start, end 起止
.data 15: 1, 2, 3, 4     ; x
.data 19: 3, 5, 7, 9     ; y
.data 24: 0, 0, 0, 0, 0  ; n, Σx, Σy, Σxy, Σx²
.equ n, 24
.equ sx, 25
.equ sy, 26
.equ sxy, 27
.equ sxx, 28
.equ k, 30
.equ b, 31
    mov r1, 8
    mov r2, 9
loop:
    mov r3, [r1]
    mov r4, [r2]
    add n, #1
    add sx, r3
    add sy, r4
    mul r4, r3
    add sxy, r4
    mul r3, r3
    add sxx, r3
    add r1, #1
    add r2, #1
    cmp r1, 9
    jne loop
    mov k, n             ; k = (n Σxy − Σx Σy) ÷ (n Σx² − (Σx)²)
    mul k, sxy
    mov r0, sx
    mul r0, sy
    sub k, r0
    mov r3, n
    mul r3, sxx
    mov r0, sx
    mul r0, r0
    sub r3, r0
    div k, r3
    mov b, k             ; b = (Σy − k Σx) ÷ n
    mul b, sx
    mov r0, sy
    sub r0, b
    mov b, r0
    div b, n
.expect k: 2, 1

; group: chapter-1
; en: Fit a line
; The line y = kx + b with the least mean squared error, by the formula of the book's first chapter: four points, and
; k and b come out in cells 30 and 31. The machine knows whole numbers alone, so choose points that lie on such a line.
;
; zh: 拟合直线
; 按书中第一章的公式，求均方误差最小的直线 y = kx + b：给出四个点，算得的 k 和 b 存入 30 号和 31 号单元。
; 这台机器只会整数运算，所以请选取恰好落在整系数直线上的点。
