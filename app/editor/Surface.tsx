// The editor in React: makes it once its place is there, passes on what the page shows, and takes it away with its place.
import './editor.css'
import { useLayoutEffect, useRef } from 'react'
import { classes } from '../style/classes.ts'
import type { EditorProps } from './contract.ts'
import { EditorSurface } from './surface.ts'

const c = classes()

export function Surface(props: EditorProps) {
  const frame = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const voice = useRef<HTMLDivElement>(null)
  const surface = useRef<EditorSurface | null>(null)
  const latest = useRef(props)
  latest.current = props

  useLayoutEffect(() => {
    const made = new EditorSurface(frame.current!, host.current!, voice.current!, latest.current)
    surface.current = made
    return () => {
      surface.current = null
      made.dispose()
    }
  }, [])

  // At once with the commit: a key pressed in between would otherwise meet an older text and be lost.
  useLayoutEffect(() => surface.current?.update(props))

  return (
    <div className="source" ref={frame}>
      <div className="source-host" ref={host} />
      <div className={c('screenReaderOnly')} aria-live="polite" ref={voice} />
    </div>
  )
}
