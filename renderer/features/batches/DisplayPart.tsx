import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import type { Gap } from '@shared/acts/act'
import {
  displayBatch,
  emptyDisplay,
  lastDayOfDisplay,
  type DisplayDraft,
  type Shown,
} from '@shared/acts/public-display'
import { calendarDateSchema } from '@shared/domain/date'
import type { OfficeSettings } from '@shared/domain/office'
import type { Batch } from '@shared/domain/pilot'
import { loadCalendar } from '@renderer/data/calendars'
import type { DossierCase } from '@renderer/data/cases'
import { keepDisplay } from '@renderer/data/publication'
import { useDraft } from '@renderer/data/use-draft'
import { useLiveOf, useToday } from '@renderer/data/use-live'
import { dayAndTime } from '@renderer/platform/clock'
import { gapWords, wordsAt } from '@renderer/platform/gap-words'
import { DayInput } from '@renderer/ui/DayInput'
import { DraftNote } from '@renderer/ui/DraftNote'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { ObjectionList } from './ObjectionList'

/** 公示 of a batch and the objections to it: a work rule of offices that have one, before the notice of Art. 14. */
export function DisplayPart(props: {
  readonly batch: Batch
  readonly members: readonly DossierCase[]
  readonly office: OfficeSettings
  readonly shown: Shown
  readonly dirty: boolean
}) {
  const { t } = useTranslation()
  const { batch, members, office, shown, dirty } = props
  const { display } = shown
  const today = useToday()
  const calendar = useLiveOf('calendar', loadCalendar)
  const saved: DisplayDraft = display === null ? emptyDisplay : display
  const draft = useDraft<DisplayDraft>(`display/${batch.id}`, {
    from: saved.from,
    contact: saved.contact,
    supervisor: saved.supervisor,
    place: saved.place,
  })
  const [asked, setAsked] = useState(false)
  const task = useTask()
  const { value } = draft
  const from = calendarDateSchema.safeParse(value.from)
  const last =
    from.success && calendar !== undefined ? lastDayOfDisplay(from.data, office.interpretation, calendar) : null
  const decided = calendar === undefined ? null : displayBatch(batch, value, { settings: office, calendar })
  const gaps: readonly Gap[] = decided?.ok === false && asked ? decided.error : []
  const set = (part: Partial<DisplayDraft>) => {
    draft.change((now) => ({ ...now, ...part }))
  }
  const isOpen = batch.status === 'open'
  const unseen = display === null ? [] : members.filter(({ file }) => !display.dossierIds.includes(file.id))
  const text = (key: 'contact' | 'supervisor' | 'place') => (
    <Labelled label={t(`display.${key}`)} htmlFor={`display-${key}`} error={wordsAt(gaps, key, t)}>
      <Input
        id={`display-${key}`}
        value={value[key]}
        onChange={(event) => {
          set({ [key]: event.target.value })
        }}
      />
    </Labelled>
  )
  return (
    <section className="panel stack" aria-label={t('display.title')}>
      <h2>
        {t('display.title')} <span className="tag work-rule">{t('common.workRule')}</span>
      </h2>
      <p className="quiet">{t('display.note')}</p>
      {display === null ? null : (
        <Alert
          type={today <= display.to ? 'info' : 'success'}
          showIcon
          title={t(today <= display.to ? 'display.runs' : 'display.over', {
            from: display.from,
            to: display.to,
            count: display.dossierIds.length,
            days: t(`display.days.${display.counting}`, { days: display.days }),
          })}
        />
      )}
      {unseen.map(({ file }) => (
        <Alert
          key={file.id}
          type="warning"
          showIcon
          title={t('gap.display-not-shown', { name: file.content.alliance.name })}
        />
      ))}
      {isOpen ? (
        <>
          <DraftNote draft={draft} timeOf={dayAndTime} />
          <div className="fields">
            <Labelled
              label={t('display.from')}
              htmlFor="display-from"
              error={wordsAt(gaps, 'from', t)}
              {...(last === null
                ? {}
                : {
                    hint: t(last.provisional ? 'display.lastProvisional' : 'display.last', {
                      to: last.lastDay,
                      days: t(`display.days.${office.interpretation.displayCounting}`, {
                        days: office.interpretation.displayDays,
                      }),
                    }),
                  })}
            >
              <DayInput
                id="display-from"
                value={value.from}
                onChange={(day) => {
                  set({ from: day })
                }}
              />
            </Labelled>
            {text('place')}
            {text('contact')}
            {text('supervisor')}
          </div>
          {gaps
            .filter(({ field }) => field === null || field === 'dossierIds')
            .map((gap) => (
              <Alert key={gap.code} type="error" showIcon role="alert" title={gapWords(gap, t)} />
            ))}
          <ErrorNote error={task.error} />
          <div className="row">
            <Button
              disabled={dirty || calendar === undefined}
              loading={task.busy}
              onClick={() => {
                setAsked(true)
                if (calendar === undefined || decided?.ok !== true) return
                task.run(async () => {
                  await keepDisplay(batch, value, { settings: office, calendar })
                  await draft.drop()
                  setAsked(false)
                })
              }}
            >
              {t(display === null ? 'display.register' : 'display.again')}
            </Button>
            {dirty ? <span className="quiet">{t('display.saveFirst')}</span> : null}
          </div>
        </>
      ) : null}
      {display === null ? null : <ObjectionList batch={batch} members={members} display={display} shown={shown} />}
    </section>
  )
}
