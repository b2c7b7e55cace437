import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { printedCode, readPaperCode } from '@shared/documents/paper-code'
import { findDeskPapers } from '@renderer/data/paper-register'
import { useToday } from '@renderer/data/use-live'
import { isComposing } from '@renderer/platform/ime'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { useTranslation } from '@renderer/ui/translation'
import { useTask } from '@renderer/ui/use-task'
import type { RegisteredPaper } from '@shared/records/paper-register'
import { PaperCard } from './PaperCard'

type Answer =
  | { readonly kind: 'malformed' }
  | { readonly kind: 'found'; readonly code: string; readonly papers: readonly RegisteredPaper[] }
  /** The code is in the register, the whole hash of the QR code is another's. */
  | { readonly kind: 'other-hash'; readonly code: string }

/** From paper to register: the code in the foot of the last page, typed or scanned. */
export function PaperCode() {
  const { t } = useTranslation()
  const today = useToday()
  const task = useTask()
  const [typed, setTyped] = useState('')
  const [answer, setAnswer] = useState<Answer | null>(null)
  const find = () => {
    const read = readPaperCode(typed)
    if (read === undefined) {
      setAnswer({ kind: 'malformed' })
      return
    }
    task.run(async () => {
      const papers = await findDeskPapers({ kind: 'code', ...read }, today)
      const byCodeAlone = read.hash !== null && papers.length === 0
      const alike = byCodeAlone ? await findDeskPapers({ kind: 'code', code: read.code, hash: null }, today) : []
      setAnswer(alike.length > 0 ? { kind: 'other-hash', code: read.code } : { kind: 'found', code: read.code, papers })
    })
  }
  return (
    <section className="panel stack" aria-label={t('paperCode.title')}>
      <h2>{t('paperCode.title')}</h2>
      <Labelled label={t('paperCode.field')} htmlFor="paper-code">
        <Input
          id="paper-code"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setAnswer(null)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isComposing(event)) find()
          }}
        />
      </Labelled>
      <p className="quiet">{t('paperCode.hint')}</p>
      <div className="panel-foot">
        <Button loading={task.busy} disabled={typed.trim() === ''} onClick={find}>
          {t('paperCode.find')}
        </Button>
      </div>
      <ErrorNote error={task.error} />
      <div aria-live="polite">
        {answer?.kind === 'malformed' ? <Alert type="warning" showIcon title={t('paperCode.malformed')} /> : null}
        {answer?.kind === 'other-hash' ? (
          <Alert type="error" showIcon title={t('paperCode.otherHash', { code: printedCode(answer.code) })} />
        ) : null}
        {answer?.kind === 'found' && answer.papers.length === 0 ? (
          <Alert type="warning" showIcon title={t('paperCode.unknown', { code: printedCode(answer.code) })} />
        ) : null}
        {answer?.kind === 'found'
          ? answer.papers.map((paper) => <PaperCard key={paper.exported.id} paper={paper} />)
          : null}
      </div>
    </section>
  )
}
