.data 8: 15, 20          ; start, end 起止
.data 15: 5, 2, 4, 1, 3  ; numbers 各数
    mov r3, 9
outer:
    sub r3, #1           ; last 末尾
    mov r1, 8
    cmp r1, r3           ; r1 < r3 ?
    jl inner
    jmp done
inner:
    mov r2, r1
    add r2, #1           ; r2 = r1 + 1
    cmp [r2], [r1]       ; [r2] < [r1] ?
    jl swap
    jmp next
swap:
    mov r0, [r1]         ; [r1] ↔ [r2]
    mov [r1], [r2]
    mov [r2], r0
next:
    add r1, #1
    cmp r1, r3
    jl inner
    jmp outer
done:
.expect 15: 1, 2, 3, 4, 5

; group: classics
; en: Bubble sort
; Neighbours in the wrong order change places. In every round the greatest number left rises to its place at the end,
; so the next round may stop one cell earlier: r3 is where it stops.
;
; zh: 冒泡排序
; 相邻两个数顺序不对就交换。每一轮，剩下的数中最大的一个都会“浮”到末尾，
; 所以下一轮可以少走一格：r3 就是停下的位置。
