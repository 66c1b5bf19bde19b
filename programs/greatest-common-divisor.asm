.data 8: 84, 36  ; a, b
    mov r0, 8
    mov r1, 9
loop:
    cmp r1, #0   ; r1 = 0 ?
    je done
    mov r2, r0
    div r2, r1   ; r0 ÷ r1
    mul r2, r1
    sub r0, r2   ; r0 mod r1
    mov r2, r0   ; r0, r1 ← r1, r0
    mov r0, r1
    mov r1, r2
    jmp loop
done:
    mov 10, r0   ; gcd(a, b)
.expect 10: 12

; group: classics
; en: Greatest common divisor
; Euclid's algorithm, over two thousand years old: put the smaller number and the remainder in place of the two numbers,
; until nothing remains. div drops the remainder, so it is what is missing after multiplying back.
;
; zh: 最大公约数
; 两千多年前的欧几里得算法（辗转相除法）：用较小的数和余数代替原来的两个数，直到余数为 0。
; div 会舍去余数，所以把商乘回去再相减，差就是余数。
