.data 8: 15, 19        ; x: start, end 起止
.data 10: 2, 1         ; k, b
.data 15: 1, 2, 3, 4   ; x
.data 19: 3, 6, 6, 10  ; y
    mov r1, 8
    mov r2, 9
    mov r3, #30        ; where to 存放处
loop:
    mov r0, [r1]
    mul r0, 10
    add r0, 11
    mov [r3], [r2]
    sub [r3], r0       ; e = y − (kx + b)
    add r1, #1
    add r2, #1
    add r3, #1
    cmp r1, 9
    jne loop
.expect 30: 0, 1, -1, 1

; group: chapter-1
; en: Residuals
; eᵢ = yᵢ − (k xᵢ + b): by how much each point lies above the line y = 2x + 1 (below 0: beneath it).
; Three pointers go side by side: r1 through x, r2 through y, r3 through the results from cell 30 on.
;
; zh: 残差
; eᵢ = yᵢ − (k xᵢ + b)：每个点比直线 y = 2x + 1 高多少（小于 0 就是低于直线）。
; 三个指针并排走：r1 走过 x，r2 走过 y，r3 走过 30 号起的结果。
