import { Alert } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { shapeWords } from '@shared/messages/shape-words'
import type { DossierFilePreview } from '@shared/acts/dossier-file-preview'
import type { DossierFile } from '@shared/domain/dossier'
import { usePerson, useToday } from '@renderer/data/use-live'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { FileDrop } from '@renderer/ui/FileDrop'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { DossierFileDryRun } from './DossierFileDryRun'
import { previewFile, readDossierFile, takeDossierFile } from './dossiers-actions'

type Chosen = {
  readonly fileName: string
  readonly file: DossierFile
  readonly preview: DossierFilePreview
}

/** Takes a dossier that comes as one JSON file, after its dry run. */
export function DossierFileDrop() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const today = useToday()
  const { name: by } = usePerson()
  const task = useTask()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [note, setNote] = useState<string | null>(null)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const take = async (file: File) => {
    setRefusal(null)
    setNote(null)
    const read = readDossierFile(await file.text())
    if (!read.ok) {
      setRefusal(
        read.error.kind === 'not-json'
          ? t('dossiers.json.notJson', { file: file.name })
          : t('dossiers.json.wrongField', {
              file: file.name,
              path: read.error.path,
              problem: shapeWords(read.error.issue, read.error.value, t),
            }),
      )
      return
    }
    const preview = await previewFile(read.value, today)
    if (preview.isUnchanged) setNote(t('dossiers.json.unchanged', { file: file.name }))
    else setChosen({ fileName: file.name, file: read.value, preview })
  }
  const confirm = async ({ fileName, file }: Chosen) => {
    const intake = { today, by, note: t('dossiers.json.note', { file: fileName }) }
    const { dossierId } = await takeDossierFile(file, intake)
    setChosen(null)
    void navigate(`/dossiers/${dossierId}`)
  }
  return (
    <>
      <FileDrop
        hint={t('dossiers.json.hint')}
        accept=".json,application/json"
        disabled={task.busy}
        onFiles={([file]) => {
          if (file !== undefined) task.run(() => take(file))
        }}
      />
      {refusal === null ? null : <Alert type="error" showIcon role="alert" title={refusal} />}
      {note === null ? null : <Alert type="info" showIcon title={note} />}
      {chosen === null ? null : (
        <DossierFileDryRun
          {...chosen}
          busy={task.busy}
          onTake={() => {
            task.run(() => confirm(chosen))
          }}
          onClose={() => {
            setChosen(null)
          }}
        />
      )}
      <ErrorNote error={task.error} />
    </>
  )
}
