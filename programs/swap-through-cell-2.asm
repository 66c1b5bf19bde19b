.data 0: 1, 2  ; x, y
    mov 2, 0   ; x, y, x
    mov 0, 1   ; y, y, x
    mov 1, 2   ; y, x, x
.expect 0: 2, 1

; group: first-steps
; en: Swap through cell 2
; Cells 0 and 1 change places. One of the two values has to wait somewhere meanwhile: here in cell 2, whose own value is
; lost. The book calls that a side effect; "Swap through r0" does it better.
;
; zh: 借助 2 号单元交换
; 交换 0 号和 1 号单元的值。其中一个值总得先找个地方放一放：这里放在 2 号单元，它原来的值就丢了。
; 书中把这叫作副作用；“借助 r0 交换”的做法更好。
