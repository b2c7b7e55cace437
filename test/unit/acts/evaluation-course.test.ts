import { describe, expect, it } from 'vitest'
import { startCampaign } from '@shared/acts/campaign'
import { gapsOfValues } from '@shared/acts/dossier-act'
import {
  courseGaps,
  draftOfCourse,
  openedByCampaign,
  recordCourse,
  type CourseDraft,
} from '@shared/acts/evaluation-course'
import type { EvaluationCourse } from '@shared/domain/evaluation-course'
import { evaluationSchema, type Evaluation } from '@shared/domain/pilot'
import { statusOn } from '@shared/workflow/deadline-of'
import { buildFacts, day, dossierId } from '../../helpers/facts'
import { acting } from './acting'

const today = day('2028-11-22')
const plain = buildFacts().settings
const settings = {
  ...plain,
  interpretation: { ...plain.interpretation, rectifyBeforeFailing: true, displayEvaluation: true },
}
const campaignId = '77777777-7777-4777-8777-777777777777'
const term = { batchId: null, noticeNo: '', from: day('2026-01-05'), to: day('2029-01-05'), kind: 'first' as const }

const pilot = (...evaluations: object[]) =>
  acting('piloting', {
    proceedings: (said) => {
      said.pilotTerm = term
      said.evaluations = evaluations.map((one) => evaluationSchema.parse({ termFrom: term.from, ...one }))
    },
  })
const open = (course: EvaluationCourse = {}) => pilot({ openedOn: '2028-10-08', course })
const draft = (said: Partial<CourseDraft>): CourseDraft => ({ ...draftOfCourse(), ...said })
const rectifying = { items: '示例事项', orderedOn: '2028-10-20', until: '2028-11-20' }
const codesOf = (said: Partial<CourseDraft>, dossier = open(), office = settings) =>
  courseGaps(dossier.file, draft(said), { settings: office, today }).map(({ code, field }) => `${field ?? ''}:${code}`)

describe('the course of an evaluation', () => {
  it('keeps what was recorded, beside a legal result that is still open', () => {
    const said = {
      selfReportOn: '2028-10-12',
      sent: '12',
      returned: '9',
      visitOn: '2028-10-18',
      visitPersons: '示例人员',
    }
    const done = recordCourse(open().file, draft({ ...said, tookPart: true, grade: '良好' }), { settings, today })
    expect(done.ok && done.value).toMatchObject([
      {
        type: 'evaluation.saved',
        payload: {
          cycle: 1,
          evaluation: {
            result: null,
            course: {
              selfReportOn: '2028-10-12',
              questionnaires: { sent: 12, returned: 9 },
              visit: { on: '2028-10-18', persons: '示例人员' },
              tookPart: true,
              grade: '良好',
            },
          },
        },
      },
    ])
  })

  it('asks for whole parts, days in order and counts that can be', () => {
    expect(codesOf({ sent: '12' })).toEqual(['returned:needed'])
    expect(codesOf({ sent: '12', returned: '13' })).toEqual(['returned:more-returned'])
    expect(codesOf({ sent: '十二', returned: '1' })).toEqual(['sent:no-number'])
    expect(codesOf({ selfReportOn: '2028-10-07' })).toEqual(['selfReportOn:day-early'])
    expect(codesOf({ selfReportOn: '2028-11-23' })).toEqual(['selfReportOn:day-late'])
    expect(codesOf({ problems: '示例' })).toEqual(['suggestions:needed'])
    expect(codesOf({ displayFrom: '2028-12-05', displayTo: '2028-12-01' })).toEqual(['displayTo:ends-before'])
  })

  it('is none before the evaluation is open', () => {
    expect(codesOf({ grade: '良好' }, pilot())).toEqual([':evaluation-not-open'])
  })

  it('takes a rectification only where the office has chosen it, and only before a result', () => {
    expect(codesOf(rectifying)).toEqual([])
    expect(codesOf(rectifying, open(), plain)).toEqual(['items:rectify-off'])
    const decided = pilot({ openedOn: '2028-10-08', decidedOn: '2028-11-01', result: 'qualified' })
    expect(codesOf(rectifying, decided)).toEqual(['items:rectify-decided'])
    expect(codesOf({ displayFrom: '2028-12-01', displayTo: '2028-12-05' }, open(), plain)).toEqual([
      'displayFrom:display-off',
    ])
    expect(codesOf({ lookedOn: '2028-11-20' })).toContain('findings:needed')
  })

  it('lets nobody fail between the order and the second look', () => {
    const fails = (course: EvaluationCourse) =>
      gapsOfValues(open(course), 'evaluate', { on: '2028-11-21', result: 'not-qualified', noticeNo: '' }, today)
    const rectification = { items: '示例', orderedOn: day('2028-10-20'), until: day('2028-11-20') }
    expect(fails({ rectification })).toMatchObject([{ code: 'rectify-running', field: 'result' }])
    const secondLook = { on: day('2028-11-21'), isDone: false, findings: '示例' }
    expect(fails({ rectification: { ...rectification, secondLook } })).toEqual([])
  })

  it('revokes nobody: a term that is over leaves a pilot expired, evaluation or not', () => {
    expect(statusOn('piloting', open({ tookPart: false }).file.proceedings, day('2029-01-06'))).toBe('expired')
  })
})

describe('a round of the kind 三年测评', () => {
  const campaign = {
    id: campaignId as never,
    kind: 'evaluation' as const,
    issuedOn: '2028-10-08',
    dossierIds: [dossierId],
  }
  const evaluationOf = (actions: readonly { payload: object }[]) =>
    (actions[0]?.payload as { evaluation: Evaluation } | undefined)?.evaluation

  it('opens an evaluation for every pilot of its list, on the day of its notice', () => {
    expect(evaluationOf(openedByCampaign(campaign, [pilot().file], today))).toMatchObject({
      termFrom: term.from,
      openedOn: '2028-10-08',
      course: { campaignId },
    })
    const begun = startCampaign(
      {
        ...campaign,
        ...{
          year: 2028,
          noticeNo: '',
          from: '2028-10-08',
          to: '2028-12-20',
          recipients: ['policy'],
          otherRecipient: '',
        },
        ...{ status: 'preparing', query: { groups: ['piloting'], fixedBefore: null }, excluded: [], copies: null },
        ...{ outline: '', figureIds: [], contact: '' },
      } as never,
      {
        candidates: [
          { dossierId, name: '示例', names: [], chairUnit: '', group: 'piloting', fixedOn: null, isSample: true },
        ] as never,
        others: [],
        today,
      },
      [pilot().file],
    )
    expect(begun.ok && begun.value.map(({ type }) => type)).toEqual(['campaign.saved', 'evaluation.saved'])
  })

  it('leaves a day that stands, a result that was given and whoever has no term', () => {
    const before = { openedOn: '2028-09-01', course: { selfReportOn: day('2028-09-20') } }
    expect(evaluationOf(openedByCampaign(campaign, [pilot(before).file], today))).toMatchObject({
      openedOn: '2028-09-01',
      course: { campaignId, selfReportOn: '2028-09-20' },
    })
    const decided = pilot({ openedOn: '2028-09-01', decidedOn: '2028-10-01', result: 'qualified' })
    const filed = acting('filed', { proceedings: (said) => void (said.pilotTerm = null) })
    expect(openedByCampaign(campaign, [decided.file, filed.file], today)).toEqual([])
    expect(openedByCampaign({ ...campaign, kind: 're-examination' }, [pilot().file], today)).toEqual([])
  })
})
