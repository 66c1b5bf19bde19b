.data 8: 15, 20          ; start, end 起止
.data 15: 1, 2, 3, 4, 5  ; numbers 各数
    mov r1, 8            ; left 左
    mov r2, 9            ; right 右
loop:
    sub r2, #1
    cmp r1, r2           ; r1 < r2 ?
    jl swap
    jmp done
swap:
    mov r0, [r1]         ; [r1] ↔ [r2]
    mov [r1], [r2]
    mov [r2], r0
    add r1, #1
    jmp loop
done:
.expect 15: 5, 4, 3, 2, 1

; group: classics
; en: Reverse an array
; r1 comes from the left, r2 from the right; what they point at changes places, until they meet.
; The middle one of an odd number stays where it is.
;
; zh: 反转数组
; r1 从左边来，r2 从右边来，交换它们所指的两个数，直到两者相遇。
; 个数为奇数时，正中间的那个数不动。
