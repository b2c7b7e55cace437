import { Button, Table, Tooltip } from 'antd'
import { useState } from 'react'
import type { Change } from '@shared/domain/change'
import { changeStanding, type ChangeStanding } from '@shared/workflow/change-standing'
import { measureOf } from '@shared/domain/measure'
import { visibleText } from '@shared/lib/visible-text'
import type { DossierCase } from '@renderer/data/cases'
import { Shape, type ShapeName } from '@renderer/ui/Shape'
import { useTranslation } from '@renderer/ui/translation'
import { CarryDialog } from './CarryDialog'
import { ChangeDialog } from './ChangeDialog'
import { changeWords } from './change-words'
import { PublishedDialog } from './PublishedDialog'

type Open = { readonly what: 'record' | 'carry' | 'publish'; readonly change: Change | null }

/** 变更 (Art. 18): what is known, what was filed with which paper and in time or not, what the dossier carries by now. */
export function ChangesRegister({ dossier }: { readonly dossier: DossierCase }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<Open | null>(null)
  const { content, proceedings } = dossier.file
  const changes = proceedings.changes.toSorted((a, b) => (a.completedOn < b.completedOn ? 1 : -1))
  const isTaken = dossier.actions.some(({ action }) => action === 'note-change' || action === 'file-change')
  const close = () => {
    setOpen(null)
  }
  return (
    <>
      <div className="row spread">
        <h3>{t('changes.title')}</h3>
        {isTaken ? (
          <Button
            onClick={() => {
              setOpen({ what: 'record', change: null })
            }}
          >
            {t('changes.add')}
          </Button>
        ) : null}
      </div>
      <p className="quiet">{changes.length === 0 ? t('changes.none') : t('changes.note')}</p>
      {changes.length === 0 ? null : (
        <Table
          rowKey="id"
          size="small"
          pagination={false}
          dataSource={changes}
          scroll={{ x: 'max-content' }}
          columns={[
            {
              title: t('act.changeKind'),
              key: 'kind',
              render: (_, change) => (
                <div className="change-words">
                  <strong>{t(`changeKind.${change.kind}`)}</strong>
                  <div>{visibleText(changeWords(content, change, t))}</div>
                  {change.description === '' ? null : <div className="quiet">{visibleText(change.description)}</div>}
                </div>
              ),
            },
            { title: t('changes.completed'), key: 'completedOn', render: (_, { completedOn }) => completedOn },
            { title: t('changes.known'), key: 'knownOn', render: (_, { knownOn }) => knownOn ?? '—' },
            {
              title: t('field.filing'),
              key: 'filedOn',
              render: (_, { filedOn, paper = '' }) => (
                <>
                  {filedOn ?? '—'}
                  {paper === '' ? null : <div className="quiet path">{visibleText(paper)}</div>}
                </>
              ),
            },
            {
              title: t('changes.deadline'),
              key: 'deadline',
              render: (_, change) => (
                <Standing
                  standing={changeStanding(change, { ...dossier.facts, proceedings, measure: measureOf(dossier.file) })}
                />
              ),
            },
            {
              title: t('common.actions'),
              key: 'act',
              render: (_, change) => (
                <RowActs
                  change={change}
                  isTaken={isTaken}
                  onOpen={(what) => {
                    setOpen({ what, change })
                  }}
                />
              ),
            },
          ]}
        />
      )}
      {open?.what === 'record' ? <ChangeDialog dossier={dossier} change={open.change} onClose={close} /> : null}
      {open?.what === 'carry' && open.change !== null ? (
        <CarryDialog dossier={dossier} change={open.change} onClose={close} />
      ) : null}
      {open?.what === 'publish' && open.change !== null ? (
        <PublishedDialog dossier={dossier} change={open.change} onClose={close} />
      ) : null}
    </>
  )
}

function RowActs(props: {
  readonly change: Change
  readonly isTaken: boolean
  readonly onOpen: (what: Open['what']) => void
}) {
  const { t } = useTranslation()
  const { change, isTaken, onOpen } = props
  const { carried, publishedIn, filedOn, effect } = change
  const button = (what: Open['what'], words: string, isNext = false) => (
    <Button
      size="small"
      type={isNext ? 'primary' : 'default'}
      onClick={() => {
        onOpen(what)
      }}
    >
      {words}
    </Button>
  )
  if (carried === undefined) {
    return (
      <div className="register-acts">
        {isTaken ? button('record', t('changes.edit'), filedOn === null) : null}
        {filedOn === null ? null : button('carry', t('field.carried'), true)}
      </div>
    )
  }
  return (
    <div className="register-acts">
      <span>{t('changes.carried', { ...carried })}</span>
      {publishedIn !== undefined ? <span>{t('changes.published', { no: publishedIn })}</span> : null}
      {publishedIn === undefined && effect?.newName !== undefined ? button('publish', t('changes.publish')) : null}
    </div>
  )
}

const stateShape: Readonly<Record<ChangeStanding['state'], readonly [ShapeName, 'green' | 'grey' | 'amber' | 'red']>> =
  {
    'in-time': ['dot', 'green'],
    running: ['outline', 'grey'],
    late: ['triangle', 'amber'],
    overdue: ['square', 'red'],
  }

function Standing({ standing }: { readonly standing: ChangeStanding | null }) {
  const { t } = useTranslation()
  if (standing === null) return <span className="quiet">{t('changes.noDeadline')}</span>
  const [shape, tone] = stateShape[standing.state]
  return (
    <>
      <div>
        {standing.lastDay}{' '}
        {standing.provisional ? (
          <Tooltip title={t('changes.provisionalHint')}>
            <span className="tag" tabIndex={0}>
              {t('verdict.provisional')}
            </span>
          </Tooltip>
        ) : null}
        {standing.isStatute ? null : (
          <Tooltip title={t('changes.notInText')}>
            <span className="tag work-rule" tabIndex={0}>
              {t('common.workRule')}
            </span>
          </Tooltip>
        )}
      </div>
      <div className="row">
        <Shape shape={shape} tone={tone} />
        {t(`changes.state.${standing.state}`)}
      </div>
    </>
  )
}
