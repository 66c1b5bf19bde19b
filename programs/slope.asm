.data 8: 15, 18     ; x: start, end 起止
.data 15: 1, 3, 5   ; x, mean 平均值 3
.data 18: 2, 8, 14  ; y, mean 平均值 8
.equ covariance, 24
.equ variance, 25
.equ k, 26
.data covariance: 0, 0
    mov r1, 8
    mov r2, 9
loop:
    mov r3, [r1]
    sub r3, #3
    mov r4, [r2]
    sub r4, #8
    mul r4, r3
    add covariance, r4
    mul r3, r3
    add variance, r3
    add r1, #1
    add r2, #1
    cmp r1, 9
    jne loop
    mov k, covariance
    div k, variance
.expect covariance: 24, 8, 3

; group: chapter-1
; en: Slope = Cov ÷ Var
; k = Σ (xᵢ − x̄)(yᵢ − ȳ) ÷ Σ (xᵢ − x̄)². The division by n would stand above and below the line, so it falls away.
; Look at r3 and r4: how far each point lies from the middle, in x and in y.
;
; zh: 斜率 = 协方差 ÷ 方差
; k = Σ (xᵢ − x̄)(yᵢ − ȳ) ÷ Σ (xᵢ − x̄)²。分子分母都要除以 n，恰好约去。
; 看 r3 和 r4：每个点在 x、y 方向上离中心有多远。
