.data 8: 15, 19        ; coefficients: start, end 系数起止
.data 10: 2            ; x
.data 15: 3, -1, 0, 5  ; 3x³ − x² + 5
    mov r0, #0
    mov r1, 8
loop:
    mul r0, 10
    add r0, [r1]
    add r1, #1
    cmp r1, 9
    jne loop
    mov 11, r0
.expect 11: 25

; group: chapter-1
; en: Polynomial by Horner's rule
; 3x³ − x² + 0x + 5 = ((3x − 1)x + 0)x + 5: one multiplication and one addition a coefficient, and no powers.
; The coefficients stand from the highest on in cells 15 to 18. Formulas shows the same for a letter x.
;
; zh: 秦九韶算法求多项式
; 3x³ − x² + 0x + 5 = ((3x − 1)x + 0)x + 5：每个系数只需一次乘法、一次加法，不必求幂。
; 系数从最高次起，存在 15 到 18 号单元。用“公式”视图可以看到 x 为字母时的样子。
