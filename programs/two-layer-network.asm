.data 8: 2, -1      ; x₁, x₂
.data 10: 1, -2, 3  ; w₁₁, w₁₂, b₁
.data 13: -1, 1, 4  ; w₂₁, w₂₂, b₂
.data 16: 2, -5, 1  ; v₁, v₂, c
    mov r1, #10
    mov r7, #one
    jmp unit
one:
    mov 20, r0      ; h₁
    mov r1, #13
    mov r7, #two
    jmp unit
two:
    mov 21, r0      ; h₂
    mul r0, 17
    mov r2, 16
    mul r2, 20
    add r0, r2
    add r0, 18
    mov 22, r0      ; y = v₁h₁ + v₂h₂ + c
    jmp done
unit:
    mov r0, 8
    mul r0, [r1]
    add r1, #1
    mov r2, 9
    mul r2, [r1]
    add r0, r2
    add r1, #1
    add r0, [r1]
    jl below
    jmp [r7]
below:
    mov r0, #0
    jmp [r7]
done:
.expect 20: 7, 1, 10

; group: chapter-3
; en: A network of two layers
; hⱼ = ReLU(wⱼ₁x₁ + wⱼ₂x₂ + bⱼ), y = v₁h₁ + v₂h₂ + c. Both hidden units run the same lines at unit; r1 points at their weights.
; Change x in cells 8 and 9 until a unit goes dead, that is, gives 0: from there on its weights no longer matter.
;
; zh: 两层的网络
; hⱼ = ReLU(wⱼ₁x₁ + wⱼ₂x₂ + bⱼ)，y = v₁h₁ + v₂h₂ + c。两个隐藏单元都执行 unit 处的同一段指令，r1 指向各自的权重。
; 改动 8、9 号单元的 x，直到某个单元输出 0：此后它的权重就不再起作用了。
