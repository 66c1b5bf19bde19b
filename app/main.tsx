// The page's first line: styles, the reader's text, the worker, the shell.
import './style/tokens.css'
import './style/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './frame/App.tsx'
import { keepOffline } from './offline.ts'
import { openFirst } from './state/documents.ts'
import { takeDroppedFiles } from './state/files.ts'
import { goLive } from './state/worker-sync.ts'

void openFirst().then(() => {
  goLive()
  takeDroppedFiles()
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
  keepOffline()
})
