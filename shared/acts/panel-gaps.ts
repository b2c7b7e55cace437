import { calendarDateSchema, type CalendarDate } from '../domain/date'
import type { DossierFile } from '../domain/dossier'
import type { Panel, PanelOpinion } from '../domain/panel'
import { labelAmong } from '../domain/expert-label'
import { isPlaceholder, isSampleAlliance } from '../domain/sample'
import { canonicalJson } from '../lib/canonical-json'
import { dayFaults } from '../workflow/day-order'
import { gapAt, gapOfFault, type Gap } from './act'
import { daysOnFile } from './days-on-file'

export type DossierOfPanel = Pick<DossierFile, 'id' | 'content' | 'proceedings'>

/**
 * What keeps a panel from being saved, by field: what is empty, and `panelContradictions` once there is a day. Pure.
 */
export function panelGaps(panel: Panel, known: readonly DossierOfPanel[], today: CalendarDate): readonly Gap[] {
  const hasDay = calendarDateSchema.safeParse(panel.heldOn).success
  return [
    ...(hasDay ? panelContradictions(panel, known, today) : [gapAt('heldOn', 'need-date')]),
    ...(panel.title.trim() === '' ? [gapAt('title', 'need-title')] : []),
    ...(panel.dossierIds.length === 0 ? [gapAt('dossierIds', 'need-dossier')] : []),
    ...(panel.members.length === 0 ? [gapAt('members', 'need-members')] : []),
  ]
}

/**
 * What cannot be of a panel, by field: a dossier or an expert twice, samples beside real dossiers, a day before the
 * opinion of the business division or too far ahead. Pure.
 */
export function panelContradictions(
  { dossierIds, members, experts, heldOn }: Pick<Panel, 'dossierIds' | 'members' | 'experts' | 'heldOn'>,
  known: readonly DossierOfPanel[],
  today: CalendarDate | null,
): readonly Gap[] {
  const seated = known.filter(({ id }) => dossierIds.includes(id))
  const nameOf = (id: string) => known.find((dossier) => dossier.id === id)?.content.alliance.name ?? id
  const expertName = (id: string) => labelAmong(id, id, experts)
  const samples = seated.filter(({ content }) => isSampleAlliance(content.alliance))
  const mixed = samples.length > 0 && samples.length < seated.length
  const typed = { 'panel-held': heldOn }
  return [
    ...twice(dossierIds).map((id) => gapAt('dossierIds', 'dossier-twice', { name: nameOf(id) })),
    ...twice(members.map(({ expertId }) => expertId)).map((id) =>
      gapAt('members', 'expert-twice', { name: expertName(id) }),
    ),
    ...(mixed
      ? [
          gapAt('dossierIds', 'sample-among-real', {
            name: samples.map(({ content }) => content.alliance.name).join('、'),
          }),
        ]
      : []),
    ...sampleExperts(samples.length < seated.length, members, experts),
    ...dayFaults(typed, {}, today).map((fault) => gapOfFault(fault, 'heldOn')),
    ...seated.flatMap((dossier) =>
      dayFaults(typed, daysOnFile(dossier), null).map((fault) =>
        gapOfFault(fault, 'heldOn', dossier.content.alliance.name),
      ),
    ),
  ]
}

/** Experts of the samples judge samples: nobody of that name sits in judgement on a real alliance. */
function sampleExperts(isReal: boolean, members: Panel['members'], experts: Panel['experts']): readonly Gap[] {
  const seated = experts.filter(({ id }) => members.some(({ expertId }) => expertId === id))
  const names = seated
    .filter(({ name, unitName }) => isPlaceholder(name) || isPlaceholder(unitName))
    .map(({ name, unitName }) => `${name}（${unitName}）`)
  return isReal && names.length > 0 ? [gapAt('members', 'placeholder', { name: names.join('、') })] : []
}

/**
 * What contradicts the procedure in the day of a panel's opinion. Without `today` nothing is said of days to come.
 * Pure.
 */
export const opinionDayGaps = (
  { signedOn }: { readonly signedOn: PanelOpinion['signedOn'] | null },
  panel: Pick<Panel, 'heldOn'>,
  dossier: DossierOfPanel,
  today: CalendarDate | null,
): readonly Gap[] =>
  dayFaults({ 'panel-opinion': signedOn }, { ...daysOnFile(dossier), 'panel-held': panel.heldOn }, today).map((fault) =>
    gapOfFault(fault, 'signedOn'),
  )

/**
 * What is in the way of sealing an opinion of a panel: the alliance is published (Art. 14), the very words are sealed,
 * or the day contradicts the procedure. `sealed`: the opinion of the dossier that stands. Pure.
 */
export function sealingGaps(
  opinion: Omit<PanelOpinion, 'version'>,
  panel: Pick<Panel, 'heldOn'>,
  dossier: DossierOfPanel,
  today: CalendarDate | null,
): readonly Gap[] {
  const { pilotTerm, panelOpinion: sealed } = dossier.proceedings
  if (pilotTerm !== null) return [gapAt(null, 'published')]
  const said = (one: Omit<PanelOpinion, 'version'>) => canonicalJson({ ...one, version: 0 })
  if (sealed !== null && said(sealed) === said(opinion)) return [gapAt(null, 'sealed-already')]
  return opinionDayGaps(opinion, panel, dossier, today)
}

const twice = <Id extends string>(ids: readonly Id[]): readonly Id[] => [
  ...new Set(ids.filter((id, index) => ids.indexOf(id) !== index)),
]
