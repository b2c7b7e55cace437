import { Button, Table } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link, useNavigate } from 'react-router'
import { listCampaigns } from '@renderer/data/campaigns'
import { unfinishedDrafts } from '@renderer/data/unfinished-drafts'
import { newCampaignId } from '@renderer/platform/ids'
import { EmptyScreen } from '@renderer/ui/EmptyScreen'
import { PageHead } from '@renderer/ui/PageHead'
import { UnfinishedNotes } from '@renderer/ui/UnfinishedNotes'
import { useTranslation } from '@renderer/ui/translation'

/** 年度工作: rounds over many alliances (Art. 15-17, and what the office asks for by its own notice). */
export function CampaignsPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const campaigns = useLiveQuery(listCampaigns)
  return (
    <>
      <PageHead
        title={t('nav.campaigns')}
        note={t('campaigns.note')}
        actions={
          <>
            <Button
              onClick={() => {
                void navigate('/figures')
              }}
            >
              {t('figures.pageTitle')}
            </Button>
            <Button
              type="primary"
              onClick={() => {
                void navigate(`/campaigns/${newCampaignId()}`)
              }}
            >
              {t('campaigns.new')}
            </Button>
          </>
        }
      />
      {campaigns === undefined ? null : (
        <UnfinishedNotes
          forms={unfinishedDrafts(
            'campaign',
            campaigns.map(({ id }) => id),
          )}
        />
      )}
      <section className="panel">
        {campaigns?.length === 0 ? (
          <EmptyScreen words={t('campaigns.empty')} />
        ) : (
          <Table
            rowKey="id"
            pagination={false}
            loading={campaigns === undefined}
            dataSource={[...(campaigns ?? [])]}
            scroll={{ x: 'max-content' }}
            columns={[
              {
                title: t('nav.campaigns'),
                key: 'name',
                render: (_, { id, year, kind }) => (
                  <Link className="strong" to={`/campaigns/${id}`}>
                    {t('campaigns.name', { year, kind: t(`campaignKind.${kind}`) })}
                  </Link>
                ),
              },
              { title: t('common.state'), key: 'status', render: (_, { status }) => t(`campaigns.status.${status}`) },
              { title: t('campaign.noticeNo'), key: 'no', render: (_, { noticeNo }) => noticeNo },
              {
                title: t('campaign.window'),
                key: 'window',
                render: (_, { from, to }) => t('common.span', { from, to }),
              },
              {
                title: t('batches.count'),
                key: 'count',
                align: 'right',
                render: (_, { dossierIds }) => dossierIds.length,
              },
            ]}
          />
        )}
      </section>
    </>
  )
}
