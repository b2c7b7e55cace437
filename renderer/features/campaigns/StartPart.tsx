import { Alert, Button } from 'antd'
import { useState } from 'react'
import { startGaps, type AroundCampaign } from '@shared/acts/campaign-gaps'
import type { Campaign } from '@shared/domain/campaign'
import { gapWords } from '@renderer/platform/gap-words'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { useTranslation } from '@renderer/ui/translation'
import { useTask } from '@renderer/ui/use-task'
import { beginCampaign, draftOf } from './campaign-actions'
import { recipientWords } from './campaign-words'

/** 启动: read back once, for from then on its days and places hold for everybody on the list. */
export function StartPart(props: {
  readonly saved: Campaign
  readonly around: AroundCampaign
  readonly dirty: boolean
}) {
  const { t } = useTranslation()
  const { saved, around, dirty } = props
  const task = useTask()
  const [isReadBack, setReadBack] = useState(false)
  const gaps = startGaps(draftOf(saved), around)
  const cannot = dirty || gaps.length > 0
  const names = around.candidates.filter(({ dossierId }) => saved.dossierIds.includes(dossierId))
  const lines = [
    [t('campaign.kind'), t('campaigns.name', { year: saved.year, kind: t(`campaignKind.${saved.kind}`) })],
    [t('campaign.noticeNo'), saved.noticeNo === '' ? t('campaign.noNumber') : saved.noticeNo],
    [t('day.campaign-issued'), saved.issuedOn ?? t('common.notSet')],
    [t('campaign.window'), t('common.span', { from: saved.from, to: saved.to })],
    [t('campaign.recipients'), recipientWords(saved, t)],
    [t('campaign.in', { count: names.length }), names.map(({ name }) => name).join(t('punctuation.list'))],
    [
      t('campaign.out', { count: saved.excluded.length }),
      saved.excluded
        .map(({ name, reason }) => t('campaign.excludedLine', { name, reason }))
        .join(t('punctuation.list')) || t('common.none'),
    ],
  ] as const
  return (
    <section className="panel stack" aria-label={t('campaign.start')}>
      <h2>{t('campaign.start')}</h2>
      <p>{t('campaign.startMeaning')}</p>
      {dirty ? <Alert type="info" showIcon title={t('campaign.saveFirst')} /> : null}
      {gaps.map((gap) => (
        <Alert key={gapWords(gap, t)} type="error" showIcon role="alert" title={gapWords(gap, t)} />
      ))}
      {isReadBack && !cannot ? (
        <section className="read-back stack" role="group" aria-label={t('act.readBack')}>
          <p>{t('act.readBackHint')}</p>
          <dl className="read-back-lines">
            {lines.flatMap(([label, words]) => [
              <dt key={`${label}-term`}>{label}</dt>,
              <dd key={`${label}-words`} className="reading">
                {words}
              </dd>,
            ])}
          </dl>
        </section>
      ) : null}
      <ErrorNote error={task.error} />
      <div className="panel-foot">
        {isReadBack ? (
          <Button
            onClick={() => {
              setReadBack(false)
            }}
          >
            {t('act.changeAgain')}
          </Button>
        ) : null}
        <Button
          type={dirty ? 'default' : 'primary'}
          disabled={cannot}
          loading={task.busy}
          onClick={() => {
            if (!isReadBack) {
              setReadBack(true)
              return
            }
            task.run(async () => {
              await beginCampaign(draftOf(saved), around)
            })
          }}
        >
          {isReadBack ? t('act.confirm', { action: t('campaign.start') }) : t('campaign.start')}
        </Button>
      </div>
    </section>
  )
}
