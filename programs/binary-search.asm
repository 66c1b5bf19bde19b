.data 8: 20, 28  ; start, end 起止
.data 10: 23     ; wanted 要找的数
.data 20: 2, 5, 8, 12, 16, 23, 38, 56
    mov r1, 8
    mov r2, 9
loop:
    cmp r1, r2
    je missing
    mov r0, r1
    add r0, r2
    div r0, #2   ; the middle 中间
    cmp [r0], 10
    je found
    jl right
    mov r2, r0
    jmp loop
right:
    mov r1, r0
    add r1, #1
    jmp loop
missing:
    mov r0, #-1
found:
    mov 11, r0
.expect 11: 25

; group: classics
; en: Binary search
; Where is 23 in an array in order? Look in the middle, and throw away the half where it can't be. Eight numbers need at
; most four looks; a million, twenty. Cell 11 gets the number's cell, or −1.
;
; zh: 二分查找
; 在排好序的数组里，23 在哪里？看中间的数，丢掉不可能的那一半。八个数最多看四次，一百万个数也只要二十次。
; 11 号单元得到它所在的单元号，找不到则为 −1。
