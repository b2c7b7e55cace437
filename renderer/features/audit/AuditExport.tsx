import { Button, Modal } from 'antd'
import { memo, useState } from 'react'
import { filterWords, type AuditFilter } from '@shared/audit/filter'
import { auditReportPaper } from '@shared/documents/catalogue-other'
import type { AuditSummary } from '@shared/ipc/audit'
import { recordFiles } from '@renderer/data/exports'
import { useSession } from '@renderer/data/session'
import { usePaperDesk } from '@renderer/parts/papers/use-paper-desk'
import { DialogFoot } from '@renderer/ui/DialogFoot'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { FolderChoice } from '@renderer/parts/FolderChoice'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { WrittenFiles, type WrittenFile } from '@renderer/ui/WrittenFiles'
import { composeReport, writeTable, type SentFilter } from './audit-actions'

/** What the list shows, as a paper (DOCX and PDF) or as a table (CSV), with the filters that are set. */
export const AuditExport = memo(function AuditExport(props: {
  readonly auditId: string
  readonly sent: SentFilter
  readonly filter: AuditFilter
  readonly summary: AuditSummary
  readonly count: number
}) {
  const { t } = useTranslation()
  const { auditId, sent, filter, summary, count } = props
  const exchangeFolder = useSession((session) => session.status?.exchangeFolder ?? '')
  const [isTable, setTable] = useState(false)
  const desk = usePaperDesk()
  const filters = filterWords(filter, namesOf(summary), t)
  return (
    <>
      <Button
        onClick={() => {
          setTable(true)
        }}
      >
        {t('audit.export.csv')}
      </Button>
      <Button
        loading={desk.busy}
        onClick={() => {
          desk.open({
            paper: auditReportPaper,
            ground: {},
            load: async (createdAt) => ({ createdAt, report: await composeReport(auditId, sent) }),
          })
        }}
      >
        {t('audit.export.report')}
      </Button>
      {desk.element}
      {isTable ? (
        <TableDialog
          auditId={auditId}
          sent={sent}
          exchangeFolder={exchangeFolder}
          scope={
            filters.length === 0
              ? t('audit.export.scopeAll', { count })
              : t('audit.export.scopeSome', { count, filters: filters.join('；') })
          }
          fileName={t(filters.length === 0 ? 'audit.fileName' : 'audit.fileNameSome')}
          onClose={() => {
            setTable(false)
          }}
        />
      ) : null}
    </>
  )
})

const namesOf = ({ dossiers, people }: AuditSummary) => ({
  byId: new Map([...dossiers, ...people].map(({ id, name }) => [id, name])),
  dossiers: new Map<string, string>(),
  desks: new Map<string, never>(),
})

function TableDialog(props: {
  readonly auditId: string
  readonly sent: SentFilter
  readonly exchangeFolder: string
  readonly scope: string
  readonly fileName: string
  readonly onClose: () => void
}) {
  const { t, locale } = useTranslation()
  const { auditId, sent, exchangeFolder, scope, fileName, onClose } = props
  const [folder, setFolder] = useState<string | null>(null)
  const [files, setFiles] = useState<readonly WrittenFile[]>([])
  const task = useTask()
  return (
    <Modal
      open
      width="40rem"
      title={t('audit.export.title')}
      onCancel={onClose}
      footer={
        <DialogFoot
          leave={t('common.close')}
          onLeave={onClose}
          act={t('audit.export.write')}
          busy={task.busy}
          onAct={() => {
            task.run(async () => {
              const written = await writeTable({ auditId, locale, filter: sent }, fileName, folder)
              await recordFiles('audit-report', {}, written)
              setFiles(written)
            })
          }}
        />
      }
    >
      <div className="stack">
        <p>{scope}</p>
        <p className="strong">{t('audit.export.plain')}</p>
        <FolderChoice exchangeFolder={exchangeFolder} folder={folder} onChange={setFolder} />
        <ErrorNote error={task.error} />
        <WrittenFiles files={files} />
      </div>
    </Modal>
  )
}
