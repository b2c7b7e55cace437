import { Button, Table } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link, useNavigate } from 'react-router'
import { listBatches } from '@renderer/data/case-queues'
import { unfinishedDrafts } from '@renderer/data/unfinished-drafts'
import { newBatchId } from '@renderer/platform/ids'
import { EmptyScreen } from '@renderer/ui/EmptyScreen'
import { PageHead } from '@renderer/ui/PageHead'
import { UnfinishedNotes } from '@renderer/ui/UnfinishedNotes'
import { useTranslation } from '@renderer/ui/translation'

/** 批次公布 (Art. 14). */
export function BatchesPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const batches = useLiveQuery(listBatches)
  return (
    <>
      <PageHead
        title={t('batches.title')}
        actions={
          <Button
            type="primary"
            onClick={() => {
              void navigate(`/batches/${newBatchId()}`)
            }}
          >
            {t('batches.new')}
          </Button>
        }
      />
      {batches === undefined ? null : (
        <UnfinishedNotes
          forms={unfinishedDrafts(
            'batch',
            batches.map(({ id }) => id),
          )}
        />
      )}
      <section className="panel">
        {batches?.length === 0 ? (
          <EmptyScreen words={t('batches.empty')} />
        ) : (
          <Table
            rowKey="id"
            pagination={false}
            loading={batches === undefined}
            dataSource={batches ?? []}
            columns={[
              {
                title: t('batches.title'),
                key: 'name',
                render: (_, batch) => (
                  <Link className="strong" to={`/batches/${batch.id}`}>
                    {t('batches.name', { year: batch.year, seq: batch.seq })}
                  </Link>
                ),
              },
              {
                title: t('common.state'),
                key: 'status',
                render: (_, batch) => t(`batches.status.${batch.status}`),
              },
              {
                title: t('batches.count'),
                key: 'count',
                align: 'right',
                render: (_, batch) => batch.dossierIds.length,
              },
              { title: t('batch.docNo'), key: 'docNo', render: (_, batch) => batch.notice.docNo },
            ]}
          />
        )}
      </section>
    </>
  )
}
