import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { printedCode, readPaperCode } from '@renderer/data/paper-code'
import { findPapers, type RegisteredPaper } from '@renderer/data/paper-register'
import { useToday } from '@renderer/data/use-live'
import { isComposing } from '@renderer/platform/ime'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { useTranslation } from '@renderer/ui/translation'
import { useTask } from '@renderer/ui/use-task'
import { PaperCard } from './PaperCard'

type Answer =
  | { readonly kind: 'malformed' }
  | { readonly kind: 'found'; readonly code: string; readonly papers: readonly RegisteredPaper[] }

/** From paper to register: the code in the foot of the last page, typed or scanned. */
export function PaperCode() {
  const { t } = useTranslation()
  const today = useToday()
  const task = useTask()
  const [typed, setTyped] = useState('')
  const [answer, setAnswer] = useState<Answer | null>(null)
  const find = () => {
    const code = readPaperCode(typed)
    if (code === undefined) {
      setAnswer({ kind: 'malformed' })
      return
    }
    task.run(async () => {
      setAnswer({ kind: 'found', code, papers: await findPapers(code, today) })
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
