import { Button } from 'antd'
import type { Shown } from '@shared/acts/public-display'
import { batchDocuments } from '@shared/documents/catalogue'
import type { OfficeSettings } from '@shared/domain/office'
import type { Batch } from '@shared/domain/pilot'
import type { DossierCase } from '@renderer/data/cases'
import { batchDocumentFacts } from '@shared/acts/paper-facts'
import { usePaperDesk } from '@renderer/parts/papers/use-paper-desk'
import { useTranslation } from '@renderer/ui/translation'

/** Documents of a batch besides the notice that the office has, such as 公示: work rules, none of them the measure's. */
export function OtherBatchDocuments(props: {
  readonly batch: Batch
  readonly members: readonly DossierCase[]
  readonly office: OfficeSettings
  readonly shown: Shown
  readonly dirty: boolean
}) {
  const { t } = useTranslation()
  const { batch, members, office, shown, dirty } = props
  const desk = usePaperDesk()
  const offered = batchDocuments.filter(({ basis, isOffered }) => basis === null && isOffered(office))
  if (offered.length === 0) return null
  return (
    <section className="panel stack" aria-label={t('batch.otherDocuments')}>
      <h2>
        {t('batch.otherDocuments')} <span className="tag work-rule">{t('common.workRule')}</span>
      </h2>
      <div className="row">
        {offered.map((paper) => (
          <Button
            key={paper.kind}
            disabled={dirty || batch.dossierIds.length === 0 || desk.busy}
            onClick={() => {
              desk.open({
                paper,
                ground: { batchId: batch.id, dossierIds: members.map(({ file }) => file.id) },
                load: (createdAt) => Promise.resolve(batchDocumentFacts(batch, members, office, createdAt, { shown })),
              })
            }}
          >
            {t('batch.makeDocument', { document: t(`document.${paper.kind}`) })}
          </Button>
        ))}
      </div>
      {desk.element}
    </section>
  )
}
