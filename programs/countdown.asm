    mov r0, #10
loop:
    sub r0, #1  ; r0 = 0 → Z
    jne loop    ; r0 ≠ 0 ?
.expect r0: 0

; group: first-steps
; en: Countdown
; The smallest loop. sub sets the flags from its result, so jne goes back as long as r0 is not 0 yet, without any cmp.
; Try a greater number: the history stays at hand however long it gets.
;
; zh: 倒计数
; 最小的循环。sub 会按运算结果设置标志，所以不用 cmp，只要 r0 还不是 0，jne 就跳回去。
; 可以换一个更大的数试试：历史再长，也能随时回看。
