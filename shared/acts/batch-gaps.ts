import { calendarDateSchema, yearOf, type CalendarDate } from '../domain/date'
import type { DossierFile } from '../domain/dossier'
import { batchSchema, isLive, type Batch } from '../domain/pilot'
import { isPlaceholder, isSampleAlliance } from '../domain/sample'
import { parseDocumentNumber } from '../documents/notice-facts'
import { dayFaults } from '../workflow/day-order'
import { gapAt, gapOfFault, type Gap } from './act'
import { daysOnFile } from './days-on-file'
import { numberGaps } from './typed-numbers'

/** What a batch is held against: its dossiers, the other batches of the desk, and today where one is asked for. */
export type BatchSurroundings = {
  readonly dossiers: readonly Pick<DossierFile, 'id' | 'content' | 'proceedings'>[]
  readonly others: readonly Batch[]
  readonly today: CalendarDate | null
}

/**
 * Everything that keeps a batch from being saved or its notice from being made, by field: a number that another batch
 * has, a dossier twice, samples beside real dossiers, days and numbers of the notice that contradict the procedure.
 * Pure.
 */
export const batchGaps = (batch: Batch, around: BatchSurroundings): readonly Gap[] => [
  ...seqGaps(batch, around),
  ...dossierGaps(batch, around),
  ...dayGaps(batch, around),
  ...docNoGaps(batch, around),
]

/** The same, and names that are nobody's on a notice that is real. */
export const publicationGaps = (batch: Batch, around: BatchSurroundings): readonly Gap[] => [
  ...batchGaps(batch, around),
  ...placeholderGaps(batch, around),
]

function seqGaps({ id, year, seq }: Batch, { others }: BatchSurroundings): readonly Gap[] {
  const { shape } = batchSchema
  if (!shape.year.safeParse(year).success) return [gapAt('year', 'need-year')]
  if (!shape.seq.safeParse(seq).success) return [gapAt('seq', 'need-seq')]
  const taken = live(others, id).some((other) => other.year === year && other.seq === seq)
  return taken ? [gapAt('seq', 'number-taken', { number: `${year}-${seq}` })] : []
}

function dossierGaps({ dossierIds, sections = [] }: Batch, { dossiers }: BatchSurroundings): readonly Gap[] {
  const inBatch = dossierIds.map((id) => ({ id, name: nameOf(dossiers.find((dossier) => dossier.id === id)) ?? id }))
  const twice = inBatch.filter(({ id }, index) => dossierIds.indexOf(id) !== index)
  const named = new Set<string>([...dossierIds, ...sections.flatMap((section) => section.dossierIds)])
  const known = dossiers.filter(({ id }) => named.has(id))
  const samples = known.filter(({ content }) => isSampleAlliance(content.alliance))
  return [
    ...(twice.length === 0 ? [] : [gapAt('dossierIds', 'dossier-twice', { name: listed(twice) })]),
    ...(samples.length === 0 || samples.length === known.length
      ? []
      : [gapAt('dossierIds', 'sample-among-real', { name: samples.map((dossier) => nameOf(dossier)).join('、') })]),
  ]
}

function dayGaps({ dossierIds, notice, year }: Batch, { dossiers, today }: BatchSurroundings): readonly Gap[] {
  const days = { writtenOn: notice.writtenOn, printedOn: notice.printedOn }
  const wrong = Object.entries(days).filter(([, on]) => on !== null && !calendarDateSchema.safeParse(on).success)
  if (wrong.length > 0) return wrong.map(([field]) => gapAt(field, 'need-date'))
  const typed = { 'notice-written': days.writtenOn, 'notice-printed': days.printedOn }
  const fieldOf = { 'notice-written': 'writtenOn', 'notice-printed': 'printedOn' } as Readonly<Record<string, string>>
  const ofNotice = dayFaults(typed, {}, today)
  // The day of printing follows from that of writing where there is one.
  const first = days.writtenOn === null ? typed : { 'notice-written': days.writtenOn }
  const ofDossiers = dossiers
    .filter(({ id }) => dossierIds.includes(id))
    .flatMap((dossier) =>
      dayFaults(first, { ...daysOnFile(dossier), 'notice-written': null }, null).map((fault) =>
        gapOfFault(fault, fieldOf[fault.day] ?? null, nameOf(dossier)),
      ),
    )
  const gaps = [...ofNotice.map((fault) => gapOfFault(fault, fieldOf[fault.day] ?? null)), ...ofDossiers]
  const written = days.writtenOn
  const isOfYear = written === null || !Number.isInteger(year) || [year, year + 1].includes(yearOf(written))
  return isOfYear ? gaps : [...gaps, gapAt('writtenOn', 'batch-year', { year, on: written })]
}

function docNoGaps({ id, notice }: Batch, { others }: BatchSurroundings): readonly Gap[] {
  const typed = notice.docNo.trim()
  if (typed === '') return []
  const number = parseDocumentNumber(typed)
  if (number === undefined) return [gapAt('docNo', 'number-form', { number: typed })]
  const same = live(others, id).find((other) => {
    const theirs = parseDocumentNumber(other.notice.docNo)
    return number.serial !== undefined && JSON.stringify(theirs) === JSON.stringify(number)
  })
  const day = calendarDateSchema.safeParse(notice.printedOn ?? notice.writtenOn).data ?? null
  return [
    ...(same === undefined ? [] : [gapAt('docNo', 'number-taken', { number: typed })]),
    ...numberGaps('docNo', typed, day),
  ]
}

/** A sample is printed with invented names; a paper about a real alliance is not. */
function placeholderGaps({ dossierIds, notice }: Batch, { dossiers }: BatchSurroundings): readonly Gap[] {
  const real = dossiers.filter(({ id, content }) => dossierIds.includes(id) && !isSampleAlliance(content.alliance))
  if (real.length === 0) return []
  const { issuers, addressee, copiedTo, printedBy, note } = notice
  const names = [...issuers.map(({ name }) => name), addressee, copiedTo, printedBy, note].filter(isPlaceholder)
  // What the publication rests on was sealed by divisions that have names.
  const divisions = real.flatMap(({ proceedings }) =>
    proceedings.divisionOpinions.map(({ divisionName }) => divisionName),
  )
  const sealed = [...new Set(divisions.filter(isPlaceholder))]
  return [
    ...(names.length === 0 ? [] : [gapAt('issuers', 'placeholder', { name: names.join('、') })]),
    ...(sealed.length === 0 ? [] : [gapAt('dossierIds', 'placeholder', { name: sealed.join('、') })]),
  ]
}

const live = (others: readonly Batch[], id: string) => others.filter((other) => other.id !== id && isLive(other))

const nameOf = (dossier: Pick<DossierFile, 'content'> | undefined): string | undefined => dossier?.content.alliance.name

const listed = (dossiers: readonly { readonly name: string }[]): string =>
  [...new Set(dossiers.map(({ name }) => name))].join('、')
