.data 8: 20, 26  ; where to: start, end 存放处起止
    mov r1, 8
    mov r0, #1
candidate:
    add r0, #1
    mov r2, #2
divisor:
    mov r3, r2
    mul r3, r2
    cmp r0, r3
    jl prime
    mov r3, r0
    div r3, r2
    mul r3, r2
    cmp r3, r0
    je candidate
    add r2, #1
    jmp divisor
prime:
    mov [r1], r0
    add r1, #1
    cmp r1, 9
    jne candidate
.expect 20: 2, 3, 5, 7, 11, 13

; group: classics
; en: Primes by trial division
; A number is prime if no divisor from 2 to its root divides it: (n ÷ d) · d = n would show one. Six primes are found;
; compare with the sieve, which never divides.
;
; zh: 试除法求素数
; 从 2 到平方根都除不尽的数就是素数：若 (n ÷ d) · d = n，d 就是它的因数。这里求出六个素数。
; 可与筛法对照，后者一次除法也不做。
