// What is spoken aloud changes at most once a second while the machine is running (ide.md, section 2).
import { useEffect, useRef, useState } from 'react'

const PAUSE = 1000

/** `text`, but while `running` not more than once a second; at rest at once. */
export function useSpoken(text: string, running: boolean): string {
  const [spoken, setSpoken] = useState(text)
  const last = useRef(0)
  useEffect(() => {
    const wait = running ? Math.max(0, last.current + PAUSE - performance.now()) : 0
    const timer = setTimeout(() => {
      last.current = performance.now()
      setSpoken(text)
    }, wait)
    return () => clearTimeout(timer)
  }, [text, running])
  return running ? spoken : text
}
