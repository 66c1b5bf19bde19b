// Hands the reader a file.

/** Saves `text` under a name, as the browser saves what one loads down. */
export const download = (name: string, type: string, text: string): void => saveBlob(name, new Blob([text], { type }))

/** Saves any content likewise. */
export function saveBlob(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
