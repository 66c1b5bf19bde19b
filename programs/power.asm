.data 8: 3, 13  ; base, exponent 底数，指数
    mov r0, #1
    mov r1, 8
    mov r2, 9
loop:
    cmp r2, #0
    je done
    mov r3, r2
    div r3, #2
    mov r4, r3
    mul r4, #2
    cmp r4, r2
    je even
    mul r0, r1
even:
    mul r1, r1
    mov r2, r3
    jmp loop
done:
    mov 10, r0
.expect 10: 1594323

; group: classics
; en: Power by squaring
; 13 is binary 1101, so 3¹³ = 3⁸ · 3⁴ · 3¹: r1 is squared each round, and r0 takes it in where the exponent's digit is 1. Four
; rounds instead of thirteen. The last square is not needed and overflows: the row says so.
;
; zh: 快速幂
; 13 的二进制是 1101，所以 3¹³ = 3⁸ · 3⁴ · 3¹：r1 每轮平方，指数的这一位是 1 时就乘进 r0。
; 四轮代替十三次乘法。
