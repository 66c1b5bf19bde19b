// The QR code of an address: black on white in both themes, with the quiet zone that readers want; saved as a picture.
import { encode } from 'uqr'
import styles from './share.module.css'

/** Modules of white around it. */
const QUIET = 4
/** Pixels of a module in the picture. */
const SCALE = 8

/** The modules, true for black; null where the address is too long. */
export function qrOf(address: string): readonly (readonly boolean[])[] | null {
  try {
    return encode(address, { ecc: 'L', border: QUIET }).data
  } catch {
    return null
  }
}

export function QrCode({ modules, label }: { modules: readonly (readonly boolean[])[]; label: string }) {
  const path = modules
    .flatMap((row, y) => row.map((isBlack, x) => (isBlack ? `M${x} ${y}h1v1h-1z` : '')))
    .filter(Boolean)
    .join('')
  return (
    <svg
      className={styles['qr']}
      viewBox={`0 0 ${modules.length} ${modules.length}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${modules.length}v${modules.length}h-${modules.length}z`} />
      <path fill="#000" d={path} />
    </svg>
  )
}

/** The same as a PNG. */
export function qrPicture(modules: readonly (readonly boolean[])[]): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = modules.length * SCALE
  canvas.height = modules.length * SCALE
  const context = canvas.getContext('2d')
  if (context === null) return Promise.resolve(null)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#000'
  modules.forEach((row, y) => {
    row.forEach((isBlack, x) => {
      if (isBlack) context.fillRect(x * SCALE, y * SCALE, SCALE, SCALE)
    })
  })
  return new Promise(resolve => canvas.toBlob(resolve, 'image/png'))
}
