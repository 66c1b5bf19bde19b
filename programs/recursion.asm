.data 8: 5
    mov r6, #100  ; top of the stack 栈顶
    mov r0, 8
    mov r7, #back
    jmp factorial
back:
    mov 9, r1
    jmp done
factorial:
    mov r1, #1
    cmp r0, #2
    jl leave
    sub r6, #1
    mov [r6], r7
    sub r6, #1
    mov [r6], r0
    sub r0, #1
    mov r7, #after
    jmp factorial
after:
    mul r1, [r6]  ; n × (n − 1)!
    add r6, #1
    mov r7, [r6]
    add r6, #1
leave:
    jmp [r7]
done:
.expect 9: 120

; group: subroutines
; en: Recursion: factorial
; n! = n · (n − 1)!, and 1! = 1: the subroutine calls itself. Each call puts its way back and its n on the stack; look at
; cells 92 to 99 while r6 sinks, and how they are taken up again, the last first.
;
; zh: 递归：阶乘
; n! = n · (n − 1)!，1! = 1：子程序调用自己。每次调用都把返回处和自己的 n 压入栈；看 92 到 99 号单元，
; 随着 r6 下降逐个填入，又按后进先出取回。
