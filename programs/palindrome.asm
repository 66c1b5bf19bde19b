.data 15: "level"
.data 8: 15, 20  ; start, end 起止
    mov r1, 8
    mov r2, 9
    mov 10, #1
loop:
    sub r2, #1
    cmp r1, r2
    jl compare
    jmp done
compare:
    cmp [r1], [r2]
    jne differs
    add r1, #1
    jmp loop
differs:
    mov 10, #0
done:
.expect 10: 1

; group: classics
; en: Palindrome
; Does it read the same from behind? Two pointers go towards each other and compare what they point at. A string is one
; cell a character: set Number format to Character and the cells spell the word.
;
; zh: 回文
; 倒着念也一样吗？两个指针相向而行，比较各自所指的字符。字符串每个字符占一个单元：
; 把“数的写法”改为字符，就能在单元里看到这个词。
