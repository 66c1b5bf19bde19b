.data 8: 30       ; limit 上限
.equ base, 40
.equ primes, 100
    mov r0, #2    ; 2, 3, 4, …
    mov r2, #base
    add r2, 8     ; end 终点
    mov r3, #primes
try:
    cmp r0, 8     ; r0 = limit ?
    je done
    mov r1, #base
    add r1, r0    ; base + r0
    cmp [r1], #1  ; crossed out? 划掉？
    je next
    mov [r3], r0  ; prime 质数
    add r3, #1
cross:
    add r1, r0    ; multiple 倍数
    cmp r1, r2    ; r1 < end ?
    jl mark
    jmp next
mark:
    mov [r1], #1  ; cross out 划掉
    jmp cross
next:
    add r0, #1
    jmp try
done:
.expect primes: 2, 3, 5, 7, 11, 13, 17, 19, 23, 29

; group: classics
; en: Sieve of Eratosthenes
; Finds the primes below the number in cell 8. Cell 40 + n stands for the number n; the multiples of every prime are
; crossed out with a 1. A cell that is still blank counts as 0, so what nobody has crossed out is a prime.
;
; zh: 埃拉托斯特尼筛法
; 找出小于 8 号单元中那个数的所有质数。40 + n 号单元代表数 n，每个质数的倍数都写上 1，表示划掉。
; 空白单元按 0 读取，所以轮到时还没被划掉的就是质数。
