.data 8: 5      ; n
    mov r0, #1
    mov r1, 8
loop:
    cmp r1, #2  ; r1 < 2 ?
    jl done
    mul r0, r1  ; n × (n − 1) × …
    sub r1, #1
    jmp loop
done:
    mov 9, r0   ; n!
.expect 9: 120

; group: classics
; en: Factorial
; 5! = 5 × 4 × 3 × 2. Try 13 in cell 8: the product no longer fits into 32 bits, wraps around, and the step says so.
;
; zh: 阶乘
; 5! = 5 × 4 × 3 × 2。把 8 号单元改成 13 试试：乘积超出 32 位，发生回绕，那一步会有说明。
