import { Button } from 'antd'
import { useState } from 'react'
import type { ExpertTask } from '@renderer/data/expert-tasks'
import { PageHead } from '@renderer/ui/PageHead'
import { useTranslation } from '@renderer/ui/translation'
import { DeclarationForm } from './DeclarationForm'

/** 回避声明: before the dossier opens; afterwards, what was declared and what follows. */
export function RecusalPage({ task }: { readonly task: ExpertTask }) {
  const [again, setAgain] = useState(false)
  if (task.declaration === null || again) {
    return (
      <DeclarationForm
        task={task}
        onDeclared={() => {
          setAgain(false)
        }}
      />
    )
  }
  return (
    <Recused
      task={task}
      onAgain={() => {
        setAgain(true)
      }}
    />
  )
}

function Recused({ task, onAgain }: { readonly task: ExpertTask; readonly onAgain: () => void }) {
  const { t } = useTranslation()
  const { declaration, decision } = task
  const grounds = declaration?.value.answers.filter((answer) => answer.exists) ?? []
  return (
    <section className="panel recusal">
      <PageHead
        title={t('recusal.recused.title')}
        note={declaration === null ? undefined : t('recusal.recused.on', { day: declaration.value.declaredOn })}
      />
      <p className="reading">{t('recusal.recused.meaning')}</p>
      {grounds.length === 0 ? null : (
        <ul className="reading">
          {grounds.map(({ ground, note }) => (
            <li key={ground}>
              {t(`recusal.ground.${ground}`)}
              {note === '' ? null : <div className="quiet">{t('recusal.noteIs', { note })}</div>}
            </li>
          ))}
        </ul>
      )}
      {decision === null ? null : (
        <p className="reading">
          {t(`recusal.decision.${decision.value.decision}`, { by: decision.value.by, day: decision.value.on })}
          {decision.value.reason === '' ? null : t('recusal.decision.reason', { reason: decision.value.reason })}
        </p>
      )}
      {task.lock?.standing === 'destroyed' && task.version === null ? (
        <p className="reading">{t('lock.recused.destroyed')}</p>
      ) : null}
      <p className="reading">{t('recusal.recused.next')}</p>
      <div className="panel-foot">
        <Button onClick={onAgain}>{t('recusal.again')}</Button>
      </div>
    </section>
  )
}
