.data 8: 15, 19        ; start, end 起止
.data 15: 4, 8, 15, 9  ; the numbers 各数
    mov r0, #0
    mov r1, 8
    mov r2, #0         ; how many 个数
loop:
    add r0, [r1]
    add r2, #1
    add r1, #1
    cmp r1, 9
    jne loop
    div r0, r2
    mov 10, r0
.expect 10: 9

; group: chapter-1
; en: Mean
; x̄ = (x₁ + … + xₙ) ÷ n. The sum grows in r0 and the count in r2; one division at the end makes the mean.
; The machine cuts the quotient towards zero: change a number so that the sum is 37 and see what is lost.
;
; zh: 平均值
; x̄ = (x₁ + … + xₙ) ÷ n。和累积在 r0，个数累积在 r2，最后做一次除法。
; 这台机器的商只保留整数部分：改动一个数，使总和为 37，看看丢掉了什么。
