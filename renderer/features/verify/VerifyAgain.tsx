import { Alert, Button, Checkbox, Progress, Table, type TableColumnsType } from 'antd'
import { useRef, useState } from 'react'
import type { AgainRow, AgainSource } from '@shared/ipc/verify-again'
import { toneOf } from '@shared/ipc/verify-headline'
import type { Translate } from '@shared/messages/translate'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { useTranslation } from '@renderer/ui/translation'
import { useFolderPick } from '@renderer/parts/use-folder-pick'
import { useTask } from '@renderer/ui/use-task'
import { problemWords } from './problem-words'
import { verifyAgain, type AgainState } from './verify-again'

/** 重新校验: everything in the register, or in a folder, by today's rules; names what gets another verdict than before. */
export function VerifyAgain() {
  const { t } = useTranslation()
  const task = useTask()
  const [state, setState] = useState<AgainState | null>(null)
  const [onlyOther, setOnlyOther] = useState(false)
  const stop = useRef(false)
  const begin = (source: AgainSource) => {
    stop.current = false
    setState(null)
    task.run(() => verifyAgain(source, () => stop.current, setState))
  }
  const { pick, chooser } = useFolderPick(({ place }) => {
    begin({ kind: 'folder', folder: place })
  })
  return (
    <section className="panel stack" aria-label={t('again.title')}>
      <h2>{t('again.title')}</h2>
      <p className="quiet">{t('again.note')}</p>
      <div className="row">
        <Button
          disabled={task.busy}
          onClick={() => {
            begin({ kind: 'register' })
          }}
        >
          {t('again.register')}
        </Button>
        <Button disabled={task.busy} onClick={() => void pick()}>
          {t('again.folder')}
        </Button>
        {task.busy ? (
          <Button
            danger
            onClick={() => {
              stop.current = true
            }}
          >
            {t('again.stop')}
          </Button>
        ) : null}
      </div>
      {chooser}
      <ErrorNote error={task.error} />
      {state === null ? null : (
        <Outcome state={state} busy={task.busy} onlyOther={onlyOther} onOnlyOther={setOnlyOther} />
      )}
    </section>
  )
}

function Outcome(props: {
  readonly state: AgainState
  readonly busy: boolean
  readonly onlyOther: boolean
  readonly onOnlyOther: (only: boolean) => void
}) {
  const { t } = useTranslation()
  const { state, busy, onlyOther, onOnlyOther } = props
  const { done, total } = state
  const others = state.rows.filter(({ isOtherVerdict }) => isOtherVerdict)
  if (busy) {
    return (
      <div role="status">
        <Progress percent={total === 0 ? 0 : Math.floor((100 * done) / total)} />
        {t('again.progress', { done, total })}
      </div>
    )
  }
  if (total === 0) return <Alert type="info" showIcon title={t('again.none')} />
  const rows = onlyOther ? others : [...others, ...state.rows.filter(({ isOtherVerdict }) => !isOtherVerdict)]
  return (
    <div className="stack" aria-live="polite">
      <Alert
        type={others.length > 0 ? 'error' : state.isStopped ? 'warning' : 'success'}
        showIcon
        title={t(state.isStopped ? 'again.stopped' : 'again.done', { done, total })}
        description={others.length > 0 ? t('again.other', { count: others.length }) : t('again.noOther')}
      />
      {others.length === 0 ? null : (
        <Checkbox
          checked={onlyOther}
          onChange={({ target }) => {
            onOnlyOther(target.checked)
          }}
        >
          {t('again.onlyOther')}
        </Checkbox>
      )}
      <Table<AgainRow>
        size="small"
        rowKey="path"
        columns={columnsOf(t)}
        dataSource={rows}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        tableLayout="fixed"
        className="again-table"
      />
    </div>
  )
}

const columnsOf = (t: Translate): TableColumnsType<AgainRow> => [
  {
    title: t('again.column.file'),
    width: '30%',
    render: (_, { fileName, path }) => (
      <>
        {fileName}
        <div className="path quiet">{path}</div>
      </>
    ),
  },
  {
    title: t('again.column.now'),
    width: '36%',
    render: (_, row) => (
      <>
        <span className={row.headline !== null && toneOf(row.headline) === 'error' ? 'danger' : undefined}>
          {row.outcome === 'verified' && row.headline !== null
            ? t(`verifyPage.headline.${row.headline}`)
            : t(`again.outcome.${row.outcome === 'missing' ? 'missing' : 'unread'}`)}
        </span>
        {row.problems.map((problem, index) => (
          <div key={index} className="quiet">
            {problemWords(problem, t)}
          </div>
        ))}
      </>
    ),
  },
  {
    title: t('again.column.before'),
    render: (_, { before, isOtherVerdict, outcome }) =>
      before === null || outcome !== 'verified' ? (
        outcome === 'verified' ? (
          t('again.before.same')
        ) : (
          ''
        )
      ) : (
        <>
          {t(`again.before.${before.verdict}`)}
          {isOtherVerdict ? (
            <div className="danger">
              {t('again.isOther')}
              {before.signers.length === 0 ? '' : ` · ${before.signers.join('、')}`}
            </div>
          ) : null}
        </>
      ),
  },
  { title: t('again.column.signers'), render: (_, { signers }) => signers.join('、') },
]
