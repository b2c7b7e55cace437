import { describe, expect, it } from 'vitest'
import {
  composeEvaluationFeedback,
  composeRectificationNotice,
  composeRectificationResult,
} from '@shared/documents/evaluation-letters'
import { calendarDateSchema } from '@shared/domain/date'
import type { EvaluationCourse } from '@shared/domain/evaluation-course'
import { evaluationSchema, pilotTermSchema } from '@shared/domain/pilot'
import { regulation2010 } from '@shared/regulation/2010/index'
import { labels, textOfGood } from './good-text'
import { reviewedFile, settings } from './panel-review'

const day = (text: string) => calendarDateSchema.parse(text)

const facts = (course: EvaluationCourse, issuedOn: string | null = '2029-09-20') => {
  const file = reviewedFile()
  const pilotTerm = pilotTermSchema.parse({ from: '2026-11-20', to: '2029-11-20' })
  const evaluations = [evaluationSchema.parse({ termFrom: pilotTerm.from, openedOn: '2029-08-01', course })]
  return {
    ...{ createdAt: '2029-09-20T00:00:00Z', settings, regulationTitle: regulation2010.title },
    file: { ...file, proceedings: { ...file.proceedings, pilotTerm, evaluations } },
    issuedOn: issuedOn === null ? null : day(issuedOn),
  }
}
const ordered = { items: '示例整改事项。', orderedOn: day('2029-09-01'), until: day('2029-09-30') }

describe('papers in the course of an evaluation', () => {
  it('send the feedback as it was written, and tell no result', () => {
    const text = textOfGood(
      composeEvaluationFeedback(facts({ feedback: { problems: '示例问题', suggestions: '示例意见' } })),
    )
    expect(text).toContain('2029年8月1日启动')
    expect(text).toContain('示例问题。')
    expect(text).toContain('按工作规则出具，不是测评结果')
    expect(text).not.toContain('合格')
  })

  it('order a rectification by a work rule before any result, and say that the text knows none', () => {
    const text = textOfGood(composeRectificationNotice(facts({ rectification: ordered })))
    expect(text).toContain('2029年9月30日前（含当日）完成整改')
    expect(text).toContain('第十七条未规定限期整改')
    expect(text).toContain('不是测评不合格的决定')
  })

  it('tell what the second look found, and leave the result to another act', () => {
    const secondLook = { on: day('2029-10-10'), isDone: false, findings: '示例复核情况' }
    const text = textOfGood(composeRectificationResult(facts({ rectification: { ...ordered, secondLook } })))
    expect(text).toContain('复核结果：未完成整改。')
    expect(text).toContain('测评结果依据')
    expect(text).not.toContain('撤销')
  })

  it('are not made without what they are about', () => {
    expect(labels(composeEvaluationFeedback(facts({})))).toEqual(['测评的反馈意见'])
    expect(labels(composeRectificationNotice(facts({}, null)))).toEqual(['限期整改的事项和期限', '文书日期'])
    expect(labels(composeRectificationResult(facts({ rectification: ordered })))).toEqual(['整改的复核情况'])
  })
})
