/** What an office tells an alliance in the course of an evaluation, before any result. All of it is a work rule. */
import { formatChineseDate, type CalendarDate } from '@shared/domain/date'
import { memberById, type DossierFile } from '@shared/domain/dossier'
import type { EvaluationCourse } from '@shared/domain/evaluation-course'
import type { Evaluation } from '@shared/domain/pilot'
import { evaluationOf } from '@shared/domain/pilot-terms'
import type { Result } from '@shared/lib/result'
import type { DocumentModel, FlowBlock } from './blocks'
import { nameWords, sentence, verbatimLines } from './chinese-text'
import { letterBlocks } from './letter'
import { Gaps, type MissingValues } from './missing-values'
import { paragraph, plainDocument, seal, type DossierPaperFacts } from './plain-document'

type Facts = DossierPaperFacts & { readonly issuedOn: CalendarDate | null }

/** The evaluation of the present term. */
const evaluationIn = ({ proceedings }: DossierFile): Evaluation | undefined =>
  proceedings.pilotTerm === null ? undefined : evaluationOf(proceedings, proceedings.pilotTerm)

/** What is known of its course. */
export const courseIn = (file: DossierFile): EvaluationCourse => evaluationIn(file)?.course ?? {}

const isAboutTheText = (regulationTitle: string): string =>
  `《${regulationTitle}》第十七条未规定限期整改。本通知按工作规则在作出测评结果以前发出，不是测评不合格的决定。`

/** 测评反馈意见函: problems and suggestions as people wrote them; it tells no result. */
export const composeEvaluationFeedback = (facts: Facts): Result<DocumentModel, MissingValues> =>
  composeTold(facts, {
    kind: 'evaluation-feedback',
    title: '测评的反馈意见函',
    present: courseIn(facts.file).feedback,
    lacking: '测评的反馈意见',
    blocks: ({ problems, suggestions }, { opened }) => [
      paragraph(
        `你单位代表的${facts.file.content.alliance.name}试点测评${opened}中提出的问题和意见反馈如下，供改进时参考。`,
      ),
      ...letterBlocks(['一、存在问题', ...lines(problems), '二、改进意见', ...lines(suggestions)]),
      paragraph('本函按工作规则出具，不是测评结果；测评结果以正式公布为准。'),
    ],
  })

/** 限期整改通知: what to put right until when, before any result, where the office has chosen this work rule. */
export const composeRectificationNotice = (facts: Facts): Result<DocumentModel, MissingValues> =>
  composeTold(facts, {
    kind: 'rectification-notice',
    title: '测评中限期整改的通知',
    present: courseIn(facts.file).rectification,
    lacking: '限期整改的事项和期限',
    blocks: ({ items, until }, { opened }) => [
      paragraph(`${facts.file.content.alliance.name}试点测评${opened}中发现以下事项需要整改：`),
      ...letterBlocks(lines(items)),
      paragraph(
        `请于${formatChineseDate(until)}前（含当日）完成整改，并将整改情况书面报${facts.settings.departmentName}。`,
      ),
      paragraph(isAboutTheText(facts.regulationTitle)),
    ],
  })

/** 整改结果通知: what the second look found; the result of the evaluation is told apart. */
export function composeRectificationResult(facts: Facts): Result<DocumentModel, MissingValues> {
  const { rectification } = courseIn(facts.file)
  return composeTold(facts, {
    kind: 'rectification-result',
    title: '测评整改结果的通知',
    present: rectification?.secondLook === undefined ? undefined : { ...rectification, ...rectification.secondLook },
    lacking: '整改的复核情况',
    blocks: ({ orderedOn, until, on, isDone, findings }) => [
      paragraph(
        `${formatChineseDate(orderedOn)}要求${facts.file.content.alliance.name}于${formatChineseDate(until)}前（含当日）完成整改。` +
          `${formatChineseDate(on)}对整改情况进行了复核，情况如下：`,
      ),
      ...letterBlocks(lines(findings)),
      paragraph(`复核结果：${isDone ? '已完成整改' : '未完成整改'}。`),
      paragraph(
        '本通知按工作规则出具，不是测评结果；测评结果依据《办法》第十七条另行作出并公布。'.replace(
          '《办法》',
          `《${facts.regulationTitle}》`,
        ),
      ),
    ],
  })
}

const lines = (text: string): readonly string[] => verbatimLines(text).map(sentence)

type Told<T> = {
  readonly kind: 'evaluation-feedback' | 'rectification-notice' | 'rectification-result'
  readonly title: string
  readonly present: T | undefined
  readonly lacking: string
  readonly blocks: (said: T, words: { readonly opened: string }) => readonly FlowBlock[]
}

function composeTold<T>(facts: Facts, { kind, title, present, lacking, blocks }: Told<T>) {
  const { file, settings } = facts
  const { alliance } = file.content
  const gaps = new Gaps()
  const chair = gaps.value(
    memberById(file.content, alliance.chairUnitId),
    'file.content.alliance.chairUnitId',
    '理事长单位',
  )
  const said = gaps.value(present, 'file.proceedings.evaluations', lacking)
  const issuedOn = gaps.value(facts.issuedOn, 'issuedOn', '文书日期')
  const openedOn = evaluationIn(file)?.openedOn ?? null
  const opened = openedOn === null ? '' : `（${formatChineseDate(openedOn)}启动）`
  return gaps.resolve(() =>
    plainDocument(facts, {
      kind,
      about: file.id,
      title: [...nameWords(alliance.name, '关于'), title],
      blocks: [
        { kind: 'addressee', text: chair?.fullName ?? '' },
        ...(said === undefined ? [] : blocks(said, { opened })),
        ...(issuedOn === undefined ? [] : [seal(settings.departmentName, issuedOn)]),
      ],
    }),
  )
}
