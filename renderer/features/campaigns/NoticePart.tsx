import { Button } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { campaignNoticePaper } from '@shared/documents/catalogue-campaign'
import type { DocumentFrame } from '@shared/documents/plain-document'
import type { Campaign } from '@shared/domain/campaign'
import type { Candidate } from '@shared/domain/cohort'
import type { OfficeSettings } from '@shared/domain/office'
import { presentRegulation } from '@shared/regulation/versions'
import { draftCopy } from '@shared/acts/paper-facts'
import { listCampaignExports } from '@renderer/data/exports'
import { useSession } from '@renderer/data/session'
import { IssuedFiles } from '@renderer/parts/IssuedFiles'
import { usePaperDesk } from '@renderer/parts/papers/use-paper-desk'
import { dayAndTime } from '@renderer/platform/clock'
import { useTranslation } from '@renderer/ui/translation'

/** 通知: the office's own paper on a round, as it is saved; what was issued stands below it. */
export function NoticePart(props: {
  readonly saved: Campaign
  readonly candidates: readonly Candidate[]
  readonly office: OfficeSettings
  readonly dirty: boolean
}) {
  const { t } = useTranslation()
  const { saved, candidates, office, dirty } = props
  const desk = usePaperDesk()
  const exchangeFolder = useSession((session) => session.status?.exchangeFolder ?? '')
  const issued = useLiveQuery(() => listCampaignExports(saved.id), [saved.id], [])
  const show = (copy: Pick<DocumentFrame, 'draft'>) => {
    desk.open({
      paper: campaignNoticePaper,
      ground: { campaignId: saved.id, dossierIds: saved.dossierIds },
      load: (createdAt) =>
        Promise.resolve({
          campaign: saved,
          alliances: candidates
            .filter(({ dossierId }) => saved.dossierIds.includes(dossierId))
            .map(({ name, chairUnit, group }) => ({ name, chairUnit, group })),
          settings: office,
          regulationTitle: presentRegulation.title,
          createdAt,
          ...copy,
        }),
    })
  }
  return (
    <section className="panel stack" aria-label={t('document.campaign-notice')}>
      <h2>{t('document.campaign-notice')}</h2>
      <p className="quiet">{t('campaign.noticeMeaning')}</p>
      <div className="row">
        <Button
          disabled={dirty || desk.busy}
          onClick={() => {
            show(draftCopy)
          }}
        >
          {t('batch.previewDraft')}
        </Button>
        <Button
          disabled={dirty || desk.busy}
          onClick={() => {
            show({})
          }}
        >
          {t('batch.previewFinal')}
        </Button>
      </div>
      {issued.map(({ id, at, value }) => (
        <div key={id} className="row">
          <strong>{t('campaign.issued')}</strong>
          <span className="quiet">
            {dayAndTime(at)} {value.code}
          </span>
          <IssuedFiles title={t('document.campaign-notice')} files={value.files} exchangeFolder={exchangeFolder} />
        </div>
      ))}
      {desk.element}
    </section>
  )
}
