.data 8: 2026
    mov r0, 8
    mov r1, #30
loop:
    sub r1, #1
    mov r2, r0
    div r2, #10  ; without the last digit 去掉末位
    mov r3, r2
    mul r3, #-10
    add r3, r0   ; the last digit 末位
    add r3, #'0'
    mov [r1], r3
    mov r0, r2
    cmp r0, #0
    jne loop
.expect 26: "2026"

; group: classics
; en: Number to digits
; The remainder of a division by 10 is the last digit: x − 10 (x ÷ 10). Digits come out from behind, so r1 walks backwards from
; cell 30. Adding the code of '0' makes a character: look with Number format Character.
;
; zh: 把数变成数字
; 除以 10 的余数就是末位：x − 10 (x ÷ 10)。数字从后往前得到，所以 r1 从 30 号单元往回走。
; 加上字符 '0' 的编码就成了字符：把“数的写法”改为字符来看。
