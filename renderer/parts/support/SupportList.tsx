import { Button, Table } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { supportArticles } from '@shared/domain/support'
import { visibleText } from '@shared/lib/visible-text'
import { formatYuan } from '@shared/lib/yuan'
import type { SupportedAlliance, SupportLine } from '../../data/support'
import { useTranslation } from '../../ui/translation'
import { StrikeSupport } from './StrikeSupport'
import { SupportDialog } from './SupportDialog'

type Open = { readonly kind: 'correct' | 'strike'; readonly line: SupportLine }

/** Lines of the register of support, each to be corrected or struck off. */
export function SupportList(props: {
  readonly lines: readonly SupportLine[]
  readonly supported: readonly SupportedAlliance[]
  /** Of one alliance, whose name need not be said again. */
  readonly isOfOne?: boolean
}) {
  const { t } = useTranslation()
  const { lines, supported, isOfOne = false } = props
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => {
    setOpen(null)
  }
  return (
    <>
      <Table<SupportLine>
        rowKey={({ dossierId, support }) => `${dossierId}/${support.id}`}
        size="small"
        pagination={lines.length > 50 ? { pageSize: 50 } : false}
        dataSource={[...lines]}
        locale={{ emptyText: t('support.empty') }}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: t('support.on'), key: 'on', render: (_, { support }) => support.on },
          ...(isOfOne
            ? []
            : [
                {
                  title: t('dossiers.alliance'),
                  key: 'name',
                  render: (_: unknown, { dossierId, name }: SupportLine) => (
                    <Link className="strong figure-alliance" to={`/dossiers/${dossierId}?tab=years`}>
                      {visibleText(name)}
                    </Link>
                  ),
                },
              ]),
          {
            title: t('support.kind'),
            key: 'kind',
            render: (_, { support }) => {
              const words = t(`supportKind.${support.kind}`)
              return (
                <>
                  {support.struck === undefined ? words : <del>{words}</del>}
                  <div className="quiet">{t('support.articleNo', { article: supportArticles[support.kind] })}</div>
                </>
              )
            },
          },
          {
            title: t('support.recipient'),
            key: 'recipient',
            render: (_, { support }) => <div className="support-words">{visibleText(support.recipient)}</div>,
          },
          {
            title: t('support.amount'),
            key: 'amount',
            align: 'right',
            render: (_, { support }) => (
              <span className="number">{support.amountFen === null ? '—' : formatYuan(support.amountFen)}</span>
            ),
          },
          {
            title: t('field.basis'),
            key: 'basis',
            render: (_, { support }) => (
              <div className="support-words">
                {visibleText(support.basis)}
                {support.document === '' ? null : <div className="quiet">{visibleText(support.document)}</div>}
                {support.struck === undefined ? null : (
                  <div className="quiet">{t('endings.struck', { reason: visibleText(support.struck) })}</div>
                )}
              </div>
            ),
          },
          {
            title: '',
            key: 'acts',
            render: (_, line) =>
              line.support.struck !== undefined ? null : (
                <span className="row tight">
                  <Button
                    size="small"
                    onClick={() => {
                      setOpen({ kind: 'correct', line })
                    }}
                  >
                    {t('support.correct')}
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
      {open?.kind === 'correct' ? <SupportDialog supported={supported} line={open.line} onClose={close} /> : null}
      {open?.kind === 'strike' ? <StrikeSupport line={open.line} onClose={close} /> : null}
    </>
  )
}
