// A cell's value being typed: Enter keeps it and begins a branch, Escape leaves the cell as it was.
import { useEffect, useRef, useState } from 'react'
import { readValue } from '../../../assembler/typed-value.ts'
import { cellName, highest, lowest } from '../../../emulator/instructions/index.ts'
import { classes } from '../../style/classes.ts'
import { useWords } from '../../words/index.ts'
import type { View } from '../../worker/view.ts'
import memory from './memory.module.css'

const c = classes(memory)

interface CellInputProps {
  readonly address: number
  readonly view: View
  readonly value: number | null
  onDone(value: number | null): void
}

export function CellInput({ address, view, value, onDone }: CellInputProps) {
  const t = useWords()
  const [text, setText] = useState(value === null ? '' : String(value))
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.select(), [])
  const read = readValue(text, view.bits)
  const bad = text !== '' && read === null
  const range = { low: lowest(view.bits), high: highest(view.bits) }
  return (
    <>
      <input
        ref={input}
        type="text"
        value={text}
        aria-label={t('branches.value', { name: cellName(address), position: view.position })}
        aria-invalid={bad}
        aria-describedby="memory-hint"
        onChange={event => setText(event.currentTarget.value)}
        onBlur={() => onDone(null)}
        onKeyDown={event => {
          event.stopPropagation()
          if (event.key === 'Escape') onDone(null)
          if (event.key === 'Enter' && (read !== null || text === '')) onDone(read)
        }}
      />
      {bad ? (
        <span className={c('refusal')} role="alert">
          {t('branches.bad', range)}
        </span>
      ) : null}
    </>
  )
}
