import type { Completeness, WantedMaterial } from '@shared/regulation/completeness'
import { clauseName } from '@renderer/ui/clause-name'
import { Shape } from '@renderer/ui/Shape'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'

/** 完整性: one slot for each wanted material; Art. 7 names three, the others are work rule. */
export function CompletenessList({ completeness }: { readonly completeness: Completeness }) {
  const { t } = useTranslation()
  return (
    <div className="halves">
      <Slots title={t('completeness.filing')} wanted={completeness.filing} />
      <Slots title={t('completeness.application')} wanted={completeness.application} />
    </div>
  )
}

function Slots({ title, wanted }: { readonly title: string; readonly wanted: readonly WantedMaterial[] }) {
  const { t, locale } = useTranslation()
  return (
    <section>
      <h3>{title}</h3>
      <ul className="slots">
        {wanted.map(({ code, basis, clause, problems }) => (
          <li key={code}>
            <span className="mark">
              {problems.length === 0 ? <Shape shape="dot" tone="green" /> : <Shape shape="triangle" tone="amber" />}
              <strong>{wordsOf(t, `materialCode.${code}`)}</strong>
            </span>
            <span className={basis === 'statute' ? 'tag' : 'tag work-rule'}>
              {basis === 'statute'
                ? clauseName(clause, locale)
                : t('completeness.workRule', { clause: clauseName(clause, locale) })}
            </span>
            <span>
              {problems.length === 0
                ? t('completeness.inOrder')
                : problems.map((problem) => wordsOf(t, `material.problem.${problem}`)).join(t('punctuation.list'))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
