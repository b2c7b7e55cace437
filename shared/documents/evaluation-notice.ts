import { addMonths, formatChineseDate } from '@shared/domain/date'
import type { DossierFile } from '@shared/domain/dossier'
import type { OfficeSettings } from '@shared/domain/office'
import type { Evaluation, Notice, PilotTerm } from '@shared/domain/pilot'
import { reRegisteredTerm, type DaySpan } from '@shared/domain/pilot-dates'
import type { Result } from '@shared/lib/result'
import { listAnnex, noteRowGaps, settledNames, subjectName } from './alliance-list'
import type { DocumentModel } from './blocks'
import { Gaps, type MissingValues } from './missing-values'
import { noteOfficialGaps, officialDocument } from './official-document'
import { paragraph, type DocumentFrame } from './plain-document'

export type EvaluationNoticeFacts = DocumentFrame & {
  /** The pilots that were evaluated, in the order of the lists. */
  readonly dossiers: readonly DossierFile[]
  readonly settings: OfficeSettings
  readonly regulationTitle: string
  readonly notice: Notice
}

/**
 * 测评结果与重新登记公布 (Art. 15, 17): who is qualified and registered anew with the new term, who is not and loses the pilot.
 * When a new term begins is a work rule (trap A20); Art. 17 sets no bar (trap A27).
 */
export function composeEvaluationNotice(facts: EvaluationNoticeFacts): Result<DocumentModel, MissingValues> {
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
  return gaps.resolve(() => compose(facts))
}

const latest = ({ proceedings }: DossierFile): Evaluation | undefined =>
  proceedings.evaluations.findLast((item) => item.result !== null)
const resultOf = (file: DossierFile) => latest(file)?.result

function compose(facts: EvaluationNoticeFacts): DocumentModel {
  const { dossiers, notice, settings, regulationTitle } = facts
  const qualified = dossiers.filter((file) => resultOf(file) === 'qualified')
  const failed = dossiers.filter((file) => resultOf(file) === 'not-qualified')
  const both = qualified.length > 0 && failed.length > 0
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
  const annexOf = (number: number) => (both ? `名单见附件${number}` : '名单见附件')
  return officialDocument(facts, {
    kind: 'evaluation-notice',
    about: dossiers.map((file) => file.id).join('+'),
    title: ['关于', '四川省', '产业技术创新战略联盟', '试点', '测评结果', '和重新登记', '的通知'],
    subject: `${subjectName}试点测评结果和重新登记`,
    notice,
    blocks: [
      paragraph(
        `根据《${regulationTitle}》（以下简称《办法》）第十五条、第十七条规定，对${settledNames(dossiers)}进行了测评，现将结果公布如下：`,
      ),
      ...(qualified.length === 0
        ? []
        : [
            paragraph(
              `测评合格${qualified.length}个，予以重新登记，继续作为${subjectName}试点（${annexOf(1)}）。试点有效期限三年；${startSentence(settings)}。`,
            ),
          ]),
      ...(failed.length === 0
        ? []
        : [paragraph(`测评不合格${failed.length}个，依据《办法》第十七条，撤销其试点联盟资格（${annexOf(2)}）。`)]),
    ],
    annexes: [
      ...list(qualified, `${subjectName}重新登记试点名单`, 1, '试点期', (file) => spanWords(newTerm(file, facts))),
      ...list(failed, `${subjectName}测评不合格撤销名单`, 2, '测评日期', (file) => {
        const on = latest(file)?.decidedOn ?? null
        return on === null ? '—' : formatChineseDate(on)
      }),
    ],
  })
}

const startSentence = ({ interpretation }: OfficeSettings): string =>
  interpretation.reRegistrationStart === 'notice'
    ? '按工作规则，自本通知成文之日起算'
    : '按工作规则，自原试点期届满次日起算'

const spanWords = (span: DaySpan | null): string =>
  span === null ? '以正式公布日期为准' : `${formatChineseDate(span.from)}至\n${formatChineseDate(span.to)}`

/** The term on file if this evaluation has already opened it, else the one that follows it; `null` while the notice has no date and that counts. */
function newTerm(file: DossierFile, { notice, settings }: EvaluationNoticeFacts): DaySpan | null {
  const term = file.proceedings.pilotTerm
  if (term === null) return null
  if (isOpenedBy(term, latest(file), notice.docNo, settings)) return term
  const { writtenOn } = notice
  if (writtenOn === null && settings.interpretation.reRegistrationStart === 'notice') return null
  return reRegisteredTerm(term, writtenOn ?? term.to, settings)
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
