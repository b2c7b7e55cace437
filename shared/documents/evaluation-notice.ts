import { addMonths, formatChineseDate } from '@shared/domain/date'
import type { DossierFile } from '@shared/domain/dossier'
import type { OfficeSettings } from '@shared/domain/office'
import type { Evaluation, Notice, PilotTerm } from '@shared/domain/pilot'
import { measureOf } from '@shared/domain/measure'
import { reRegisteredTerm, type DaySpan } from '@shared/domain/pilot-dates'
import type { Result } from '@shared/lib/result'
import { listAnnex, noteRowGaps, settledNames, subjectName } from './alliance-list'
import type { DocumentModel } from './blocks'
import { composeLetter, letterBlocks, type Letter, type LetterText, type LetterWording } from './letter'
import { Gaps, type MissingValues } from './missing-values'
import { noteOfficialGaps, officialDocument } from './official-document'
import type { DocumentFrame } from './plain-document'

export type EvaluationNoticeFacts = DocumentFrame & {
  /** The pilots that were evaluated, in the order of the lists. */
  readonly dossiers: readonly DossierFile[]
  readonly settings: OfficeSettings
  readonly regulationTitle: string
  readonly notice: Notice
}

export const evaluationNoticeWording: LetterWording = {
  kind: 'evaluation-notice',
  required: ['联盟', '合格.个数', '不合格.个数'],
  title: () => ['关于', '四川省', '产业技术创新战略联盟', '试点', '测评结果', '和重新登记', '的通知'],
  body: (say) => [
    `根据《${say('办法名称')}》（以下简称《办法》）第十五条、第十七条规定，对${say('联盟')}进行了测评，现将结果公布如下：`,
    ...say.each('合格', (row) => [
      `测评合格${row('个数')}个，予以重新登记，继续作为${subjectName}试点（名单见${row('附件')}）。试点有效期限三年；${row('起算')}。`,
    ]),
    ...say.each('不合格', (row) => [
      `测评不合格${row('个数')}个，依据《办法》第十七条，撤销其试点联盟资格（名单见${row('附件')}）。`,
    ]),
  ],
}

/**
 * 测评结果与重新登记公布 (Art. 15, 17): who is qualified and registered anew with the new term, who is not and loses the pilot.
 * When a new term begins is a work rule (note 20); Art. 17 sets no bar (note 27).
 */
export const composeEvaluationNotice = (facts: EvaluationNoticeFacts): Result<DocumentModel, MissingValues> =>
  composeLetter(evaluationNoticeLetter(facts))

/** The same with its words still open. */
export function evaluationNoticeLetter(facts: EvaluationNoticeFacts): Result<Letter, MissingValues> {
  const { dossiers, notice, settings, draft } = facts
  const gaps = new Gaps()
  noteOfficialGaps({ notice, ...(draft === undefined ? {} : { draft }) }, 'notice', gaps)
  if (dossiers.length === 0) gaps.add('dossiers', '测评的试点联盟')
  dossiers.forEach((file, index) => {
    const { name } = file.content.alliance
    const path = `dossiers[${index}].proceedings`
    gaps.value(resultOf(file), `${path}.evaluations`, `${name}的测评结果`)
    gaps.value(file.proceedings.pilotTerm, `${path}.pilotTerm`, `${name}的试点期`)
    noteRowGaps(file, `dossiers[${index}]`, settings, gaps)
  })
  return gaps.resolve(() => ({
    wording: evaluationNoticeWording,
    values: valuesOf(facts),
    set: (text) => setNotice(facts, text),
  }))
}

/** The last evaluation that has a result. */
export const latestResult = ({ proceedings }: DossierFile): Evaluation | undefined =>
  proceedings.evaluations.findLast((item) => item.result !== null)
const resultOf = (file: DossierFile) => latestResult(file)?.result

function resultsOf({ dossiers }: EvaluationNoticeFacts) {
  const qualified = dossiers.filter((file) => resultOf(file) === 'qualified')
  const failed = dossiers.filter((file) => resultOf(file) === 'not-qualified')
  return { qualified, failed, both: qualified.length > 0 && failed.length > 0 }
}

function valuesOf(facts: EvaluationNoticeFacts): Letter['values'] {
  const { dossiers, settings, regulationTitle } = facts
  const { qualified, failed, both } = resultsOf(facts)
  const annexOf = (number: number) => (both ? `附件${number}` : '附件')
  const ifAny = <T>(files: readonly DossierFile[], row: T) => (files.length === 0 ? [] : [row])
  return {
    办法名称: regulationTitle,
    联盟: settledNames(dossiers),
    合格: ifAny(qualified, { 个数: String(qualified.length), 附件: annexOf(1), 起算: startSentence(settings) }),
    不合格: ifAny(failed, { 个数: String(failed.length), 附件: annexOf(2) }),
  }
}

function setNotice(facts: EvaluationNoticeFacts, { title, body }: LetterText): DocumentModel {
  const { dossiers, notice, settings } = facts
  const { qualified, failed, both } = resultsOf(facts)
  const list = (
    files: readonly DossierFile[],
    title: string,
    number: number,
    header: string,
    cell: (file: DossierFile) => string,
  ) =>
    files.length === 0
      ? []
      : [listAnnex(files, settings, { title, ...(both ? { number } : {}), lastColumn: { header, cell } })]
  return officialDocument(facts, {
    kind: 'evaluation-notice',
    about: dossiers.map((file) => file.id).join('+'),
    title,
    subject: `${subjectName}试点测评结果和重新登记`,
    notice,
    blocks: letterBlocks(body),
    annexes: [
      ...list(qualified, `${subjectName}重新登记试点名单`, 1, '试点期', (file) => spanWords(newTerm(file, facts))),
      ...list(failed, `${subjectName}测评不合格撤销名单`, 2, '测评日期', (file) => {
        const on = latestResult(file)?.decidedOn ?? null
        return on === null ? '—' : formatChineseDate(on)
      }),
    ],
  })
}

/** From when a re-registered term counts, in words. */
export const startSentence = ({ interpretation }: OfficeSettings): string =>
  interpretation.reRegistrationStart === 'notice'
    ? '按工作规则，自本通知成文之日起算'
    : '按工作规则，自原试点期届满次日起算'

const spanWords = (span: DaySpan | null): string =>
  span === null ? '以正式公布日期为准' : `${formatChineseDate(span.from)}至\n${formatChineseDate(span.to)}`

/**
 * The term on file if this evaluation has already opened it, else the one that follows it; `null` while the notice has
 * no date and that counts.
 */
export function newTerm(
  file: DossierFile,
  { notice, settings }: Pick<EvaluationNoticeFacts, 'notice' | 'settings'>,
): DaySpan | null {
  const term = file.proceedings.pilotTerm
  if (term === null) return null
  if (isOpenedBy(term, latestResult(file), notice.docNo, settings)) return term
  const { writtenOn } = notice
  if (writtenOn === null && settings.interpretation.reRegistrationStart === 'notice') return null
  return reRegisteredTerm(term, writtenOn ?? term.to, settings, measureOf(file))
}

/** A re-registered term bears this notice's number, or the evaluation is too early to belong to its end. */
function isOpenedBy(
  term: PilotTerm,
  evaluation: Evaluation | undefined,
  docNo: string,
  { interpretation }: OfficeSettings,
): boolean {
  if (term.kind !== 're-registered') return false
  if (docNo.trim() !== '' && term.noticeNo.trim() === docNo.trim()) return true
  const decidedOn = evaluation?.decidedOn ?? null
  return decidedOn !== null && decidedOn < addMonths(term.to, -interpretation.evaluationLeadMonths)
}
