.data 5: 7
    mov r0, #5  ; the number 数 5
    mov r1, 5   ; what cell 5 holds 5 号单元里的数
    mov 5, r0
    mov r2, 5
    mov 10, r0
    mov 11, r1
    mov 12, r2
.expect 10: 5, 7, 5

; group: first-steps
; en: The number 5, or cell 5?
; #5 is the number itself; 5 is what cell 5 holds. Look at steps 1 and 2: they differ by one sign, and r0 and r1 differ.
; Then cell 5 changes: r1 keeps the old value, because a copy is what was there at that moment.
;
; zh: 数 5，还是 5 号单元？
; #5 是数本身（立即数），5 则是 5 号单元里的数。看第 1、2 步：只差一个符号，r0 和 r1 就不同。
; 之后 5 号单元变了，r1 却保持原值：复制的是那一刻的值。
