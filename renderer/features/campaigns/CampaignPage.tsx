import { Alert, Button, Spin, Tabs } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useParams, useSearchParams } from 'react-router'
import { campaignAsSaved } from '@shared/acts/campaign'
import { campaignGaps, type AroundCampaign, type CampaignDraft } from '@shared/acts/campaign-gaps'
import { campaignSchema, type Campaign } from '@shared/domain/campaign'
import { yearOf, type CalendarDate } from '@shared/domain/date'
import type { CampaignId } from '@shared/domain/ids'
import type { OfficeSettings } from '@shared/domain/office'
import { annualReportWindow } from '@shared/domain/pilot-dates'
import { isSameValue } from '@shared/lib/same-value'
import { listCampaigns, loadCandidates } from '@renderer/data/campaigns'
import { useDraft } from '@renderer/data/use-draft'
import { useLiveOf, useLoadedOffice, useToday } from '@renderer/data/use-live'
import { dayAndTime } from '@renderer/platform/clock'
import { gapWords } from '@renderer/platform/gap-words'
import { DraftNote } from '@renderer/ui/DraftNote'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { PageHead } from '@renderer/ui/PageHead'
import { useTranslation } from '@renderer/ui/translation'
import { useTask } from '@renderer/ui/use-task'
import { BoardPart } from './BoardPart'
import { draftOf, saveCampaign } from './campaign-actions'
import { CohortPart } from './CohortPart'
import { NoticePart } from './NoticePart'
import { ReturnsPart } from './ReturnsPart'
import { StartPart } from './StartPart'
import { TermsForm } from './TermsForm'

/** One round: what it asks and whom; once it runs, its board and what comes in. */
export function CampaignPage() {
  const campaignId = (useParams()['campaignId'] ?? '') as CampaignId
  const today = useToday()
  const office = useLoadedOffice()
  const campaigns = useLiveQuery(listCampaigns)
  const saved = campaigns?.find(({ id }) => id === campaignId) ?? null
  const candidates = useLiveOf(`${campaignId} ${today} ${saved?.dossierIds.length ?? 0}`, () =>
    loadCandidates(today, saved?.dossierIds),
  )
  if (office === undefined || campaigns === undefined || candidates === undefined) return <Spin />
  const around = { candidates, others: campaigns, today }
  return <CampaignForm key={campaignId} id={campaignId} saved={saved} around={around} office={office} />
}

/** A round begins as the yearly one of Art. 16: both divisions, the work rule's window. */
const freshCampaign = (id: CampaignId, today: CalendarDate, office: OfficeSettings): Campaign => {
  const year = yearOf(today)
  const { from, to } = annualReportWindow(year, office)
  return campaignSchema.parse({ id, kind: 'annual-summary', year, from, to })
}

function CampaignForm(props: {
  readonly id: CampaignId
  readonly saved: Campaign | null
  readonly around: AroundCampaign
  readonly office: OfficeSettings
}) {
  const { t } = useTranslation()
  const { id, saved, around, office } = props
  const [search, setSearch] = useSearchParams()
  const start = draftOf(saved ?? freshCampaign(id, around.today, office))
  const draft = useDraft<CampaignDraft>(`campaign/${id}`, start)
  // A closed round is history; what was begun says so itself, whatever an older draft says.
  const campaign =
    saved?.status === 'closed' ? draftOf(saved) : { ...draft.value, status: saved?.status ?? ('preparing' as const) }
  const dirty = saved === null || !isSameValue(saved, campaign)
  const gaps = campaignGaps(campaign, around)
  const set = (part: Partial<CampaignDraft>) => {
    draft.change((now) => ({ ...now, ...part }))
  }
  const isClosed = saved?.status === 'closed'
  const terms = (
    <>
      {isClosed ? null : <DraftNote draft={draft} timeOf={dayAndTime} />}
      <fieldset disabled={isClosed} className="bare-fieldset">
        <TermsForm campaign={campaign} office={office} gaps={gaps} onChange={set} />
        <CohortPart campaign={campaign} candidates={around.candidates} gaps={gaps} onChange={set} />
      </fieldset>
      {isClosed ? null : (
        <SavePart campaign={campaign} around={around} dirty={dirty} onSaved={draft.drop} isBlocked={gaps.length > 0} />
      )}
      {saved === null ? null : (
        <NoticePart saved={saved} candidates={around.candidates} office={office} dirty={dirty} />
      )}
    </>
  )
  const head = (
    <PageHead
      title={t('campaigns.name', {
        year: Number.isInteger(campaign.year) ? campaign.year : start.year,
        kind: t(`campaignKind.${campaign.kind}`),
      })}
      note={
        <span className="row">
          <span>{t(`campaigns.status.${campaign.status}`)}</span>
          {campaign.noticeNo === '' ? null : <span>{campaign.noticeNo}</span>}
          {saved === null ? null : <span>{t('common.span', { from: saved.from, to: saved.to })}</span>}
        </span>
      }
    />
  )
  if (saved === null || saved.status === 'preparing') {
    return (
      <>
        {head}
        {terms}
        {saved === null ? null : <StartPart saved={saved} around={around} dirty={dirty} />}
      </>
    )
  }
  return (
    <>
      {head}
      <Tabs
        activeKey={search.get('tab') ?? 'board'}
        onChange={(tab) => {
          setSearch({ tab }, { replace: true })
        }}
        items={[
          { key: 'board', label: t('campaign.board'), children: <BoardPart campaign={saved} /> },
          {
            key: 'returns',
            label: t('campaign.returns'),
            children: <ReturnsPart campaign={saved} />,
            disabled: isClosed,
          },
          { key: 'terms', label: t('campaign.termsAndCohort'), children: terms },
        ]}
      />
    </>
  )
}

function SavePart(props: {
  readonly campaign: CampaignDraft
  readonly around: AroundCampaign
  readonly dirty: boolean
  readonly isBlocked: boolean
  readonly onSaved: (next: CampaignDraft) => Promise<void>
}) {
  const { t } = useTranslation()
  const { campaign, around, dirty, isBlocked, onSaved } = props
  const task = useTask()
  const gaps = campaignGaps(campaign, around)
  return (
    <section className="panel">
      {dirty ? <Alert type="info" showIcon title={t('batch.unsaved')} /> : null}
      {gaps.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={[...new Set(gaps.map((gap) => gapWords(gap, t)))].join(t('punctuation.sentenceGap'))}
        />
      )}
      <ErrorNote error={task.error} />
      <div className="panel-foot">
        <Button
          type={dirty ? 'primary' : 'default'}
          disabled={!dirty || isBlocked}
          loading={task.busy}
          onClick={() => {
            task.run(async () => {
              await saveCampaign(campaign, around)
              await onSaved(draftOf(campaignAsSaved(campaign)))
            })
          }}
        >
          {t('campaign.save')}
        </Button>
      </div>
    </section>
  )
}
