.data 8: 6, 7   ; x, y
    mov r0, #0
    mov r1, 9
loop:
    cmp r1, #0  ; r1 = 0 ?
    je done
    add r0, 8   ; x + x + …
    sub r1, #1
    jmp loop
done:
    mov 10, r0  ; x × y
.expect 10: 42

; group: classics
; en: Multiply by adding
; 6 × 7 as 6 + 6 + … + 6. The test stands before the addition, so that 6 × 0 comes out as 0 too.
; Change cell 9 and watch how the number of steps grows with it: a circuit for mul is worth having.
;
; zh: 用加法做乘法
; 把 6 × 7 算作 6 + 6 + … + 6。先判断后相加，所以 6 × 0 也能得到 0。
; 改一改 9 号单元，看看步数怎样随它增长，就明白为什么要有专门的乘法电路了。
