.data 8: 1, 2  ; x, y
    mov r0, 8  ; r0 = x
    mov 8, 9   ; y, y
    mov 9, r0  ; y, x
.expect 8: 2, 1

; group: first-steps
; en: Swap through r0
; Cells 8 and 9 change places, and r0 holds one value meanwhile. Cells 0 to 7 are the registers r0 to r7: by agreement
; they are scratch paper, so no data is lost.
;
; zh: 借助 r0 交换
; 交换 8 号和 9 号单元的值，途中用 r0 暂存其中一个。
; 0 到 7 号单元约定为寄存器 r0 到 r7，专作草稿之用，因此不会丢失数据。
