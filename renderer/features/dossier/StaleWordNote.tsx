import { Alert, Button } from 'antd'
import { Link } from 'react-router'
import { confirmRuleWord } from '@shared/acts/rule-words'
import { visibleText } from '@shared/lib/visible-text'
import type { CheckResult } from '@shared/regulation/check-dossier'
import { appendAct } from '@renderer/data/append-act'
import type { DossierCase } from '@renderer/data/cases'
import { usePerson, useToday } from '@renderer/data/use-live'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'

/**
 * What a person said of a rule on an earlier version: it does not count until it is confirmed here, or said anew below.
 */
export function StaleWordNote({ result, dossier }: { readonly result: CheckResult; readonly dossier: DossierCase }) {
  const { t } = useTranslation()
  const today = useToday()
  const { name: by } = usePerson()
  const task = useTask()
  const { stale, kind } = result
  if (stale === null) return null
  const said = {
    person: visibleText(stale.person),
    on: stale.on,
    verdict: wordsOf(t, `${kind === 'automatic' ? 'verdict' : 'judgement'}.${stale.verdict}`),
    version: stale.dossierVersion ?? t('stale.unknownVersion'),
    present: dossier.file.version,
  }
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={t('stale.word', said)}
        description={<span className="reading">{visibleText(stale.reason)}</span>}
        action={
          stale.isOfDivision ? (
            <Link to={`/dossiers/${dossier.file.id}?tab=opinions`}>{t('stale.toOpinions')}</Link>
          ) : (
            <Button
              loading={task.busy}
              onClick={() => {
                task.run(async () => {
                  await appendAct(confirmRuleWord(dossier, result, { by, today }))
                })
              }}
            >
              {t('stale.confirmWord')}
            </Button>
          )
        }
      />
      <ErrorNote error={task.error} />
    </>
  )
}
