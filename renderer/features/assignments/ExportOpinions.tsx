import { Alert, Button, Radio } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { expertLabel } from '@shared/domain/expert-label'
import { commitmentCode } from '@shared/domain/opinion-commitment'
import type { ExpertTask } from '@renderer/data/expert-tasks'
import { loadOffice } from '@renderer/data/office'
import { loadDeskRecipient } from '@renderer/data/recipients'
import { usePerson, useToday } from '@renderer/data/use-live'
import { useSession } from '@renderer/data/session'
import type { ExportedBundle } from '@renderer/data/exports'
import { bundleFileName } from '@shared/messages/bundle-file-name'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { FolderChoice } from '@renderer/parts/FolderChoice'
import { useTranslation } from '@renderer/ui/translation'
import { useProtection } from '@renderer/ui/use-protection'
import { useTask } from '@renderer/ui/use-task'
import { sizeWords } from '@renderer/ui/size-words'
import { exportHashes, exportOpinions } from './assignment-actions'
import { taskStateOf } from './task-state-of'

type Contents = 'opinions' | 'hashes'

/**
 * 导出评审意见包: what one declared and sealed for this panel goes into one small file for the division; or, ahead of it, only
 * the hashes of what was sealed.
 */
export function ExportOpinions({ tasks }: { readonly tasks: readonly ExpertTask[] }) {
  const { t } = useTranslation()
  const person = usePerson()
  const today = useToday()
  const status = useSession((session) => session.status)
  const task = useTask()
  const office = useLiveQuery(loadOffice)
  const assignment = tasks[0]?.assignment
  const recipients = useLiveQuery(
    async () => (assignment === undefined ? [] : [await loadDeskRecipient(assignment.author, assignment.value.from)]),
    [assignment?.author],
    [],
  )
  const protection = useProtection(recipients, office?.bundleProtection ?? 'recipient')
  const protect = protection.of()
  const [folder, setFolder] = useState<string | null>(null)
  const [written, setWritten] = useState<Sent | null>(null)
  const [chosen, setChosen] = useState<Contents | null>(null)
  // What is sealed may go out, also while a correction of it is being written.
  const ready = tasks.filter(
    (item) =>
      item.declaration !== null &&
      taskStateOf(item) !== 'opening' &&
      (item.opinion !== null || taskStateOf(item) !== 'reviewing'),
  )
  const open = tasks.filter((item) => !ready.includes(item))
  const [first] = tasks
  const name =
    first?.expert === undefined || first.expert === null
      ? person.name
      : expertLabel(first.expert, first.panel?.experts ?? [])
  const sealed = ready.filter((item) => item.opinion !== null)
  const old = sealed.filter((item) => item.salt === null)
  const rule = tasks[0]?.panel?.rules.revealTogether === true
  // Under the rule the opinion itself never leaves by a click too many: at the meeting the person chooses it.
  const isAhead = rule && sealed.some((item) => item.exported === null)
  const canHash = sealed.length > 0 && old.length === 0
  const contents: Contents = canHash ? (chosen ?? (isAhead ? 'hashes' : 'opinions')) : 'opinions'
  if (ready.length === 0) return <p className="quiet">{t('expert.export.notYet')}</p>
  return (
    <section className="export-opinions" aria-label={t('expert.export.title')}>
      <h3>{t('expert.export.title')}</h3>
      <p>
        {contents === 'hashes'
          ? t('expert.export.whatHashes', { count: sealed.length })
          : t('expert.export.what', { count: ready.length })}
        {open.length === 0 ? null : t('expert.export.open', { count: open.length, names: namesOf(open) })}
      </p>
      {rule ? <Alert type="info" showIcon title={t('expert.export.rule')} /> : null}
      {sealed.length === 0 ? null : (
        <Radio.Group
          className="choices"
          aria-label={t('expert.export.choose')}
          value={contents}
          onChange={(event) => {
            setChosen(event.target.value as Contents)
            setWritten(null)
          }}
        >
          {(['opinions', 'hashes'] as const).map((value) => (
            <Radio key={value} value={value} disabled={value === 'hashes' && !canHash}>
              {t(`expert.export.${value}`)}
              <span className="quiet choice-note">{t(`expert.export.${value}.note`)}</span>
            </Radio>
          ))}
        </Radio.Group>
      )}
      {old.length === 0 ? null : <p className="warn">{t('expert.export.noSalt', { names: namesOf(old) })}</p>}
      <FolderChoice exchangeFolder={status?.exchangeFolder ?? ''} folder={folder} onChange={setFolder} />
      {protection.fields}
      <ErrorNote error={task.error} />
      {written === null ? null : <Written sent={written} />}
      <Codes tasks={sealed} />
      <div className="panel-foot">
        <Button
          type="primary"
          loading={task.busy}
          disabled={protect === null}
          onClick={() => {
            if (protect === null) return
            task.run(async () => {
              setWritten(null)
              const kind = contents === 'hashes' ? 'expert.export.hashesName' : 'expert.export.opinionsName'
              const fileName = bundleFileName(t, kind, { name, today })
              const target = { folder: folder === null ? null : folder.trim(), protect, fileName }
              const exported =
                contents === 'hashes'
                  ? await exportHashes(ready, { ...target, on: today })
                  : await exportOpinions(ready, target)
              setWritten({ contents, exported })
            })
          }}
        >
          {t(contents === 'hashes' ? 'expert.export.actHashes' : 'expert.export.act')}
        </Button>
      </div>
    </section>
  )
}

const namesOf = (tasks: readonly ExpertTask[]): string => tasks.map((task) => task.names.alliance.name).join('、')

/** 封存码 of what was committed, beside the dossier that it is for. */
function Codes({ tasks }: { readonly tasks: readonly ExpertTask[] }) {
  const { t } = useTranslation()
  const committed = tasks.flatMap(({ commitment, names }) =>
    commitment === null ? [] : [{ commitment, name: names.alliance.name }],
  )
  if (committed.length === 0) return null
  return (
    <section aria-label={t('expert.export.codes')}>
      <h4>{t('expert.export.codes')}</h4>
      <ul className="plain codes">
        {committed.map(({ commitment: { id, value }, name }) => (
          <li key={id}>
            {t('expert.export.codeOf', { name, version: value.opinionVersion })}
            <code className="fingerprint">{commitmentCode(value.commitment)}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Sent = { readonly contents: Contents; readonly exported: ExportedBundle }

/** Said only after the host has read the written file back and compared it. */
function Written({ sent }: { readonly sent: Sent }) {
  const { t } = useTranslation()
  const { file, recordCount } = sent.exported
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={t('expert.export.done')}
      description={
        <dl className="facts">
          <dt>{t('expert.export.file')}</dt>
          <dd>{file.path}</dd>
          <dt>{t('expert.export.size')}</dt>
          <dd>
            {sizeWords(file.size)} · {t('expert.export.records', { count: recordCount })}
          </dd>
          <dt>{t('expert.export.hash')}</dt>
          <dd>
            <code className="fingerprint">{file.sha256}</code>
          </dd>
          <dt>{t('expert.export.next')}</dt>
          <dd>{t(sent.contents === 'hashes' ? 'expert.export.nextStepHashes' : 'expert.export.nextStep')}</dd>
        </dl>
      }
    />
  )
}
