.data 8: 6
    mov r0, 8
    mov r1, #0  ; steps 步数
loop:
    cmp r0, #1
    je done
    add r1, #1
    mov r2, r0
    div r2, #2
    mov r3, r2
    mul r3, #2
    cmp r3, r0
    je even
    mul r0, #3
    add r0, #1
    jmp loop
even:
    mov r0, r2
    jmp loop
done:
    mov 9, r1
.expect 9: 8

; group: classics
; en: Collatz
; Even: halve it; odd: times 3 plus 1. From 6 it goes 3, 10, 5, 16, 8, 4, 2, 1: eight steps. Nobody has proved that every
; number comes down to 1. Try 27: it takes 111, and rises to 9,232.
;
; zh: 冰雹猜想
; 偶数减半，奇数乘 3 加 1。从 6 出发：3、10、5、16、8、4、2、1，共八步。至今无人证明所有的数都会回到 1。
; 试试 27：要走 111 步，最高到过 9232。
