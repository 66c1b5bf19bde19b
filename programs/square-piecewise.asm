.data 8: 3     ; x, 0 to 4 取 0 到 4
    mov 9, 8   ; the piece from 0 on 从 0 起的一段
    mov r1, #1
loop:
    mov r0, 8
    sub r0, r1
    jl done
    mul r0, #2
    add 9, r0  ; + 2 ReLU(x − i)
    add r1, #1
    cmp r1, #5
    jne loop
done:
.expect 9: 9

; group: chapter-3
; en: x² out of straight pieces
; x² ≈ x + 2 ReLU(x − 1) + 2 ReLU(x − 2) + 2 ReLU(x − 3) + …: each term bends the line a little further up. At whole numbers it
; is exact: 3 + 2·2 + 2·1 = 9. Once x − i is below 0, all further terms are 0, so the loop may end.
;
; zh: 用折线拼出 x²
; x² ≈ x + 2 ReLU(x − 1) + 2 ReLU(x − 2) + 2 ReLU(x − 3) + …：每一项都让折线再向上弯一点。
; 在整数处恰好相等：3 + 2·2 + 2·1 = 9。一旦 x − i 小于 0，后面各项都是 0，循环就可以结束。
