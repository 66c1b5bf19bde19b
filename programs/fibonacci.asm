.data 8: 10     ; n
    mov r0, #0  ; F(0)
    mov r1, #1  ; F(1)
    mov r2, #16
    mov r3, 8
    add r3, r2  ; 16 + n
loop:
    mov [r2], r0
    mov r4, r0
    add r4, r1  ; r4 = r0 + r1
    mov r0, r1  ; r0, r1 ← r1, r4
    mov r1, r4
    add r2, #1
    cmp r2, r3
    jne loop
.expect 16: 0, 1, 1, 2, 3, 5, 8, 13, 21, 34

; group: classics
; en: Fibonacci numbers
; Writes as many Fibonacci numbers as cell 8 says to the cells from 16 on; each is the sum of the two before it.
; r0 and r1 are two neighbours of the sequence and move on by one with every round.
;
; zh: 斐波那契数列
; 从 16 号单元起写下斐波那契数列，个数由 8 号单元决定；每个数都是前两个数之和。
; r0 和 r1 是数列中相邻的两个数，每循环一次就向后移动一个。
