.data 30: 0, 0, 0, 0, 0
.data 35: 0, 0, 1, 0, 0
.data 40: 0, 0, 1, 0, 0
.data 45: 0, 0, 1, 0, 0
.data 50: 0, 0, 0, 0, 0
    mov r1, #36
cell:
    mov r0, #0  ; neighbours 邻居数
    mov r2, r1
    sub r2, #6
    add r0, [r2]
    add r2, #1
    add r0, [r2]
    add r2, #1
    add r0, [r2]
    add r2, #3
    add r0, [r2]
    add r2, #2
    add r0, [r2]
    add r2, #3
    add r0, [r2]
    add r2, #1
    add r0, [r2]
    add r2, #1
    add r0, [r2]
    mov r3, r1
    add r3, #30
    mov [r3], #0
    cmp r0, #3
    je lives
    cmp r0, #2
    jne next
    mov [r3], [r1]
    jmp next
lives:
    mov [r3], #1
next:
    add r1, #1
    cmp r1, #49
    jne cell
.expect 66: 0, 0, 0
.expect 71: 1, 1, 1
.expect 76: 0, 0, 0

; group: classics
; en: Game of Life
; A 5 × 5 field from cell 30 on; its border stays empty. A cell lives next if 3 of its 8 neighbours live, or if it lives and 2
; do. The next generation stands from cell 60 on: the upright bar of three becomes a lying one.
;
; zh: 生命游戏
; 5 × 5 的场地从 30 号单元起，边上一圈空着。八个邻居中有 3 个活着，或者自己活着且有 2 个邻居活着，下一代就是活的。
; 下一代从 60 号单元起：竖着的三格变成横着的三格。
