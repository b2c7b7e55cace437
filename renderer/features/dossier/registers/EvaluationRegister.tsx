import { Button } from 'antd'
import { useState } from 'react'
import type { Evaluation } from '@shared/domain/pilot'
import { evaluationOf } from '@shared/domain/pilot-terms'
import type { Translate } from '@shared/messages/translate'
import { takesAction } from '@shared/workflow/status-moves'
import type { DossierCase } from '@renderer/data/cases'
import { ReadBackLines, type ReadBackLine } from '@renderer/ui/ReadBackLines'
import { useTranslation } from '@renderer/ui/translation'
import { CourseDialog } from './CourseDialog'

/** 测评 (Art. 15, 17): how each evaluation went, the legal result apart from what the office adds by its work rules. */
export function EvaluationRegister({ dossier }: { readonly dossier: DossierCase }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { proceedings } = dossier.file
  const evaluations = proceedings.evaluations.toReversed()
  const term = proceedings.pilotTerm
  const present = term === null ? undefined : evaluationOf(proceedings, term)
  const isTaken = (present?.openedOn ?? null) !== null && takesAction(dossier.status, 'evaluate')
  const isOver = term !== null && dossier.facts.today > term.to && proceedings.revocation === null
  return (
    <>
      <div className="row spread">
        <h3>{t('course.title')}</h3>
        {isTaken ? (
          <Button
            onClick={() => {
              setOpen(true)
            }}
          >
            {t('course.record')}
          </Button>
        ) : null}
      </div>
      {isOver ? <p>{t('course.expired')}</p> : null}
      {evaluations.length === 0 ? <p className="quiet">{t('course.none')}</p> : null}
      {evaluations.map((evaluation, index) => (
        <section key={`${evaluation.termFrom ?? ''}-${String(index)}`}>
          {evaluation.termFrom === undefined ? null : <h4>{t('course.of', { from: evaluation.termFrom })}</h4>}
          <ReadBackLines lines={linesOf(evaluation, t)} />
        </section>
      ))}
      {isOpen ? (
        <CourseDialog
          dossier={dossier}
          evaluation={present}
          onClose={() => {
            setOpen(false)
          }}
        />
      ) : null}
    </>
  )
}

function linesOf(
  { openedOn, decidedOn, result, noticeNo, course = {} }: Evaluation,
  t: Translate,
): readonly ReadBackLine[] {
  const { campaignId, selfReportOn, questionnaires, visit, tookPart, grade, feedback, rectification, display } = course
  const line = (term: string, words: string | undefined): readonly ReadBackLine[] =>
    words === undefined || words === '' ? [] : [{ term, words }]
  const secondLook = rectification?.secondLook
  const legal = result === null ? t('course.noResult') : t(`evaluation.${result}`)
  return [
    ...line(
      t('field.openedOn'),
      [openedOn ?? '', campaignId === undefined ? '' : t('course.byCampaign')].filter((word) => word !== '').join(' '),
    ),
    ...line(t('course.selfReportOn'), selfReportOn),
    ...line(
      t('course.questionnaires'),
      questionnaires === undefined ? undefined : t('course.questionnaireWords', questionnaires),
    ),
    ...line(t('course.visit'), visit === undefined ? undefined : `${visit.on} ${visit.persons}\n${visit.notes}`.trim()),
    ...line(
      t('course.tookPart'),
      tookPart === undefined ? undefined : t(tookPart ? 'course.tookPart.yes' : 'course.tookPart.no'),
    ),
    ...line(t('course.problems'), feedback?.problems),
    ...line(t('course.suggestions'), feedback?.suggestions),
    ...line(
      t('course.rectify'),
      rectification === undefined
        ? undefined
        : t('course.rectifyWords', { on: rectification.orderedOn, ...rectification }),
    ),
    ...line(
      t('course.secondLook'),
      secondLook === undefined
        ? undefined
        : t('course.lookWords', {
            on: secondLook.on,
            findings: secondLook.findings,
            result: t(secondLook.isDone ? 'course.isDone.yes' : 'course.isDone.no'),
          }),
    ),
    ...line(t('course.grade'), grade),
    ...line(t('course.display'), display === undefined ? undefined : t('common.span', display)),
    {
      term: t('course.result'),
      words: [legal, decidedOn ?? '', noticeNo].filter((word) => word !== '').join(' '),
      isStrong: true,
    },
  ]
}
