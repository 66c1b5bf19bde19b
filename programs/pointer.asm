.data 20: 11, 22, 33
    mov r1, #20
    mov r0, [r1]
    mov 10, r0
    add r1, #2
    mov r0, [r1]
    mov 11, r0
    mov [r1], #99
.expect 10: 11, 33
.expect 20: 11, 22, 99

; group: first-steps
; en: A register that points
; [r1] is the cell whose number r1 holds. Add 2 to r1 and the same [r1] is another cell: memory marks the one pointed at.
; The last step writes through the pointer. Every loop over an array is made of this.
;
; zh: 会指路的寄存器
; [r1] 是 r1 中的数所指的单元。给 r1 加 2，同样的 [r1] 就成了另一个单元：内存视图会标出所指的那一格。
; 最后一步通过指针写入。遍历数组的循环都由此而来。
