import type { CalendarDate } from '../domain/date'
import type { DossierFile } from '../domain/dossier'
import type { Days } from '../workflow/day-order'

/** The days that a dossier knows of its own procedure. */
export function daysOnFile({ content, proceedings }: Pick<DossierFile, 'content' | 'proceedings'>): Days {
  const { agreement, filing, application } = content
  const { divisionOpinions, panel, panelOpinion, expertOpinions, pilotTerm, evaluations } = proceedings
  const opinionsOf = (kind: 'business' | 'organisation') =>
    divisionOpinions.filter((opinion) => opinion.kind === kind).map(({ signedOn }) => signedOn)
  return {
    'agreement-signed': agreement.signedOn,
    'filing-submitted': filing.submittedOn,
    received: proceedings.receivedOn,
    filed: filedOn({ content, proceedings }),
    applied: application.appliedOn,
    'application-accepted': application.acceptedOn,
    'business-opinion': latest(opinionsOf('business')),
    'organisation-opinion': latest(opinionsOf('organisation')),
    'panel-held': panel?.heldOn ?? null,
    'expert-opinion': latest(
      expertOpinions.filter(({ panelId }) => panelId === panel?.id).map(({ signedOn }) => signedOn),
    ),
    'panel-opinion': panelOpinion?.signedOn ?? null,
    consultation: proceedings.consultation?.heldOn ?? null,
    'notice-written': proceedings.publication?.notice.writtenOn ?? null,
    // A term that follows another says nothing of when the alliance became a pilot.
    'term-began': pilotTerm?.kind === 'first' ? pilotTerm.from : null,
    'evaluation-opened': evaluations.at(-1)?.openedOn ?? null,
    'evaluation-decided': evaluations.at(-1)?.decidedOn ?? null,
  }
}

const filedOn = ({ content, proceedings }: Pick<DossierFile, 'content' | 'proceedings'>): CalendarDate | null =>
  proceedings.filingDecision?.decision === 'filed' ? proceedings.filingDecision.on : content.filing.filedOn

const latest = (days: readonly CalendarDate[]): CalendarDate | null => days.toSorted().at(-1) ?? null
