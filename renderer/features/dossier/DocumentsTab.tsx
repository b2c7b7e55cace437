import { Button } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import type { DossierCase } from '@renderer/data/cases'
import { listDocumentExports } from '@renderer/data/exports'
import { loadOffice } from '@renderer/data/office'
import { useToday } from '@renderer/data/use-live'
import { dayAndTime } from '@renderer/platform/clock'
import { useSession } from '@renderer/data/session'
import { bundleFileName } from '@shared/messages/bundle-file-name'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { IssuedFiles } from '@renderer/parts/IssuedFiles'
import { FolderChoice } from '@renderer/parts/FolderChoice'
import { useProtection } from '@renderer/ui/use-protection'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { WrittenFiles, type WrittenFile } from '@renderer/ui/WrittenFiles'
import { wordsOf } from '@renderer/ui/words'
import { exportArchive } from './archive-actions'
import { DocumentList } from './DocumentList'

/** 文书: what was written of this dossier, and the archive of everything. */
export function DocumentsTab({ dossier }: { readonly dossier: DossierCase }) {
  const { t } = useTranslation()
  const today = useToday()
  const dossierId = dossier.file.id
  const { name } = dossier.file.content.alliance
  const exchangeFolder = useSession((session) => session.status?.exchangeFolder ?? '')
  const exported = useLiveQuery(() => listDocumentExports(dossierId), [dossierId])
  const [folder, setFolder] = useState<string | null>(null)
  const [files, setFiles] = useState<readonly WrittenFile[]>([])
  const task = useTask()
  const office = useLiveQuery(loadOffice)
  const protection = useProtection([], office?.bundleProtection ?? 'recipient')
  const protect = protection.of()
  return (
    <div className="stack">
      <h3>{t('documents.make')}</h3>
      <DocumentList dossier={dossier} />
      <h3>{t('documents.exported')}</h3>
      {exported === undefined || exported.length === 0 ? <p className="quiet">{t('documents.none')}</p> : null}
      <ul className="plain">
        {exported?.map(({ id, at, value }) => (
          <li key={id}>
            <strong>{wordsOf(t, `document.${value.documentKind}`)}</strong>{' '}
            <span className="quiet">{dayAndTime(at)}</span>{' '}
            <IssuedFiles
              title={wordsOf(t, `document.${value.documentKind}`)}
              files={value.files}
              exchangeFolder={exchangeFolder}
            />
            {value.files.map((file) => (
              <div key={file.path} className="path">
                {file.path}
              </div>
            ))}
          </li>
        ))}
      </ul>
      <h3>{t('documents.archive')}</h3>
      <p>{t('documents.archiveHint')}</p>
      <FolderChoice exchangeFolder={exchangeFolder} folder={folder} onChange={setFolder} />
      {protection.fields}
      <Button
        loading={task.busy}
        disabled={protect === null}
        onClick={() => {
          if (protect === null) return
          task.run(async () => {
            const fileName = bundleFileName(t, 'documents.archiveName', { name, today })
            setFiles([await exportArchive(dossierId, fileName, t('documents.archiveTo'), { folder, protect })])
          })
        }}
      >
        {t('documents.archiveDo')}
      </Button>
      <ErrorNote error={task.error} />
      <WrittenFiles files={files} />
    </div>
  )
}
