.data 8: -7      ; x
    mov r0, 8
    cmp #0, r0   ; 0 < x ?
    jl done
    mul r0, #-1  ; −x
done:
    mov 9, r0    ; |x|
.expect 9: 7

; group: chapter-3
; en: Absolute value
; Cell 9 gets |x| for the x in cell 8. If 0 is less than x, the jump skips the turning round of the sign.
; The same fork, with 0 in place of −x, is the ReLU of neural networks.
;
; zh: 绝对值
; 把 8 号单元中 x 的绝对值 |x| 存入 9 号单元。如果 0 小于 x，就跳过变号那一步。
; 把变号换成取 0，就是神经网络中的 ReLU。
