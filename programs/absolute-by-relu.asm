.data 8: -6
    mov r0, 8
    mov r7, #right
    jmp relu
right:
    mov 9, r0
    mov r0, 8
    mul r0, #-1
    mov r7, #left
    jmp relu
left:
    add 9, r0
    jmp done
relu:
    cmp r0, #0
    jl below
    jmp [r7]
below:
    mov r0, #0
    jmp [r7]
done:
.expect 9: 6

; group: chapter-3
; en: |x| as two ReLUs
; |x| = ReLU(x) + ReLU(−x): one half of the V each, and of the two one is always 0. Look which of them is written by
; below. A layer of two such units and a sum is the smallest network with a bend in the middle.
;
; zh: 用两个 ReLU 表示 |x|
; |x| = ReLU(x) + ReLU(−x)：各管 V 形的一边，两者中总有一个是 0。看看哪一次经过 below。
; 两个这样的单元再求和，就是中间带转折的最小的网络。
