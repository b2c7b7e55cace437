import { Alert, Modal, Table } from 'antd'
import { useState } from 'react'
import type { DossierContent } from '@shared/domain/dossier'
import type { Translate } from '@shared/messages/translate'
import { noteSentence } from '@renderer/parts/tables/table-words'
import { callHost, done } from '@renderer/platform/bridge'
import { newLocalId } from '@renderer/platform/ids'
import { DialogFoot } from '@renderer/ui/DialogFoot'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { FileDrop } from '@renderer/ui/FileDrop'
import { ListedNote } from '@renderer/ui/ListedNote'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { readFilledForm, type FilledForm, type FormChange } from './filled-form'

/** Larger is no form. */
const mostBytes = 20_000_000

/**
 * A 备案申请表 that came back filled in Word or WPS: what it says and what was not understood is shown before anything of it
 * is put into the intake.
 */
export function FilledFormDialog(props: {
  readonly content: DossierContent
  readonly onTake: (content: DossierContent) => void
  readonly onLeave: () => void
}) {
  const { t } = useTranslation()
  const [form, setForm] = useState<FilledForm | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const task = useTask()
  const bring = ([file]: readonly File[]) => {
    if (file === undefined) return
    setForm(null)
    setProblem(null)
    task.run(async () => {
      if (file.size > mostBytes) {
        setProblem(t('form.problem.too-much', { file: file.name }))
        return
      }
      const bytes = await file.arrayBuffer().then(
        (buffer) => new Uint8Array(buffer),
        () => null,
      )
      if (bytes === null) {
        setProblem(t('table.problem.unreadable', { file: file.name }))
        return
      }
      const { reading } = done(await callHost('table:read-document', { bytes }))
      if (reading.problem !== null) {
        setProblem(t(`form.problem.${reading.problem}`, { file: file.name }))
        return
      }
      setForm(readFilledForm(reading.tables, props.content, newLocalId))
    })
  }
  const count = form === null ? 0 : form.changes.length + form.members.length + form.tasks.length
  return (
    <Modal
      open
      width="60rem"
      title={t('form.read')}
      onCancel={props.onLeave}
      footer={
        <DialogFoot
          leave={t('common.cancel')}
          onLeave={props.onLeave}
          act={t('form.take', { count })}
          disabled={count === 0}
          onAct={() => {
            if (form !== null) props.onTake(form.content)
          }}
        />
      }
    >
      <div className="stack">
        <FileDrop hint={t('form.drop')} accept=".docx" disabled={task.busy} onFiles={bring} />
        <ErrorNote error={task.error} />
        {problem === null ? null : <Alert type="error" showIcon role="alert" title={problem} />}
        {form === null ? null : <Reading form={form} />}
      </div>
    </Modal>
  )
}

function Reading({ form }: { readonly form: FilledForm }) {
  const { t } = useTranslation()
  const { changes, members, tasks } = form
  const isNothing = changes.length + members.length + tasks.length === 0
  return (
    <section className="stack" aria-label={t('form.reading')}>
      <p role="status">
        {isNothing
          ? t('form.nothing')
          : t('form.summary', { places: changes.length, members: members.length, tasks: tasks.length })}
      </p>
      {changes.length === 0 ? null : (
        <Table<FormChange>
          size="small"
          rowKey="label"
          pagination={false}
          dataSource={[...changes]}
          columns={[
            { title: t('audit.column.field'), dataIndex: 'label' },
            { title: t('readBack.inHand'), dataIndex: 'before', className: 'pre' },
            { title: t('form.after'), dataIndex: 'after', className: 'pre' },
          ]}
        />
      )}
      <Names title={t('table.name.members')} names={members} />
      <Names title={t('table.name.tasks')} names={tasks} />
      <ListedNote type="warning" title={t('table.notRead')} sentences={sentencesOf(form, t)} />
    </section>
  )
}

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  )
}

function sentencesOf({ notes, listNotes, known }: FilledForm, t: Translate): readonly string[] {
  return [
    ...notes.map((note) => {
      switch (note.kind) {
        case 'unknown-row':
          return t('form.note.unknown-row', { text: note.text })
        case 'twice':
          return t('form.note.twice', { label: note.label, text: note.text })
        case 'unread-field':
          return t('form.note.unread-field', {
            label: note.label,
            text: note.text,
            why: t(`table.unread.${note.why}`),
          })
      }
    }),
    ...listNotes.map(({ list, note, heads }) =>
      t('form.note.list', {
        list: t(list === 'members' ? 'table.name.members' : 'table.name.tasks'),
        sentence: noteSentence(t, note, (column) => heads[column - 1] ?? String(column)),
      }),
    ),
    ...known.map((name) => t('form.note.known', { name })),
  ]
}
