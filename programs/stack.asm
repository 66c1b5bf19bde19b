.data 8: 15, 20   ; start, end 起止
.data 15: 1, 2, 3, 4, 5
    mov r6, #100  ; top of the stack 栈顶
    mov r1, 8
push:
    sub r6, #1
    mov [r6], [r1]
    add r1, #1
    cmp r1, 9
    jne push
    mov r1, 8
pop:
    mov [r1], [r6]
    add r6, #1
    add r1, #1
    cmp r1, 9
    jne pop
.expect 15: 5, 4, 3, 2, 1

; group: subroutines
; en: A stack
; The machine has no stack; a register and a few cells are one. r6 points at the top: to push is to move it down and write,
; to pop is to read and move it up. What went in last comes out first, so the array comes back turned round.
;
; zh: 栈的做法
; 这台机器没有栈，但一个寄存器加几个单元就是栈。r6 指向栈顶：入栈是先下移再写入，出栈是先读出再上移。
; 后进的先出，所以数组出来时正好倒了过来。
