.data 8: 40       ; the first 第一个
.data 20: 3, 30   ; value, next 数，下一个
.data 30: 4, 0
.data 40: 1, 20
    mov r1, 8
    mov r0, #0
loop:
    cmp r1, #0
    je done
    add r0, [r1]
    add r1, #1
    mov r1, [r1]  ; to the next 到下一个
    jmp loop
done:
    mov 10, r0
.expect 10: 8

; group: classics
; en: Linked list
; Each element is a value and, in the cell behind it, the number of the next element's cell; 0 ends the list. They may
; lie in any order: 40, 20, 30. Follow r1; to put one in between, only two cells have to change.
;
; zh: 链表
; 每个元素是一个数，后一格存放下一个元素所在的单元号，0 表示结束。它们可以散落在各处：40、20、30。
; 跟着 r1 走一遍；要在中间插入一个，只需改动两个单元。
