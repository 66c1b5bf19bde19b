.data 8: 0, 0, 0, 1, 1, 0, 1, 1  ; a, b; a, b; …
    mov r1, #8
    mov r3, #20
loop:
    mov r2, r1
    add r2, #1
    mov [r3], [r1]
    sub [r3], [r2]
    mul [r3], [r3]               ; (a − b)²
    add r1, #2
    add r3, #1
    cmp r1, #16
    jne loop
.expect 20: 0, 1, 1, 0

; group: gates
; en: Exclusive or, the whole truth table
; a ⊕ b = (a − b)²: 1 where a and b differ. The loop takes the four pairs in cells 8 to 15, and leaves the column of the
; truth table in cells 20 to 23. It is the sum of two digits without the carry.
;
; zh: 异或的整张真值表
; a ⊕ b = (a − b)²：a 与 b 不同时为 1。循环依次取 8 到 15 号单元中的四对数，把真值表的一列存入 20 到 23 号单元。
; 它就是两个二进制位相加而不计进位。
