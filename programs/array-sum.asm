.data 8: 15, 18    ; start, end
.data 15: 1, 2, 3  ; the numbers
    mov r0, #0
    mov r1, 8
    mov r2, 9
loop:
    add r0, [r1]
    add r1, #1
    cmp r1, r2
    jne loop
    mov 10, r0
.expect 10: 6      ; 1 + 2 + 3

; group: first-steps
; en: Array sum
; Adds up the numbers from the cell that cell 8 names up to the one that cell 9 names, the last not included, and leaves
; the sum in cell 10. r1 walks along the numbers: the brackets in [r1] mean the cell that r1 points at.
;
; zh: 数组求和
; 把一段数加起来：8 号单元存着起点，9 号单元存着终点（不含），和存入 10 号单元。
; r1 沿着这段数逐个移动，方括号 [r1] 表示 r1 所指的单元。
