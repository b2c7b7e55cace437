import type { DossierFile } from '@shared/domain/dossier'

const has =
  (present: (proceedings: DossierFile['proceedings']) => boolean) =>
  ({ proceedings }: DossierFile): boolean =>
    present(proceedings)

/** Facts that a document cannot do without; each names the message `documentNeed.<id>`. */
export const documentNeeds = {
  'filing-decision': has(({ filingDecision }) => filingDecision?.decision === 'filed'),
  'business-opinion': has(({ divisionOpinions }) => divisionOpinions.some(({ kind }) => kind === 'business')),
  'organisation-opinion': has(({ divisionOpinions }) => divisionOpinions.some(({ kind }) => kind === 'organisation')),
  panel: has(({ panel }) => panel !== null),
  'recusal-declaration': has(({ recusalDeclarations }) => recusalDeclarations.length > 0),
  'expert-opinion': has(({ expertOpinions }) => expertOpinions.length > 0),
  'panel-opinion': has(({ panelOpinion }) => panelOpinion !== null),
  'pilot-term': has(({ pilotTerm }) => pilotTerm !== null),
  change: has(({ changes }) => changes.some(({ filedOn, kind }) => filedOn !== null && kind !== 'other')),
  evaluation: has(({ evaluations }) => evaluations.some(({ result }) => result !== null)),
  revocation: has(({ revocation }) => revocation !== null),
} as const satisfies Readonly<Record<string, (file: DossierFile) => boolean>>
export type DocumentNeed = keyof typeof documentNeeds
