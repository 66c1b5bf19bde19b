.data 8: 3, 4        ; x, y
    mov r0, 8
    mov r7, #first   ; way back 返回处
    jmp square
first:
    mov 10, r0       ; x²
    mov r0, 9
    mov r7, #second  ; way back 返回处
    jmp square
second:
    add 10, r0       ; x² + y²
    jmp done
square:
    mul r0, r0       ; r0²
    jmp [r7]         ; return 返回
done:
.expect 10: 25       ; 3 × 3 + 4 × 4

; group: subroutines
; en: Subroutine
; The piece at square is used twice. Before each jump there, r7 is given the place to come back to, as a number:
; #first is where the label first stands. jmp [r7] then goes back to wherever r7 says.
;
; zh: 子程序
; square 那一段用了两次。每次跳过去之前，先把回来的位置作为一个数存入 r7：#first 就是标签 first 的位置。
; 然后 jmp [r7] 按 r7 的值跳回去。
