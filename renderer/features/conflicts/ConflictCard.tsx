import { Button, Input, Radio } from 'antd'
import { useId, useState } from 'react'
import { Link } from 'react-router'
import { leavesOf, pathKey, withLeaf, type Leaf } from '@shared/lib/leaves'
import { takesThirdText } from '@shared/records/record'
import { settleConflict, type OpenConflict, type Rival } from '@renderer/data/conflicts'
import { usePerson } from '@renderer/data/use-live'
import { dayAndTime } from '@renderer/platform/clock'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { ReasonField } from '@renderer/ui/ReasonField'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'
import { differingLeaves, leafWords, letterOf, thirdProblem } from './compare'

/** One contested row: every statement whole, item by item, who said it and when; a person chooses and says why. */
export function ConflictCard({ conflict }: { readonly conflict: OpenConflict }) {
  const { t } = useTranslation()
  const person = usePerson()
  const task = useTask()
  const reasonId = useId()
  const { rivals, contested } = conflict
  const seen = rivals.map((rival) => rival.recordId).join(' ')
  // What was picked holds for the statements that were seen: if a side changes meanwhile, a person looks and picks again.
  const [picked, setPicked] = useState<{ readonly choice: string; readonly seen: string } | null>(null)
  const choice = picked?.seen === seen ? picked.choice : null
  const [third, setThird] = useState<Rival['value']>(rivals[0]?.value ?? {})
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const { differing, same } = differingLeaves(rivals)
  const problem = choice === 'third' ? thirdProblem(contested, third) : null
  const settle = () => {
    setAsked(true)
    if (choice === null || reason.trim() === '' || problem !== null) return
    task.run(async () => {
      const chosen = rivals.find((rival) => rival.recordId === choice) ?? null
      const value = chosen?.value ?? third
      await settleConflict(conflict, { chosen, value, reason: reason.trim(), by: person.name })
    })
  }
  return (
    <section className="panel stack" aria-label={wordsOf(t, `record.${contested}`)}>
      <h2>
        {wordsOf(t, `record.${contested}`)}{' '}
        {conflict.dossierIds.map((dossierId, index) => (
          <Link key={dossierId} to={`/dossiers/${dossierId}?tab=timeline`}>
            {conflict.names[index]}
          </Link>
        ))}
      </h2>
      <div className="scroll-x">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('conflicts.field')}</th>
              {rivals.map((rival, index) => (
                <th key={rival.recordId} scope="col">
                  {letterOf(index)} {rival.isShown ? <span className="tag">{t('conflicts.shown')}</span> : null}
                  <div className="quiet">{t('conflicts.by', { who: rival.who, when: dayAndTime(rival.at) })}</div>
                  <ChangedSince rival={rival} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differing.map((path) => (
              <tr key={pathKey(path)}>
                <th scope="row">{leafWords(t, path)}</th>
                {rivals.map((rival) => (
                  <td key={rival.recordId} className="pre">
                    {textOf(rival, pathKey(path)) ?? <span className="quiet">{t('conflicts.missing')}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">{t('conflicts.same', { count: same })}</p>
      <Radio.Group
        value={choice}
        onChange={(event) => {
          setPicked({ choice: event.target.value as string, seen })
        }}
        options={[
          ...rivals.map((rival, index) => ({
            value: rival.recordId,
            label: t('conflicts.use', { letter: letterOf(index) }),
          })),
          ...(takesThirdText(contested) ? [{ value: 'third', label: t('conflicts.third') }] : []),
        ]}
      />
      {picked !== null && choice === null ? <p className="field-error">{t('conflicts.changedMeanwhile')}</p> : null}
      {asked && choice === null ? <p className="field-error">{t('conflicts.choose')}</p> : null}
      {choice === 'third' ? <ThirdText rivals={rivals} value={third} onChange={setThird} /> : null}
      {problem === null ? null : <p className="field-error">{t('conflicts.invalid', { detail: problem })}</p>}
      <ReasonField
        id={reasonId}
        label={t('conflicts.reason')}
        error={asked && reason.trim() === '' ? t('conflicts.reasonNeeded') : null}
        value={reason}
        onChange={setReason}
      />
      <ErrorNote error={task.error} />
      <div className="panel-foot">
        <Button type="primary" loading={task.busy} onClick={settle}>
          {t('conflicts.settle')}
        </Button>
      </div>
    </section>
  )
}

/** A side that was written again says so: the card shows its newest text only. */
function ChangedSince({ rival: { earlier } }: { readonly rival: Rival }) {
  const { t } = useTranslation()
  const [first] = earlier
  if (first === undefined) return null
  return <div className="quiet">{t('conflicts.changed', { count: earlier.length, when: dayAndTime(first.at) })}</div>
}

const textOf = (rival: Rival, key: string): string | undefined => {
  const leaf = leavesOf(rival.value).find(({ path }) => pathKey(path) === key)
  return leaf === undefined || leaf.value === null ? undefined : String(leaf.value)
}

/** A third text: one of the statements to begin with, its differing texts rewritten by hand. */
function ThirdText(props: {
  readonly rivals: readonly Rival[]
  readonly value: Rival['value']
  readonly onChange: (value: Rival['value']) => void
}) {
  const { t } = useTranslation()
  const { rivals, value, onChange } = props
  const keys = new Set(differingLeaves(rivals).differing.map(pathKey))
  const texts = leavesOf(value).filter(
    (leaf): leaf is Leaf & { readonly value: string } => keys.has(pathKey(leaf.path)) && typeof leaf.value === 'string',
  )
  return (
    <div className="stack">
      <p>{t('conflicts.thirdPick')}</p>
      <div className="row">
        {rivals.map((rival, index) => (
          <Button
            key={rival.recordId}
            size="small"
            onClick={() => {
              onChange(rival.value)
            }}
          >
            {t('conflicts.from', { letter: letterOf(index) })}
          </Button>
        ))}
      </div>
      {texts.map(({ path, value: text }) => (
        <Labelled key={pathKey(path)} label={leafWords(t, path)} htmlFor={`third-${pathKey(path)}`}>
          <Input.TextArea
            id={`third-${pathKey(path)}`}
            autoSize
            value={text}
            onChange={(event) => {
              onChange(withLeaf(value, path, event.target.value))
            }}
          />
        </Labelled>
      ))}
    </div>
  )
}
