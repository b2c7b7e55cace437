import { Checkbox, Modal, Table } from 'antd'
import { useEffect, useId, useState } from 'react'
import type { UndoPreview } from '@shared/bundle/undo-import'
import { useDraft } from '@renderer/data/use-draft'
import { usePerson } from '@renderer/data/use-live'
import { dayAndTime } from '@renderer/platform/clock'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { ListedNote } from '@renderer/ui/ListedNote'
import { ReasonField } from '@renderer/ui/ReasonField'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'
import { previewUndoing, undoImport } from './exchange-actions'

/** What undoing an import (or redoing it) would change, what stands against it, and doing it with a reason. */
export function UndoImport(props: {
  readonly bundleId: string
  readonly fileName: string
  readonly redo: boolean
  readonly onDone: () => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { bundleId, redo } = props
  const person = usePerson()
  const task = useTask()
  const reasonId = useId()
  const [preview, setPreview] = useState<UndoPreview | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const draft = useDraft(`undo-import/${bundleId}/${redo ? 'redo' : 'undo'}`, '')
  const reason = draft.value
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    let current = true
    previewUndoing(bundleId, redo).then(
      (found) => {
        if (current) setPreview(found)
      },
      (error: unknown) => {
        if (current) setFailure(error)
      },
    )
    return () => {
      current = false
    }
  }, [bundleId, redo])
  const [hasSeen, setSeen] = useState(false)
  const papers = preview?.papers ?? []
  const isReady = preview !== null && preview.blockers.length === 0
  const confirm = () => {
    setAsked(true)
    if (!isReady || reason.trim() === '' || (papers.length > 0 && !hasSeen)) return
    task.run(async () => {
      const told = papers.map(({ recordId }) => recordId)
      await undoImport({ bundleId, redo, reason: reason.trim(), by: person.name, papers: told })
      await draft.drop()
      props.onDone()
    })
  }
  return (
    <Modal
      open
      width="50rem"
      title={t(redo ? 'imports.redoTitle' : 'imports.undoTitle', { file: props.fileName })}
      okText={t(redo ? 'imports.doRedo' : 'imports.doUndo')}
      okButtonProps={{ disabled: !isReady || (papers.length > 0 && !hasSeen) }}
      cancelText={t('common.cancel')}
      confirmLoading={task.busy}
      onOk={confirm}
      onCancel={props.onClose}
    >
      {preview === null && failure === null ? <p role="status">{t('common.loading')}</p> : null}
      <ErrorNote error={failure} />
      {preview === null ? null : <Blockers blockers={preview.blockers} />}
      {preview === null || !isReady ? null : (
        <>
          <p>{t(redo ? 'imports.redoNote' : 'imports.undoNote', { count: preview.recordCount })}</p>
          <Papers papers={papers} />
          {papers.length === 0 ? null : (
            <Checkbox
              checked={hasSeen}
              onChange={(event) => {
                setSeen(event.target.checked)
              }}
            >
              {t('imports.papersSeen')}
            </Checkbox>
          )}
          <Changes changes={preview.changes} />
          <ReasonField
            id={reasonId}
            label={t('imports.reason')}
            error={asked && reason.trim() === '' ? t('imports.reasonNeeded') : null}
            value={reason}
            onChange={draft.change}
          />
        </>
      )}
      <ErrorNote error={task.error} />
    </Modal>
  )
}

function Blockers({ blockers }: Pick<UndoPreview, 'blockers'>) {
  const { t } = useTranslation()
  return (
    <ListedNote
      type="error"
      title={t('imports.blocked')}
      sentences={blockers.map(({ type, name, at, on }) =>
        t('imports.blockedBy', {
          name: name === '' ? t('imports.noDossier') : name,
          what: wordsOf(t, `record.${type}`),
          when: dayAndTime(at),
          on: wordsOf(t, `record.${on}`),
        }),
      )}
    />
  )
}

/** Papers on which the facts of the import stand: they leave with no one's word but the person's. */
function Papers({ papers }: Pick<UndoPreview, 'papers'>) {
  const { t } = useTranslation()
  return (
    <ListedNote
      type="warning"
      role="alert"
      title={t('imports.papers')}
      sentences={papers.map(({ documentKind, names, at, fileNames }) =>
        t('imports.paperLine', {
          document: wordsOf(t, `document.${documentKind}`),
          names: names.join(t('punctuation.list')),
          when: dayAndTime(at),
          files: fileNames.join(t('punctuation.list')),
        }),
      )}
    />
  )
}

function Changes({ changes }: Pick<UndoPreview, 'changes'>) {
  const { t } = useTranslation()
  if (changes.length === 0) return <p>{t('imports.noChange')}</p>
  return (
    <>
      <p>{t('imports.changes')}</p>
      <Table<UndoPreview['changes'][number]>
        size="small"
        rowKey={({ type, rowId }) => `${type}/${rowId}`}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={[...changes]}
        columns={[
          { title: t('imports.dossier'), render: (_, { name }) => (name === '' ? t('imports.noDossier') : name) },
          { title: t('imports.what'), render: (_, { type }) => wordsOf(t, `record.${type}`) },
          {
            title: t('imports.effect'),
            render: (_, { effect, shows }) =>
              t(`imports.change.${effect}`, {
                who: shows?.who ?? '',
                when: shows === null ? '' : dayAndTime(shows.at),
              }),
          },
        ]}
      />
    </>
  )
}
