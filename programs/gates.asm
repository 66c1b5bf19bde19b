.data 8: 1, 0   ; a, b
    mov 10, #1
    sub 10, 8   ; not a = 1 − a
    mov 11, 8
    mul 11, 9   ; a and b = a × b
    mov 12, 8
    add 12, 9
    sub 12, 11  ; a or b = a + b − a × b
    mov 13, #1
    sub 13, 11  ; a nand b = 1 − a × b
.expect 10: 0, 0, 1, 1

; group: gates
; en: Gates by arithmetic
; With 0 and 1 as numbers, ¬a = 1 − a, a ∧ b = a × b, a ∨ b = a + b − a × b, and nand is 1 − a × b. Set cells 8 and 9 to all
; four pairs and compare with the truth tables that the circuit view shows for its gates.
;
; zh: 用算术做逻辑门
; 把 0 和 1 当作数：非门 1 − a，与门 a × b，或门 a + b − a × b，与非门 1 − a × b。
; 把 8、9 号单元改成四种取值，与电路视图中各门的真值表对照。
