.data 8: 15, 20   ; start, end 起止
.data 15: 5, 2, 4, 1, 3
    mov r1, 8
outer:
    add r1, #1
    cmp r1, 9
    je done
    mov r0, [r1]  ; to be put in 待插入
    mov r2, r1
sink:
    cmp r2, 8
    je place
    mov r3, r2
    sub r3, #1
    cmp r0, [r3]
    jl shift
    jmp place
shift:
    mov [r2], [r3]
    mov r2, r3
    jmp sink
place:
    mov [r2], r0
    jmp outer
done:
.expect 15: 1, 2, 3, 4, 5

; group: classics
; en: Insertion sort
; As one sorts cards in the hand: what is left of r1 is in order; the next number is held in r0, greater ones move up a
; place, and it is put into the gap. Visits of the line at place shows the gap's cell each time.
;
; zh: 插入排序
; 就像整理手里的牌：r1 左边已经排好；下一个数先拿在 r0 里，比它大的依次右移一格，再把它放进空位。
; 看 place 处那一行的各次访问，就能看到每次的空位。
