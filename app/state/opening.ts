// What the page opens at its start: what the address asks for, a link or a sample, else what was open last; and links that
// are pasted into the address while it is open.

import { lastOpen, remember, show } from './documents.ts'
import { keepOpen } from './keeping.ts'
import { loadSamples, sampleOf } from './samples.ts'
import { type Notice, session } from './session.ts'
import { openShelf } from './shelf/shelf.ts'

/** Opens it, and keeps what is open from then on. */
export async function openFirst(): Promise<void> {
  await Promise.all([openShelf(), loadSamples()])
  const asked = new URLSearchParams(location.search).get('sample')
  const isKnown = asked !== null && sampleOf(asked) !== undefined
  const notice: Notice | null = asked !== null && !isKnown ? { kind: 'unknown-sample', name: asked } : null
  const refused = await openLinkIn(location.hash)
  if (refused !== 'opened') await show(isKnown ? asked : lastOpen(), refused ?? notice)
  keepOpen(remember)
  addEventListener('hashchange', () => {
    void openLinkIn(location.hash).then(refused => {
      if (refused !== null && refused !== 'opened') session.setState({ notice: refused })
    })
  })
}

/** Opens what stands behind `#` where that is a link; tells why it opens nothing, or null where it is none. */
async function openLinkIn(hash: string): Promise<Notice | 'opened' | null> {
  if (!/^#v\d/.test(hash)) return null
  const { openLink } = await import('./links.ts')
  return openLink(hash)
}
