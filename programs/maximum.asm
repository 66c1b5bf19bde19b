.data 8: 15, 20           ; start, end 起止
.data 15: 3, 8, -2, 9, 4  ; numbers 各数
    mov r1, 8
    mov r2, 9
    mov r0, [r1]          ; max = x15
next:
    add r1, #1
    cmp r1, r2            ; r1 = r2 ?
    je done
    cmp [r1], r0          ; [r1] < max ?
    jl next
    mov r0, [r1]          ; max ← [r1]
    jmp next
done:
    mov 10, r0
.expect 10: 9

; group: classics
; en: Maximum
; Finds the greatest of the numbers from the cell that cell 8 names up to the one that cell 9 names.
; r0 holds the greatest so far; a number that is less is passed over.
;
; zh: 最大值
; 在一段数中找出最大的一个，起点和终点（不含）存在 8 号和 9 号单元。
; r0 存着到目前为止最大的数；比它小的数直接跳过。
