.data 8: 1, 1, 1  ; a, b, carry 进位
    mov r0, 8
    sub r0, 9
    mul r0, r0    ; x = a ⊕ b
    mov r1, r0
    sub r1, 10
    mul r1, r1
    mov 11, r1    ; s = x ⊕ c
    mov r2, 8
    mul r2, 9     ; a ∧ b
    mul r0, 10    ; x ∧ c
    add r2, r0
    mov 12, r2    ; carry out 新的进位
.expect 11: 1, 1

; group: gates
; en: Full adder
; s = a ⊕ b ⊕ c and c′ = (a ∧ b) ∨ ((a ⊕ b) ∧ c), the gates made of arithmetic; the two sides of the or are never both 1, so
; + will do. Compare with the circuit of add: 1 + 1 + 1 is 3, binary 11.
;
; zh: 全加器
; s = a ⊕ b ⊕ c，c′ = (a ∧ b) ∨ ((a ⊕ b) ∧ c)，各门都由算术做成；或门两侧不会同时为 1，所以用 + 就行。
; 与 add 的电路对照：1 + 1 + 1 等于 3，即二进制的 11。
