.data 8: 3, 4
    mov r6, #100  ; top of the stack 栈顶
    mov r0, 8
    mov r7, #one
    jmp fourth
one:
    mov 10, r0
    mov r0, 9
    mov r7, #two
    jmp fourth
two:
    mov 11, r0
    jmp done
fourth:
    sub r6, #1
    mov [r6], r7  ; keep the way back 保存返回处
    mov r7, #half
    jmp square
half:
    mov r7, #whole
    jmp square
whole:
    mov r7, [r6]  ; the way back again 取回
    add r6, #1
    jmp [r7]
square:
    mul r0, r0
    jmp [r7]
done:
.expect 10: 81, 256

; group: subroutines
; en: A subroutine that calls another
; x⁴ = (x²)²: fourth calls square twice. There is one r7 only, so fourth keeps its own way back on the stack at r6
; and fetches it before it returns. Leave those lines out and see where it goes.
;
; zh: 调用另一个子程序的子程序
; x⁴ = (x²)²：fourth 调用 square 两次。r7 只有一个，所以 fourth 把自己的返回处存到 r6 所指的栈里，返回前再取出来。
; 去掉那几行，看看程序会跑到哪里去。
