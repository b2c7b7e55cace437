import { Input, Modal, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import {
  courseGaps,
  draftOfCourse,
  type CourseDay,
  type CourseDraft,
  type CourseText,
} from '@shared/acts/evaluation-course'
import type { Evaluation } from '@shared/domain/pilot'
import type { DossierCase } from '@renderer/data/cases'
import { useDraft } from '@renderer/data/use-draft'
import { useToday } from '@renderer/data/use-live'
import { dayAndTime } from '@renderer/platform/clock'
import { gapWords, wordsAt } from '@renderer/platform/gap-words'
import { DayInput } from '@renderer/ui/DayInput'
import { DialogFoot } from '@renderer/ui/DialogFoot'
import { DraftNote } from '@renderer/ui/DraftNote'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { PrintHint } from '@renderer/ui/PrintHint'
import { TextArea } from '@renderer/ui/TextArea'
import { useTranslation } from '@renderer/ui/translation'
import { useTask } from '@renderer/ui/use-task'
import { saveCourse } from './evaluation-actions'

/** The course of the open evaluation: what came in, who went there, what was told and put right. */
export function CourseDialog(props: {
  readonly dossier: DossierCase
  readonly evaluation: Evaluation | undefined
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { dossier, evaluation, onClose } = props
  const today = useToday()
  const task = useTask()
  const [asked, setAsked] = useState(false)
  const { settings } = dossier.facts
  const course = evaluation?.course
  const draft = useDraft<CourseDraft>(`course/${dossier.file.id}/${evaluation?.termFrom ?? ''}`, draftOfCourse(course))
  const gaps = courseGaps(dossier.file, draft.value, { settings, today })
  const shown = asked ? gaps : gaps.filter(({ code }) => code !== 'needed' && code !== 'need-date')
  const set = (said: Partial<CourseDraft>) => {
    draft.change((now) => ({ ...now, ...said }))
  }
  const field = (key: string, control: ReactNode) => (
    <Labelled
      key={key}
      label={t(`course.${key}` as 'course.sent')}
      htmlFor={`course-${key}`}
      error={wordsAt(shown, key, t)}
    >
      {control}
    </Labelled>
  )
  const day = (key: CourseDay) =>
    field(
      key,
      <DayInput
        id={`course-${key}`}
        value={draft.value[key]}
        onChange={(on) => {
          set({ [key]: on })
        }}
      />,
    )
  const text = (key: CourseText) =>
    field(
      key,
      <Input
        id={`course-${key}`}
        value={draft.value[key]}
        onChange={(event) => {
          set({ [key]: event.target.value })
        }}
      />,
    )
  const area = (key: CourseText) =>
    field(
      key,
      <>
        <TextArea
          id={`course-${key}`}
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={draft.value[key]}
          onChange={(event) => {
            set({ [key]: event.target.value })
          }}
        />
        <PrintHint text={draft.value[key]} />
      </>,
    )
  const flag = (key: 'tookPart' | 'isDone') =>
    field(
      key,
      <Select
        id={`course-${key}`}
        allowClear
        placeholder={t('common.notSet')}
        value={draft.value[key] === null ? null : draft.value[key] ? 'yes' : 'no'}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`course.${key}.${value}`) }))}
        onChange={(value: 'yes' | 'no' | undefined) => {
          set({ [key]: value === undefined ? null : value === 'yes' })
        }}
      />,
    )
  const rectifies = settings.interpretation.rectifyBeforeFailing || course?.rectification !== undefined
  const displays = settings.interpretation.displayEvaluation || course?.display !== undefined
  return (
    <Modal
      open
      width="46rem"
      title={
        <>
          {t('course.record')} <span className="tag work-rule">{t('common.workRule')}</span>
        </>
      }
      onCancel={onClose}
      footer={
        <DialogFoot
          leave={t('common.cancel')}
          onLeave={onClose}
          act={t('course.save')}
          busy={task.busy}
          onAct={() => {
            setAsked(true)
            if (gaps.length > 0) return
            task.run(async () => {
              await saveCourse(dossier, draft.value, { settings, today })
              await draft.drop()
              onClose()
            })
          }}
        />
      }
    >
      <DraftNote draft={draft} timeOf={dayAndTime} />
      <div className="stack">
        {shown
          .filter((gap) => gap.field === null)
          .map((gap) => (
            <p key={gap.code} role="alert" className="field-error">
              {gapWords(gap, t)}
            </p>
          ))}
        <div className="fields">
          {flag('tookPart')}
          {day('selfReportOn')}
          {text('sent')}
          {text('returned')}
          {day('visitOn')}
          {text('visitPersons')}
        </div>
        {area('visitNotes')}
        {area('problems')}
        {area('suggestions')}
        <h4>{t('course.rectify')}</h4>
        <p className="quiet">{t('course.rectifyNote')}</p>
        {rectifies ? (
          <>
            {area('items')}
            <div className="fields">
              {day('orderedOn')}
              {day('until')}
              {day('lookedOn')}
              {flag('isDone')}
            </div>
            {area('findings')}
          </>
        ) : null}
        {text('grade')}
        {displays ? (
          <div className="fields">
            {day('displayFrom')}
            {day('displayTo')}
          </div>
        ) : null}
        <ErrorNote error={task.error} />
      </div>
    </Modal>
  )
}
