.data 8: 200
    mov r0, #0
loop:
    add r0, #1
    mov r1, r0
    mul r1, r1
    cmp 8, r1
    jl done
    jmp loop
done:
    sub r0, #1
    mov 9, r0
.expect 9: 14

; group: classics
; en: Integer square root
; ⌊√n⌋: the greatest whole number whose square does not exceed n. The plain way tries 1, 2, 3, …; 14² = 196 still fits into
; 200, 15² = 225 does not. Newton's way, x ← (x + n ÷ x) ÷ 2, would need fewer rounds: write it.
;
; zh: 整数平方根
; ⌊√n⌋：平方不超过 n 的最大整数。朴素的办法是依次试 1、2、3……：14² = 196 不超过 200，15² = 225 就超过了。
; 牛顿的办法 x ← (x + n ÷ x) ÷ 2 轮数更少，不妨自己写一写。
