.data 16: -3, 5, 0, -1, 2  ; x
    mov r1, #16
loop:
    cmp [r1], #0           ; x < 0 ?
    jl negative
    jmp next
negative:
    mov [r1], #0           ; x ← 0
next:
    add r1, #1
    cmp r1, #21
    jne loop
.expect 16: 0, 5, 0, 0, 2  ; max(0, x)

; group: chapter-3
; en: ReLU
; What lies behind most layers of a neural network: max(0, x). Whatever is below 0 becomes 0, the rest stays.
; A bend as simple as this is what lets a network be more than one straight line.
;
; zh: ReLU
; 神经网络的大多数层后面都有它：max(0, x)。小于 0 的数变成 0，其余不变。
; 正是这样一个简单的转折，使神经网络不再只是一条直线。
