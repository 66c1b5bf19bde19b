// The programs that are run: as long as anyone likes, with what each means for others who do the same.

/** The array sum over 1,000 cells, again and again. */
export const sum = (cells = 2048) => `.cells ${cells}
.data 16: ${Array.from({ length: 1000 }, (_, index) => (index + 16) * 7 - 3000).join(', ')}
    mov r3, #2000000000
outer:
    mov r0, #0
    mov r1, #16
    mov r2, #1016
loop:
    add r0, [r1]
    add r1, #1
    cmp r1, r2
    jne loop
    sub r3, #1
    jne outer
`

/** A countdown; when it has come to 0 it begins anew. */
export const counter = () => `.data 8: 2000000000
outer:
    mov r0, 8
loop:
    sub r0, #1
    jne loop
    jmp outer
`

/** The sieve of Eratosthenes for the numbers below `limit`, again and again. */
export const sieve = (limit = 100_000, cells = 131_072) => `.cells ${cells}
    mov r5, #1000000000
again:
    mov r1, #16
clear:
    mov [r1], #0
    add r1, #1
    cmp r1, #${limit + 16}
    jl clear
    mov r0, #2
outer:
    mov r1, r0
    add r1, #16
    cmp [r1], #0
    jne next
    mov r1, r0
    mul r1, r0
    add r1, #16
inner:
    cmp r1, #${limit + 16}
    jl mark
    jmp next
mark:
    mov [r1], #1
    add r1, r0
    jmp inner
next:
    add r0, #1
    mov r2, r0
    mul r2, r0
    cmp r2, #${limit}
    jl outer
    sub r5, #1
    jne again
`

/** Assembles; a bench whose programs are wrong measures nothing. */
export function assembled(assembler, text) {
  const { program, diagnostics } = assembler.assemble(text)
  if (program === null) throw new Error(JSON.stringify(diagnostics[0]))
  return program
}
