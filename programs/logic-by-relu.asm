.data 8: 0, 0, 0, 1, 1, 0, 1, 1  ; a, b; a, b; …
    mov r1, #8
    mov r3, #20
loop:
    mov r2, [r1]
    add r1, #1
    add r2, [r1]                 ; a + b
    mov r0, r2
    sub r0, #1
    mov r7, #and
    jmp relu
and:
    mov [r3], r0                 ; and = ReLU(a + b − 1)
    mov r4, r2
    sub r4, r0
    add r3, #4
    mov [r3], r4                 ; or = (a + b) − and
    sub r4, r0
    add r3, #4
    mov [r3], r4                 ; xor = (a + b) − 2 and
    sub r3, #7
    add r1, #1
    cmp r1, #16
    jne loop
    jmp done
relu:
    cmp r0, #0
    jl below
    jmp [r7]
below:
    mov r0, #0
    jmp [r7]
done:
.expect 20: 0, 0, 0, 1
.expect 24: 0, 1, 1, 1
.expect 28: 0, 1, 1, 0

; group: chapter-3
; en: And, or, xor as sums of ReLUs
; With h = ReLU(a + b − 1): and = h, or = (a + b) − h, xor = (a + b) − 2h. Xor, which no straight line can do, needs
; just this one bend. Three truth tables come out: from cell 20, from 24 and from 28 on.
;
; zh: 用 ReLU 之和表示与、或、异或
; 令 h = ReLU(a + b − 1)：与 = h，或 = (a + b) − h，异或 = (a + b) − 2h。一条直线做不到的异或，
; 只要这一个转折就够了。三张真值表分别从 20、24、28 号单元起。
