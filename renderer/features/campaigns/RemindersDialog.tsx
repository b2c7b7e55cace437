import { Button, Modal } from 'antd'
import { useState } from 'react'
import { numbersFrom } from '@shared/acts/typed-numbers'
import type { DocumentInputId, Typed } from '@shared/documents/catalogue-facts'
import { hasWrongTyped } from '@shared/documents/catalogue-typed'
import type { Campaign } from '@shared/domain/campaign'
import type { BoardLine } from '@renderer/data/campaigns'
import { useSession } from '@renderer/data/session'
import { useDraft } from '@renderer/data/use-draft'
import { useOffice, useToday } from '@renderer/data/use-live'
import { FolderChoice } from '@renderer/parts/FolderChoice'
import { TypedField } from '@renderer/parts/papers/TypedField'
import { writePapers } from '@renderer/parts/papers/write-papers'
import { now } from '@renderer/platform/clock'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { ListedNote } from '@renderer/ui/ListedNote'
import { ReadBackLines } from '@renderer/ui/ReadBackLines'
import { useTranslation } from '@renderer/ui/translation'
import { useTask } from '@renderer/ui/use-task'
import { WrittenFiles, type WrittenFile } from '@renderer/ui/WrittenFiles'
import { missingWords } from './campaign-words'
import { makeReminders, type ReminderGap } from './make-reminders'

const inputs: readonly DocumentInputId[] = ['docNo', 'writtenOn', 'copiedTo', 'printedBy', 'printedOn']

/**
 * 催报: the reminders of all that are missing in one act, read back first, each with its number and its line in the
 * register.
 */
export function RemindersDialog(props: {
  readonly campaign: Campaign
  readonly lines: readonly BoardLine[]
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { campaign, lines, onClose } = props
  const today = useToday()
  const office = useOffice()
  const exchangeFolder = useSession((session) => session.status?.exchangeFolder ?? '')
  const draft = useDraft<Typed>(`campaign-reminders/${campaign.id}`, {})
  const [isReadBack, setReadBack] = useState(false)
  const [gaps, setGaps] = useState<readonly ReminderGap[]>([])
  const [folder, setFolder] = useState<string | null>(null)
  const [position, setPosition] = useState<number | null>(null)
  const [files, setFiles] = useState<readonly WrittenFile[]>([])
  const task = useTask()
  const typed = draft.value
  const numbers = numbersFrom(typed.docNo ?? '', lines.length)
  const make = () => makeReminders(lines, typed, { office, today, createdAt: now() })
  const isDone = files.length > 0
  return (
    <Modal
      open
      width="48rem"
      className="tall"
      title={t('reminders.title', { count: lines.length })}
      onCancel={onClose}
      footer={[
        isReadBack && !isDone ? (
          <Button
            key="back"
            disabled={task.busy}
            onClick={() => {
              setReadBack(false)
            }}
          >
            {t('act.changeAgain')}
          </Button>
        ) : (
          <Button key="close" onClick={onClose}>
            {t('common.close')}
          </Button>
        ),
        <Button
          key="do"
          type="primary"
          loading={task.busy}
          disabled={isDone}
          onClick={() => {
            if (hasWrongTyped(inputs, typed)) return
            task.run(async () => {
              const made = await make()
              setGaps(made.ok ? [] : made.error)
              if (!made.ok) return
              if (!isReadBack) {
                setReadBack(true)
                return
              }
              const newFolder = t('reminders.folder', { year: campaign.year, today })
              setFiles(await writePapers(made.value, { folder, newFolder }, setPosition))
              setPosition(null)
              await draft.drop()
            })
          }}
        >
          {t(isReadBack ? 'reminders.do' : 'reminders.look', { count: lines.length })}
        </Button>,
      ]}
    >
      <div className="stack">
        {isReadBack ? (
          <section className="read-back stack" role="group" aria-label={t('act.readBack')}>
            <p>{t('act.readBackHint')}</p>
            <ReadBackLines
              lines={lines.map(({ candidate, standing }, index) => ({
                term: numbers[index] ?? '',
                words: t('reminders.gap', { name: candidate.name, missing: missingWords(standing, campaign, t) }),
              }))}
            />
            <FolderChoice exchangeFolder={exchangeFolder} folder={folder} onChange={setFolder} />
          </section>
        ) : (
          <>
            <p className="quiet">{t('reminders.meaning')}</p>
            {inputs.map((id) => (
              <TypedField
                key={id}
                id={id}
                value={typed[id] ?? ''}
                onChange={(value) => {
                  draft.change((before) => ({ ...before, [id]: value }))
                }}
              />
            ))}
          </>
        )}
        <ListedNote
          type="error"
          role="alert"
          title={t('documents.missing')}
          sentences={gaps.map(({ name, missing }) =>
            t('reminders.gap', { name, missing: missing.join(t('punctuation.list')) }),
          )}
        />
        {position === null ? null : <p role="status">{t('reminders.setting', { position, count: lines.length })}</p>}
        <ErrorNote error={task.error} />
        <WrittenFiles files={files} />
      </div>
    </Modal>
  )
}
