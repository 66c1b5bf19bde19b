.data 0: 2, 3  ; x, y
    mov 2, 0   ; x
    add 2, 1   ; x + y
.expect 2: 5

; group: first-steps
; en: Add two cells
; The book's first program: cell 2 gets what cell 0 holds, then what cell 1 holds is added to it.
; A number without # names a cell, so nothing here is the number 2, 0 or 1 itself.
;
; zh: 两个单元相加
; 书中的第一个程序：先把 0 号单元的值赋给 2 号单元，再把 1 号单元的值加上去。
; 不带 # 的数都是单元的编号，所以这里的 2、0、1 都不是数值本身。
