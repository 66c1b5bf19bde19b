.data 8: 20, 26  ; start, end 起止
    mov r1, 8
    mov r0, #1
loop:
    mov [r1], r0
    mul r0, #2
    add r1, #1
    cmp r1, 9
    jne loop
.expect 20: 1, 2, 4, 8, 16, 32

; group: first-steps
; en: Fill cells
; The first loop to understand: write, go on, ask whether the end is reached. Each cell gets twice the one before: x₂₀₊ᵢ = 2ⁱ.
; Look at the jne rows: the jump is taken five times, and the sixth time r1 equals cell 9.
;
; zh: 填充单元
; 最先要看懂的循环：写入、后移、问是否到了末尾。每一格都是前一格的两倍：x₂₀₊ᵢ = 2ⁱ。
; 看 jne 所在的各行：前五次都跳转，第六次 r1 等于 9 号单元，便不再跳。
