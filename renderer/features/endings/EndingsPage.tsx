import { Button, Spin, Table } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { Link } from 'react-router'
import { draftOf, type EndingLine } from '@shared/acts/ended-register'
import { visibleText } from '@shared/lib/visible-text'
import type { EndedDossier } from '@shared/records/ended-alliances'
import { loadEndings } from '@renderer/data/endings'
import { PageHead } from '@renderer/ui/PageHead'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'
import { EndingDialog } from './EndingDialog'
import { PastedEndings } from './PastedEndings'
import { StrikeDialog } from './StrikeDialog'

type Open = { readonly kind: 'add' } | { readonly kind: 'correct' | 'strike'; readonly line: EndingLine }

/**
 * 撤销与终止登记簿: what happened before this desk or elsewhere, and what this desk revoked. All of it bears on every
 * application.
 */
export function EndingsPage() {
  const { t } = useTranslation()
  const endings = useLiveQuery(loadEndings)
  const [open, setOpen] = useState<Open | null>(null)
  if (endings === undefined) return <Spin />
  const { lines, dossiers } = endings
  const close = () => {
    setOpen(null)
  }
  return (
    <>
      <PageHead
        title={t('endings.title')}
        note={t('endings.note')}
        actions={
          <Button
            type="primary"
            onClick={() => {
              setOpen({ kind: 'add' })
            }}
          >
            {t('endings.add')}
          </Button>
        }
      />
      <section className="panel stack">
        <h2>{t('endings.own')}</h2>
        <Table<EndingLine>
          rowKey="id"
          size="small"
          pagination={lines.length > 50 ? { pageSize: 50 } : false}
          dataSource={[...lines]}
          locale={{ emptyText: t('endings.empty') }}
          scroll={{ x: 'max-content' }}
          columns={[
            {
              title: t('ending.allianceName'),
              key: 'name',
              render: (_, { revocation }) => (
                <>
                  {revocation.struck === undefined ? (
                    <strong>{visibleText(revocation.allianceName)}</strong>
                  ) : (
                    <del>{visibleText(revocation.allianceName)}</del>
                  )}
                  <div className="quiet">{visibleText((revocation.formerNames ?? []).join(t('punctuation.list')))}</div>
                  {revocation.struck === undefined ? null : (
                    <div className="quiet">{t('endings.struck', { reason: visibleText(revocation.struck) })}</div>
                  )}
                </>
              ),
            },
            {
              title: t('ending.leadUnitName'),
              key: 'lead',
              render: (_, { revocation }) => visibleText(revocation.leadUnitName),
            },
            {
              title: t('endings.memberCount'),
              key: 'members',
              align: 'right',
              render: (_, { revocation }) => revocation.memberNames.length,
            },
            { title: t('ending.decidedOn'), key: 'day', render: (_, { revocation }) => revocation.decidedOn },
            {
              title: t('ending.ground'),
              key: 'ground',
              render: (_, { revocation }) => wordsOf(t, `revocationGround.${revocation.ground ?? 'ended'}`),
            },
            {
              title: t('ending.source'),
              key: 'source',
              render: (_, { revocation }) => visibleText(revocation.source ?? ''),
            },
            {
              title: '',
              key: 'acts',
              render: (_, line) =>
                line.revocation.struck !== undefined ? null : (
                  <span className="row">
                    <Button
                      size="small"
                      onClick={() => {
                        setOpen({ kind: 'correct', line })
                      }}
                    >
                      {t('endings.correct')}
                    </Button>
                    <Button
                      size="small"
                      onClick={() => {
                        setOpen({ kind: 'strike', line })
                      }}
                    >
                      {t('endings.strike')}
                    </Button>
                  </span>
                ),
            },
          ]}
        />
        <h3>{t('endings.table')}</h3>
        <PastedEndings lines={lines} />
      </section>
      <section className="panel">
        <h2>{t('endings.here')}</h2>
        <p className="quiet">{t('endings.hereNote')}</p>
        <Table<EndedDossier>
          rowKey="dossierId"
          size="small"
          pagination={false}
          dataSource={[...dossiers]}
          locale={{ emptyText: t('endings.noneHere') }}
          scroll={{ x: 'max-content' }}
          columns={[
            {
              title: t('ending.allianceName'),
              key: 'name',
              render: (_, { dossierId, ended }) => (
                <Link to={`/dossiers/${dossierId}`}>{visibleText(ended.names[0] ?? '')}</Link>
              ),
            },
            { title: t('ending.decidedOn'), key: 'day', render: (_, { ended }) => ended.decidedOn },
            {
              title: t('ending.ground'),
              key: 'ground',
              render: (_, { ended }) => wordsOf(t, `revocationGround.${ended.ground ?? 'ended'}`),
            },
          ]}
        />
      </section>
      {open?.kind === 'add' ? <EndingDialog of="new" lines={lines} onClose={close} onDone={close} /> : null}
      {open?.kind === 'correct' ? (
        <EndingDialog
          of={open.line.id}
          begin={draftOf(open.line.revocation)}
          id={open.line.id}
          lines={lines}
          onClose={close}
          onDone={close}
        />
      ) : null}
      {open?.kind === 'strike' ? <StrikeDialog line={open.line} onClose={close} /> : null}
    </>
  )
}
