import type { Campaign } from '../domain/campaign'
import { calendarDateSchema, type CalendarDate } from '../domain/date'
import type { DossierFile } from '../domain/dossier'
import { evaluationCourseSchema, type EvaluationCourse } from '../domain/evaluation-course'
import type { OfficeSettings } from '../domain/office'
import { evaluationSchema, type Evaluation } from '../domain/pilot'
import { evaluationCycle, evaluationOf } from '../domain/pilot-terms'
import { err, ok } from '../lib/result'
import type { Action } from '../records/payloads'
import { dayFaults } from '../workflow/day-order'
import { gapAt, gapOfFault, type Decided, type Gap } from './act'

/** The course of an evaluation while it is typed. */
export type CourseDraft = Readonly<Record<CourseDay, string | null>> &
  Readonly<Record<CourseText, string>> & {
    readonly tookPart: boolean | null
    readonly isDone: boolean | null
  }
const courseDays = ['selfReportOn', 'visitOn', 'orderedOn', 'until', 'lookedOn', 'displayFrom', 'displayTo'] as const
export type CourseDay = (typeof courseDays)[number]
const courseTexts = {
  ...{ sent: 4, returned: 4, visitPersons: 300, visitNotes: 20_000, grade: 60, problems: 20_000 },
  ...{ suggestions: 20_000, items: 20_000, findings: 20_000 },
} as const
export type CourseText = keyof typeof courseTexts

/** What is known of the course of an evaluation, as a form shows it. */
export const draftOfCourse = (course: EvaluationCourse = {}): CourseDraft => ({
  selfReportOn: course.selfReportOn ?? null,
  sent: course.questionnaires === undefined ? '' : String(course.questionnaires.sent),
  returned: course.questionnaires === undefined ? '' : String(course.questionnaires.returned),
  visitOn: course.visit?.on ?? null,
  visitPersons: course.visit?.persons ?? '',
  visitNotes: course.visit?.notes ?? '',
  tookPart: course.tookPart ?? null,
  grade: course.grade ?? '',
  problems: course.feedback?.problems ?? '',
  suggestions: course.feedback?.suggestions ?? '',
  items: course.rectification?.items ?? '',
  orderedOn: course.rectification?.orderedOn ?? null,
  until: course.rectification?.until ?? null,
  lookedOn: course.rectification?.secondLook?.on ?? null,
  isDone: course.rectification?.secondLook?.isDone ?? null,
  findings: course.rectification?.secondLook?.findings ?? '',
  displayFrom: course.display?.from ?? null,
  displayTo: course.display?.to ?? null,
})

type Around = { readonly settings: OfficeSettings; readonly today: CalendarDate }

/** The evaluation of the present term, if it was opened. */
const openOf = ({ proceedings }: DossierFile): Evaluation | undefined =>
  proceedings.pilotTerm === null ? undefined : evaluationOf(proceedings, proceedings.pilotTerm)

/**
 * Everything that keeps the course from being put on record: an evaluation that is not open, days out of order, parts
 * half filled in, and a rectification or display that the office has not chosen or that comes after a result. Pure.
 */
export function courseGaps(file: DossierFile, draft: CourseDraft, { settings, today }: Around): readonly Gap[] {
  const evaluation = openOf(file)
  if (evaluation?.openedOn === undefined || evaluation.openedOn === null) return [gapAt(null, 'evaluation-not-open')]
  const dayAt = (key: CourseDay) => calendarDateSchema.safeParse(draft[key]).data ?? null
  const past = ['selfReportOn', 'visitOn', 'orderedOn', 'lookedOn'] as const
  const onFile = { 'evaluation-opened': evaluation.openedOn }
  return [
    ...courseDays.flatMap((key) => (draft[key] !== null && dayAt(key) === null ? [gapAt(key, 'need-date')] : [])),
    ...past.flatMap((key) =>
      dayFaults({ 'evaluation-step': dayAt(key) }, onFile, today).map((fault) => gapOfFault(fault, key)),
    ),
    ...(Object.keys(courseTexts) as CourseText[]).flatMap((key) =>
      draft[key].trim().length > courseTexts[key] ? [gapAt(key, 'too-long', { most: courseTexts[key] })] : [],
    ),
    ...countGaps(draft),
    ...together(draft, ['visitOn', 'visitPersons']),
    ...together(draft, ['problems', 'suggestions']),
    ...together(draft, ['displayFrom', 'displayTo']),
    ...inOrder(draft, 'displayFrom', 'displayTo'),
    ...rectificationGaps(draft, evaluation, settings),
    ...(draft.displayFrom !== null && !settings.interpretation.displayEvaluation
      ? [gapAt('displayFrom', 'display-off')]
      : []),
  ]
}

/** A part is whole or not there. */
function together(draft: CourseDraft, keys: readonly (CourseDay | CourseText)[]): readonly Gap[] {
  const empty = keys.filter((key) => (draft[key] ?? '').trim() === '')
  return empty.length === keys.length ? [] : empty.map((key) => gapAt(key, 'needed'))
}

const inOrder = (draft: CourseDraft, first: CourseDay, last: CourseDay): readonly Gap[] => {
  const [from, to] = [draft[first], draft[last]]
  return from !== null && to !== null && to < from ? [gapAt(last, 'ends-before', { from })] : []
}

function countGaps({ sent, returned }: CourseDraft): readonly Gap[] {
  const wrong = (['sent', 'returned'] as const).filter((key) => {
    const typed = { sent, returned }[key].trim()
    return typed !== '' && !/^\d{1,4}$/u.test(typed)
  })
  if (wrong.length > 0) return wrong.map((key) => gapAt(key, 'no-number', { name: { sent, returned }[key].trim() }))
  const one = (sent.trim() === '') !== (returned.trim() === '')
  if (one) return [gapAt(sent.trim() === '' ? 'sent' : 'returned', 'needed')]
  return Number(returned) > Number(sent) ? [gapAt('returned', 'more-returned', { sent: Number(sent) })] : []
}

function rectificationGaps(
  draft: CourseDraft,
  { result, course }: Evaluation,
  { interpretation }: OfficeSettings,
): readonly Gap[] {
  const keys = ['items', 'orderedOn', 'until'] as const
  const isOrdered = keys.some((key) => (draft[key] ?? '').trim() !== '')
  const isLookedAt = draft.lookedOn !== null || draft.isDone !== null || draft.findings.trim() !== ''
  if (!isOrdered && !isLookedAt) return []
  // What was ordered while the rule was on is finished, whatever became of the rule.
  const isNew = course?.rectification === undefined
  if (isNew && !interpretation.rectifyBeforeFailing) return [gapAt('items', 'rectify-off')]
  if (isNew && result !== null) return [gapAt('items', 'rectify-decided')]
  return [
    ...(isOrdered ? together(draft, keys) : keys.map((key) => gapAt(key, 'needed'))),
    ...inOrder(draft, 'orderedOn', 'until'),
    ...(isLookedAt
      ? [
          ...together(draft, ['lookedOn', 'findings']),
          ...(draft.isDone === null ? [gapAt('isDone', 'needed')] : []),
          ...inOrder(draft, 'orderedOn', 'lookedOn'),
        ]
      : []),
  ]
}

/** Puts the course of the open evaluation on record; its result is another act. Gaps: `courseGaps`. Pure. */
export function recordCourse(file: DossierFile, draft: CourseDraft, around: Around): Decided {
  const gaps = courseGaps(file, draft, around)
  const evaluation = openOf(file)
  if (gaps.length > 0 || evaluation === undefined) return err(gaps)
  return ok([savedEvaluation(file, { ...evaluation, course: courseOf(draft, evaluation.course?.campaignId) })])
}

/** @throws ZodError of a draft with gaps */
function courseOf(draft: CourseDraft, campaignId: EvaluationCourse['campaignId']): EvaluationCourse {
  const { selfReportOn, visitOn, tookPart, orderedOn, until, lookedOn, displayFrom, displayTo } = draft
  const text = (key: CourseText) => draft[key].trim()
  return evaluationCourseSchema.parse({
    ...(campaignId !== undefined && { campaignId }),
    ...(selfReportOn !== null && { selfReportOn }),
    ...(text('sent') !== '' && {
      questionnaires: { sent: Number(text('sent')), returned: Number(text('returned')) },
    }),
    ...(visitOn !== null && { visit: { on: visitOn, persons: text('visitPersons'), notes: text('visitNotes') } }),
    ...(tookPart !== null && { tookPart }),
    ...(text('grade') !== '' && { grade: text('grade') }),
    ...(text('problems') !== '' && { feedback: { problems: text('problems'), suggestions: text('suggestions') } }),
    ...(orderedOn !== null && {
      rectification: {
        ...{ items: text('items'), orderedOn, until },
        ...(lookedOn !== null && { secondLook: { on: lookedOn, isDone: draft.isDone, findings: text('findings') } }),
      },
    }),
    ...(displayFrom !== null && { display: { from: displayFrom, to: displayTo } }),
  })
}

function savedEvaluation({ id, proceedings }: DossierFile, evaluation: Evaluation): Action {
  const term = proceedings.pilotTerm
  const cycle = term === null ? proceedings.evaluations.length + 1 : evaluationCycle(proceedings, term)
  return {
    type: 'evaluation.saved',
    payload: {
      dossierId: id,
      cycle,
      evaluation: evaluationSchema.parse({ ...evaluation, ...(term !== null && { termFrom: term.from }) }),
    },
  }
}

/**
 * A round of the kind 三年测评 opens an evaluation of the present term of every pilot in its list (Art. 17), on the day of
 * its notice. One that has no term, or whose evaluation has a result, is left as it is. Pure.
 */
export function openedByCampaign(
  {
    id,
    kind,
    issuedOn,
    dossierIds,
  }: Pick<Campaign, 'id' | 'kind' | 'dossierIds'> & { readonly issuedOn: string | null },
  files: readonly DossierFile[],
  today: CalendarDate,
): readonly Action[] {
  if (kind !== 'evaluation') return []
  const issued = calendarDateSchema.safeParse(issuedOn).data ?? today
  const asked = new Set<string>(dossierIds)
  return files.flatMap((file): readonly Action[] => {
    const term = file.proceedings.pilotTerm
    const before = openOf(file)
    if (!asked.has(file.id) || term === null || before?.result === 'qualified' || before?.result === 'not-qualified') {
      return []
    }
    const opened = issued > today ? today : issued < term.from ? term.from : issued
    const evaluation = evaluationSchema.parse({
      ...before,
      openedOn: before?.openedOn ?? opened,
      course: { ...before?.course, campaignId: id },
    })
    return [savedEvaluation(file, evaluation)]
  })
}
