import { Alert, Button } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { batchDocumentFacts } from '@shared/acts/paper-facts'
import { correctionNoticePaper } from '@shared/documents/catalogue-publication'
import type { SealedOriginal } from '@shared/domain/issued-notice'
import type { OfficeSettings } from '@shared/domain/office'
import type { Batch } from '@shared/domain/pilot'
import { visibleText } from '@shared/lib/visible-text'
import type { DossierCase } from '@renderer/data/cases'
import { keepOriginal, loadIssued } from '@renderer/data/publication'
import { usePerson, useToday } from '@renderer/data/use-live'
import { KeptFileList } from '@renderer/parts/kept/KeptFileList'
import { TakeFiles } from '@renderer/parts/kept/TakeFiles'
import { usePaperDesk } from '@renderer/parts/papers/use-paper-desk'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { CorrectionDialog } from './CorrectionDialog'

/** After publication: the scan of the sealed original, which is authoritative from then on, and corrections. */
export function IssuedPart(props: {
  readonly batch: Batch
  readonly members: readonly DossierCase[]
  readonly listed: readonly DossierCase[]
  readonly office: OfficeSettings
}) {
  const { t } = useTranslation()
  const { batch, members, listed, office } = props
  const issued = useLiveQuery(() => loadIssued(batch.id), [batch.id])
  const [isCorrecting, setCorrecting] = useState(false)
  const desk = usePaperDesk()
  if (issued === undefined) return null
  const { corrections, originals } = issued
  const originalOf = (of: SealedOriginal['of'], correctionId: string | null) =>
    originals.find((one) => one.of === of && one.correctionId === correctionId) ?? null
  return (
    <section className="panel stack" aria-label={t('issuedPart.title')}>
      <h2>{t('issuedPart.title')}</h2>
      <Original batch={batch} of="notice" correctionId={null} original={originalOf('notice', null)} />
      <div className="row spread">
        <h3>{t('correction.title', { count: corrections.length })}</h3>
        <Button
          size="small"
          onClick={() => {
            setCorrecting(true)
          }}
        >
          {t('correction.add')}
        </Button>
      </div>
      <p className="quiet">{t('correction.note')}</p>
      {corrections.map((correction) => (
        <div key={correction.id} className="check stack">
          <span className="row">
            <strong>{visibleText(correction.docNo)}</strong>
            <span className="quiet">{correction.writtenOn}</span>
            <Button
              size="small"
              disabled={desk.busy}
              onClick={() => {
                desk.open({
                  paper: correctionNoticePaper,
                  subject: { id: correction.id, label: correction.writtenOn },
                  ground: { batchId: batch.id },
                  load: (createdAt) =>
                    Promise.resolve({
                      ...batchDocumentFacts(batch, members, office, createdAt, {
                        listed: listed.map(({ file }) => file),
                      }),
                      correction,
                    }),
                })
              }}
            >
              {t('batch.makeDocument', { document: t('document.correction-notice') })}
            </Button>
          </span>
          <ul>
            {correction.items.map(({ place, from, to }, index) => (
              <li key={index}>
                {visibleText(place)}
                {t('correction.change', { from: visibleText(from), to: visibleText(to) })}
              </li>
            ))}
          </ul>
          <Original
            batch={batch}
            of="correction-notice"
            correctionId={correction.id}
            original={originalOf('correction-notice', correction.id)}
          />
        </div>
      ))}
      {isCorrecting ? (
        <CorrectionDialog
          batch={batch}
          dossiers={[...members, ...listed]}
          onClose={() => {
            setCorrecting(false)
          }}
        />
      ) : null}
      {desk.element}
    </section>
  )
}

function Original(props: {
  readonly batch: Batch
  readonly of: SealedOriginal['of']
  readonly correctionId: string | null
  readonly original: SealedOriginal | null
}) {
  const { t } = useTranslation()
  const { batch, of, correctionId, original } = props
  const today = useToday()
  const { name: by } = usePerson()
  const task = useTask()
  return (
    <>
      {original === null ? (
        <p className="quiet">{t('original.none')}</p>
      ) : (
        <Alert
          type="success"
          showIcon
          title={t('original.kept', { on: original.attachedOn, by: original.by })}
          description={
            <>
              <KeptFileList files={[original.file]} />
              <p className="path">{original.file.sha256}</p>
            </>
          }
        />
      )}
      <TakeFiles
        hint={t(original === null ? 'original.hint' : 'original.again')}
        files={[]}
        endings=".pdf,.jpg,.jpeg,.png"
        onTaken={([file]) => {
          if (file === undefined) return
          task.run(async () => {
            await keepOriginal(batch, file, { of, correctionId }, { by, today })
          })
        }}
      />
      <ErrorNote error={task.error} />
    </>
  )
}
