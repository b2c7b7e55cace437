import { Button, Modal, Spin } from 'antd'
import { useEffect, useState } from 'react'
import type { Countersignature } from '@shared/domain/countersign'
import { refusalIn } from '@shared/inspection/finding'
import { attachmentSource, readAttachment } from '@renderer/data/attachments'
import { useInspections } from '@renderer/data/use-inspections'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { FindingNotes } from '@renderer/ui/FindingNotes'
import { HandwritingView } from '@renderer/ui/handwriting/HandwritingView'
import { PdfViewer } from '@renderer/ui/pdf/PdfViewer'
import { useTranslation } from '@renderer/ui/translation'

/** What an expert answered: the hand, the scan to look at, or the reason for not signing. */
export function SignatureCell({ signature, name }: { readonly signature: Countersignature; readonly name: string }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { answer, signedOn } = signature
  return (
    <div className="signature-cell">
      {answer.kind === 'handwriting' ? (
        <HandwritingView value={answer.handwriting} label={t('countersign.handOf', { name })} />
      ) : null}
      {answer.kind === 'declined' ? (
        <p className="verbatim">{t('countersign.reason', { reason: answer.reason })}</p>
      ) : null}
      {answer.kind === 'scan' ? (
        <div>
          <Button
            size="small"
            onClick={() => {
              setOpen(true)
            }}
          >
            {t('countersign.seeScan')}
            <span className="visually-hidden"> {name}</span>
          </Button>
          <div className="quiet path">SHA-256 {answer.scan.sha256}</div>
        </div>
      ) : null}
      <div className="quiet">{signedOn}</div>
      {isOpen && answer.kind === 'scan' ? (
        <Modal
          open
          width="min(60rem, 96vw)"
          title={t('countersign.scanOf', { name })}
          footer={null}
          onCancel={() => {
            setOpen(false)
          }}
        >
          <Scan scan={answer.scan} />
        </Modal>
      ) : null}
    </div>
  )
}

type ScanFile = Extract<Countersignature['answer'], { kind: 'scan' }>['scan']

function Scan({ scan }: { readonly scan: ScanFile }) {
  const { sha256, size, mediaType, fileName } = scan
  const [source] = useState(() => attachmentSource(sha256, size))
  const inspections = useInspections([sha256])
  if (inspections === null) return <Spin />
  const inspection = inspections.get(sha256)
  if (inspection !== undefined && refusalIn(inspection) !== undefined) {
    return <FindingNotes fileName={fileName} inspection={inspection} />
  }
  if (mediaType !== 'application/pdf') return <Picture scan={scan} />
  return (
    <div className="viewer-place">
      <PdfViewer fileName={fileName} source={source} inspection={inspection} />
    </div>
  )
}

function Picture({ scan }: { readonly scan: ScanFile }) {
  const { sha256, size, mediaType, fileName } = scan
  const [address, setAddress] = useState<string | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    let made: string | null = null
    let gone = false
    readAttachment(sha256, size).then(
      (bytes) => {
        if (gone) return
        made = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
        setAddress(made)
      },
      (error: unknown) => {
        if (!gone) setFailure(error)
      },
    )
    return () => {
      gone = true
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [sha256, size, mediaType])
  if (failure !== null) return <ErrorNote error={failure} />
  return address === null ? <Spin /> : <img className="scan" src={address} alt={fileName} />
}
