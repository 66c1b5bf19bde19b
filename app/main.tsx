// The page's first line: styles, the reader's text, the worker, the shell.
import './style/tokens.css'
import './style/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './frame/App.tsx'
import { isEmbedded } from './state/embedded.ts'
import { goLive } from './state/worker-sync.ts'

// The frame is drawn while the reader's text is looked for.
goLive()
const root = createRoot(document.getElementById('root')!)
if (isEmbedded) {
  const { Embed } = await import('./embed/Embed.tsx')
  root.render(<Embed />)
} else {
  root.render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
  const [{ followAddress }, { openFirst }, { takeDroppedFiles }, { keepOffline }, { openAddressed }] =
    await Promise.all([
      import('./state/documents.ts'),
      import('./state/opening.ts'),
      import('./state/files.ts'),
      import('./offline.ts'),
      import('./state/address.ts'),
    ])
  await openFirst()
  followAddress()
  await openAddressed()
  takeDroppedFiles()
  keepOffline()
}
