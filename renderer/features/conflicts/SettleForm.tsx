import { Button, Radio } from 'antd'
import { useId, useState } from 'react'
import { leavesOf, pathKey, withLeaf, type Leaf } from '@shared/lib/leaves'
import type { ContestableType } from '@shared/records/payloads'
import { takesThirdText } from '@shared/records/record'
import { settleConflict, type OpenConflict, type Rival } from '@renderer/data/conflicts'
import { useDraft } from '@renderer/data/use-draft'
import { usePerson } from '@renderer/data/use-live'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { Labelled } from '@renderer/ui/Labelled'
import { ReasonField } from '@renderer/ui/ReasonField'
import { useTask } from '@renderer/ui/use-task'
import { TextArea } from '@renderer/ui/TextArea'
import { useTranslation } from '@renderer/ui/translation'
import { differingLeaves, leafWords, letterOf, thirdProblem } from './compare'

type Settling = { readonly third: Rival['value']; readonly reason: string }

/** A person picks one of the statements, or writes a third one, and says why. Nothing is picked beforehand. */
export function SettleForm({ conflict }: { readonly conflict: OpenConflict }) {
  const { t } = useTranslation()
  const { rivals, contested } = conflict
  const person = usePerson()
  const task = useTask()
  const reasonId = useId()
  const seen = rivals.map((rival) => rival.recordId).join(' ')
  // What was picked holds for the statements that were seen: if a side changes meanwhile, a person looks and picks
  // again.
  const [picked, setPicked] = useState<{ readonly choice: string; readonly seen: string } | null>(null)
  const choice = picked?.seen === seen ? picked.choice : null
  const draft = useDraft<Settling>(`settle/${conflict.id}`, { third: rivals[0]?.value ?? {}, reason: '' })
  const { third, reason } = draft.value
  const [asked, setAsked] = useState(false)
  const problem = choice === 'third' ? thirdProblem(t, contested, third) : null
  const settle = () => {
    setAsked(true)
    if (choice === null || reason.trim() === '' || problem !== null) return
    task.run(async () => {
      const chosen = rivals.find((rival) => rival.recordId === choice) ?? null
      const value = chosen?.value ?? third
      await settleConflict(conflict, { chosen, value, reason: reason.trim(), by: person.name })
      await draft.drop()
    })
  }
  return (
    <>
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
      {choice === 'third' ? (
        <ThirdText
          contested={contested}
          rivals={rivals}
          value={third}
          onChange={(value) => draft.change((now) => ({ ...now, third: value }))}
        />
      ) : null}
      {problem === null ? null : <p className="field-error">{t('conflicts.invalid', { detail: problem })}</p>}
      <ReasonField
        id={reasonId}
        label={t('conflicts.reason')}
        error={asked && reason.trim() === '' ? t('conflicts.reasonNeeded') : null}
        value={reason}
        onChange={(words) => draft.change((now) => ({ ...now, reason: words }))}
      />
      <ErrorNote error={task.error} />
      <div className="panel-foot">
        <Button type="primary" loading={task.busy} onClick={settle}>
          {t('conflicts.settle')}
        </Button>
      </div>
    </>
  )
}

/** A third text: one of the statements to begin with, its differing texts rewritten by hand. */
function ThirdText(props: {
  readonly contested: ContestableType
  readonly rivals: readonly Rival[]
  readonly value: Rival['value']
  readonly onChange: (value: Rival['value']) => void
}) {
  const { t } = useTranslation()
  const { contested, rivals, value, onChange } = props
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
        <Labelled key={pathKey(path)} label={leafWords(t, path, contested)} htmlFor={`third-${pathKey(path)}`}>
          <TextArea
            id={`third-${pathKey(path)}`}
            autoSize={{}}
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
