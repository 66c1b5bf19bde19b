// Files on the reader's own disk: a text written out as a download.
import { session } from './session.ts'

/** Saves the open text as `name.asm`. */
export function saveAsFile(name: string): void {
  const url = URL.createObjectURL(new Blob([session.getState().text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${name}.asm`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
