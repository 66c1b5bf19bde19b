.data 8: 3, 7   ; a, b
    mov r0, 9
    sub r0, 8
    mov r7, #first
    jmp relu
first:
    add r0, 8
    mov 10, r0  ; max(a, b) = a + ReLU(b − a)
    mov r0, 8
    sub r0, 9
    mov r7, #second
    jmp relu
second:
    mul r0, #-1
    add r0, 8
    mov 11, r0  ; min(a, b) = a − ReLU(a − b)
    jmp done
relu:
    cmp r0, #0
    jl below
    jmp [r7]
below:
    mov r0, #0
    jmp [r7]
done:
.expect 10: 7, 3

; group: chapter-3
; en: Greatest and least by ReLU
; max(a, b) = a + ReLU(b − a) and min(a, b) = a − ReLU(a − b): one bend each, and no comparison of a with b.
; ReLU is a subroutine: r7 holds where to go on. Swap cells 8 and 9 and the same lines do the other way round.
;
; zh: 用 ReLU 求最大、最小
; max(a, b) = a + ReLU(b − a)，min(a, b) = a − ReLU(a − b)：各用一个转折，不必比较 a 与 b。
; ReLU 是一个子程序，r7 记着回到哪里。交换 8、9 号单元，同样的指令照样成立。
