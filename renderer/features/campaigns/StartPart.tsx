import { Alert, Button } from 'antd'
import { useState } from 'react'
import { startGaps, type AroundCampaign } from '@shared/acts/campaign-gaps'
import type { Campaign } from '@shared/domain/campaign'
import { gapWords } from '@renderer/platform/gap-words'
import { ReadBackDialog } from '@renderer/ui/ReadBackDialog'
import type { ReadBackLine } from '@renderer/ui/ReadBackLines'
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
  const lines: readonly ReadBackLine[] = [
    {
      term: t('campaign.kind'),
      words: t('campaigns.name', { year: saved.year, kind: t(`campaignKind.${saved.kind}`) }),
      isStrong: true,
    },
    { term: t('campaign.noticeNo'), words: saved.noticeNo === '' ? t('campaign.noNumber') : saved.noticeNo },
    { term: t('day.campaign-issued'), words: saved.issuedOn ?? t('common.notSet') },
    { term: t('campaign.window'), words: t('common.span', { from: saved.from, to: saved.to }), isStrong: true },
    { term: t('campaign.recipients'), words: recipientWords(saved, t), isStrong: true },
    {
      term: t('campaign.in', { count: names.length }),
      words: names.map(({ name }) => name).join(t('punctuation.list')),
    },
    ...(saved.kind === 'evaluation'
      ? [
          {
            term: t('course.opens'),
            words: t('course.opensCount', { count: names.filter(({ group }) => group !== 'filed').length }),
          },
        ]
      : []),
    {
      term: t('campaign.out', { count: saved.excluded.length }),
      words:
        saved.excluded.length === 0
          ? t('common.none')
          : saved.excluded
              .map(({ name, reason }) => t('campaign.excludedLine', { name, reason }))
              .join(t('punctuation.list')),
    },
  ]
  return (
    <section className="panel stack" aria-label={t('campaign.start')}>
      <h2>{t('campaign.start')}</h2>
      <p>{t('campaign.startMeaning')}</p>
      {dirty ? <Alert type="info" showIcon title={t('campaign.saveFirst')} /> : null}
      {gaps.map((gap) => (
        <Alert key={gapWords(gap, t)} type="error" showIcon role="alert" title={gapWords(gap, t)} />
      ))}
      <div className="panel-foot">
        <Button
          type={dirty ? 'default' : 'primary'}
          disabled={cannot}
          onClick={() => {
            setReadBack(true)
          }}
        >
          {t('campaign.start')}
        </Button>
      </div>
      {isReadBack && !cannot ? (
        <ReadBackDialog
          title={t('campaign.start')}
          meaning={t('campaign.startMeaning')}
          lines={lines}
          confirm={t('act.confirm', { action: t('campaign.start') })}
          task={task}
          onClose={() => {
            setReadBack(false)
          }}
          onConfirm={() => {
            task.run(async () => {
              await beginCampaign(draftOf(saved), around)
            })
          }}
        />
      ) : null}
    </section>
  )
}
