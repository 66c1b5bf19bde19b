.data 16: 1, 0, 1, 0    ; 5
.data 24: 1, 1, 0, 0    ; 3
    mov r1, #16
    mov r2, #24
    mov r3, #32
    mov r4, #0          ; carry 进位 c
loop:
    mov r0, [r1]        ; x
    add r0, [r2]        ; x + y
    add r0, r4          ; x + y + c
    mov r4, r0
    div r4, #2          ; c′
    mov [r3], r0
    sub [r3], r4
    sub [r3], r4        ; s
    add r1, #1
    add r2, #1
    add r3, #1
    cmp r1, #20
    jne loop
.expect 32: 0, 0, 0, 1  ; 8

; group: gates
; en: Binary addition
; What the full adder of the book does with gates, done with instructions: 5 + 3, a bit a cell, the lowest first.
; r0 is the sum of the two bits and the carry, 0 to 3; half of it, cut, is the next carry r4, and the rest is the bit.
;
; zh: 二进制加法
; 用指令来做书中全加器用逻辑门做的事：5 + 3，每个单元存一位，低位在前。
; r0 是两个加数的这一位与进位之和，从 0 到 3；它除以 2 取整就是向前的进位 r4，余下的就是这一位的结果。
