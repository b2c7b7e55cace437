import type { DossierStatus } from '../domain/status'
import type { Phase } from './phase'
import { phaseOf } from './status-table'

/** Parts of an alliance's page; each names the message `dossier.tab.<name>`. */
export const dossierTabs = ['materials', 'checks', 'opinions', 'years', 'ending', 'documents', 'timeline'] as const
export type DossierTab = (typeof dossierTabs)[number]

/** What each phase needs, what it works on first; papers and history are there in all of them. */
const tabsOfPhase: Readonly<Record<Phase, readonly DossierTab[]>> = {
  intake: ['materials', 'checks'],
  filed: ['years', 'materials', 'checks'],
  review: ['checks', 'opinions', 'materials'],
  decision: ['opinions', 'checks', 'materials'],
  pilot: ['years', 'opinions', 'materials', 'checks'],
  ended: ['ending', 'years', 'opinions', 'materials', 'checks'],
  closed: ['ending', 'materials', 'checks'],
}

const always: readonly DossierTab[] = ['documents', 'timeline']

/** Whether a word of an address names a part of the page. */
export const isDossierTab = (word: string | null): word is DossierTab => dossierTabs.some((tab) => tab === word)

/**
 * The parts of an alliance's page in order: what the phase needs, the first of which opens; what it does not need but
 * holds something (`filled`) or was asked for, so that no link leads nowhere; papers and the history.
 */
export function tabsFor(
  status: DossierStatus,
  filled: ReadonlySet<DossierTab>,
  asked: DossierTab | null,
): readonly DossierTab[] {
  const needed = tabsOfPhase[phaseOf(status)]
  const besides = dossierTabs.filter(
    (tab) => !needed.includes(tab) && (always.includes(tab) || filled.has(tab) || tab === asked),
  )
  return [...needed, ...besides]
}
