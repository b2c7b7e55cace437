import { Button, Table } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link, useNavigate } from 'react-router'
import { listPanels } from '@renderer/data/panels'
import { unfinishedDrafts } from '@renderer/data/unfinished-drafts'
import { newPanelId } from '@renderer/platform/ids'
import { EmptyScreen } from '@renderer/ui/EmptyScreen'
import { PageHead } from '@renderer/ui/PageHead'
import { useTranslation } from '@renderer/ui/translation'
import { UnfinishedNotes } from '@renderer/ui/UnfinishedNotes'
import { Roster } from './Roster'

/** 专家评审: the panels and the roster of experts. */
export function PanelsPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const panels = useLiveQuery(listPanels)
  return (
    <>
      <PageHead
        title={t('panels.title')}
        actions={
          <Button
            type="primary"
            onClick={() => {
              void navigate(`/panels/${newPanelId()}`)
            }}
          >
            {t('panels.new')}
          </Button>
        }
      />
      {panels === undefined ? null : (
        <UnfinishedNotes
          forms={unfinishedDrafts(
            'panel',
            panels.map(({ id }) => id),
          )}
        />
      )}
      <section className="panel">
        {panels?.length === 0 ? (
          <EmptyScreen words={t('panels.empty')} />
        ) : (
          <Table
            rowKey="id"
            size="middle"
            pagination={false}
            loading={panels === undefined}
            dataSource={panels ?? []}
            scroll={{ x: 'max-content' }}
            columns={[
              {
                title: t('panels.name'),
                key: 'title',
                render: (_, panel) => (
                  <Link to={`/panels/${panel.id}`} className="strong">
                    {panel.title}
                  </Link>
                ),
              },
              { title: t('panels.heldOn'), dataIndex: 'heldOn' },
              { title: t('panels.place'), dataIndex: 'place' },
              {
                title: t('panels.dossiers'),
                key: 'dossiers',
                align: 'right',
                render: (_, panel) => panel.dossierIds.length,
              },
              {
                title: t('panels.members'),
                key: 'members',
                align: 'right',
                render: (_, panel) => panel.members.length,
              },
            ]}
          />
        )}
      </section>
      <Roster />
    </>
  )
}
