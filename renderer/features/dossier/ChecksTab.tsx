import { Segmented } from 'antd'
import { useState } from 'react'
import { criteria } from '@shared/regulation/criteria'
import type { CheckResult } from '@shared/regulation/check-dossier'
import { openResults } from '@shared/regulation/open-results'
import { stageOf } from '@shared/workflow/status-table'
import type { DossierCase } from '@renderer/data/cases'
import { clauseName } from '@renderer/ui/clause-name'
import { ClauseText } from '@renderer/ui/ClauseText'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'
import { CheckRow } from './CheckRow'
import { ConditionsView } from './ConditionsView'

type Grouping = 'article' | 'criterion' | 'conditions'
type Show = 'open' | 'all'

/** 核对: what the rules found, with facts and the words of the regulation beside it. */
export function ChecksTab({ dossier }: { readonly dossier: DossierCase }) {
  const { t, locale } = useTranslation()
  const [grouping, setGrouping] = useState<Grouping>('article')
  const [show, setShow] = useState<Show>('open')
  const open = openResults(dossier.results, stageOf(dossier.status))
  const results = show === 'all' ? dossier.results : open
  const groups = groupsOf[grouping](results)
  return (
    <div className="stack">
      <div className="row">
        <Segmented<Grouping>
          value={grouping}
          onChange={setGrouping}
          options={[
            { value: 'article', label: t('checks.byArticle') },
            { value: 'criterion', label: t('checks.byCriterion') },
            { value: 'conditions', label: t('checks.conditions') },
          ]}
        />
        <Segmented<Show>
          value={show}
          onChange={setShow}
          options={[
            { value: 'open', label: t('checks.showOpen', { count: open.length }) },
            { value: 'all', label: t('checks.showAll', { count: dossier.results.length }) },
          ]}
        />
      </div>
      {grouping === 'conditions' ? <ConditionsView dossier={dossier} /> : null}
      {groups.length === 0 && grouping !== 'conditions' ? <p className="quiet">{t('checks.nothingOpen')}</p> : null}
      {groups.map((group) => (
        <section key={group.key} className="check-group">
          <h3>
            {group.criterionId === null
              ? clauseName(group.clauses[0] ?? '1', locale)
              : wordsOf(t, `criterion.${group.criterionId}.title`)}
          </h3>
          <div className="two-sides">
            <div>
              {group.results.map((result) => (
                <CheckRow key={result.ruleId} result={result} dossier={dossier} />
              ))}
            </div>
            <aside className="stack sticky">
              {group.clauses.map((clause) => (
                <ClauseText key={clause} clause={clause} />
              ))}
            </aside>
          </div>
        </section>
      ))}
    </div>
  )
}

const groupsOf: Readonly<Record<Grouping, (results: readonly CheckResult[]) => readonly Group[]>> = {
  article: (results) => byArticle(results),
  criterion: (results) => byCriterion(results),
  conditions: () => [],
}

type Group = {
  readonly key: string
  readonly criterionId: string | null
  readonly clauses: readonly `${number}`[]
  readonly results: readonly CheckResult[]
}

function byArticle(results: readonly CheckResult[]): readonly Group[] {
  const articles = [...new Set(results.map((result) => result.article))].sort((a, b) => a - b)
  return articles.map((article) => ({
    key: String(article),
    criterionId: null,
    clauses: [`${article}`],
    results: results.filter((result) => result.article === article),
  }))
}

const byCriterion = (results: readonly CheckResult[]): readonly Group[] =>
  criteria
    .map(({ id, clause }) => ({
      key: id,
      criterionId: id,
      clauses: [clause as `${number}`],
      results: results.filter((result) => result.criterionIds.includes(id)),
    }))
    .filter((group) => group.results.length > 0)
