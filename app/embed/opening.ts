// What an embedded page shows: the link behind `#`, a sample, or what the page around gives it. Nothing of it is kept.
import { REFUSALS, readLink } from '../../programs/links/index.ts'
import { draftOf } from '../state/links.ts'
import { preferences } from '../state/preferences.ts'
import { FIRST_SAMPLE, loadSamples, sampleOf } from '../state/samples.ts'
import { moveTo, session } from '../state/session.ts'
import { type Draft, fresh } from '../state/shelf/record.ts'
import { step } from '../state/transport.ts'
import { type Heard, heard } from './messages.ts'

const asked = new URLSearchParams(location.search)

/** The views that stand beside the table. */
export const shownViews: readonly string[] = (asked.get('show') ?? '').split(/[, ]+/)

function show(name: string, { text, position, stops, branches }: Draft): void {
  const version = session.getState().version + 1
  session.setState({ name, text, wanted: position, stops, branches, version, going: null, picked: 0, hidden: [] })
}

/** Opens what the address asks for, and does from then on what the page around says. */
export async function openEmbedded(): Promise<void> {
  const theme = asked.get('theme')
  if (theme === 'light' || theme === 'dark') preferences.setState({ theme })
  addEventListener('message', event => {
    const message = event.source === parent && parent !== window ? heard(event.data) : null
    if (message !== null) obey(message)
  })
  addEventListener('hashchange', () => {
    openLinkIn(location.hash)
  })
  if (openLinkIn(location.hash)) return
  await loadSamples()
  // What the page around has given meanwhile stays.
  if (session.getState().name !== '') return
  const name = asked.get('sample') ?? FIRST_SAMPLE
  const sample = sampleOf(name) ?? sampleOf(FIRST_SAMPLE)!
  show(sample.name, fresh(sample.code))
}

/** True where there is a link that could be opened. */
function openLinkIn(hash: string): boolean {
  if (!/^#v\d/.test(hash)) return false
  const read = readLink(hash)
  if ('refused' in read) {
    session.setState({ notice: { kind: 'told', text: REFUSALS[read.refused] } })
    return false
  }
  const { shared } = read
  if (shared.language !== undefined && !asked.has('lang')) preferences.setState({ language: shared.language })
  show(shared.name ?? 'program', draftOf(shared))
  return true
}

function obey(message: Heard): void {
  if (message.kind === 'go') moveTo(message.position)
  else if (message.kind === 'step') step(message.by)
  else show(message.name ?? 'program', { ...fresh(message.text), position: message.position ?? 0 })
}
