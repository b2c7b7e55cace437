import { Checkbox, Select } from 'antd'
import { memo } from 'react'
import { majorities, type PanelRules } from '@shared/domain/panel'
import type { PlainKey } from '@shared/messages/catalogue'
import { Labelled } from './Labelled'
import { NumberInput } from './NumberInput'
import { useTranslation } from './translation'

type NumberKey = 'minSize' | 'maxSize' | 'minPresent' | 'maxSameUnit'
type FlagKey = 'oddSize' | 'requireLaw' | 'requireFinance' | 'abstentionsCount'

const numbers: readonly (readonly [NumberKey, PlainKey])[] = [
  ['minSize', 'panelRules.minSize'],
  ['maxSize', 'panelRules.maxSize'],
  ['minPresent', 'panelRules.minPresent'],
  ['maxSameUnit', 'panelRules.maxSameUnit'],
]
const flags: readonly (readonly [FlagKey, PlainKey])[] = [
  ['oddSize', 'panelRules.oddSize'],
  ['requireLaw', 'panelRules.requireLaw'],
  ['requireFinance', 'panelRules.requireFinance'],
  ['abstentionsCount', 'panelRules.abstentionsCount'],
]

/** 评审工作规则: the office's own, never the regulation's. */
export const PanelRulesFields = memo(function PanelRulesFields(props: {
  readonly rules: PanelRules
  /** 先送封存哈希 can no longer be chosen or taken back. */
  readonly isRevealFixed?: boolean
  readonly onChange: (rules: PanelRules) => void
}) {
  const { t } = useTranslation()
  const { rules, isRevealFixed = false, onChange } = props
  const [numerator, denominator] = rules.presentShare
  return (
    <div className="fields">
      {numbers.map(([key, words]) => (
        <Labelled key={key} label={t(words)} htmlFor={`rules-${key}`}>
          <NumberInput
            id={`rules-${key}`}
            min={1}
            max={99}
            value={rules[key]}
            onChange={(value) => {
              onChange({ ...rules, [key]: value })
            }}
          />
        </Labelled>
      ))}
      <Labelled label={t('panelRules.presentShare')}>
        <span className="row tight">
          <NumberInput
            min={1}
            max={99}
            label={t('panelRules.numerator')}
            value={numerator}
            onChange={(value) => {
              onChange({ ...rules, presentShare: [value ?? Number.NaN, denominator] })
            }}
          />
          /
          <NumberInput
            min={1}
            max={99}
            label={t('panelRules.denominator')}
            value={denominator}
            onChange={(value) => {
              onChange({ ...rules, presentShare: [numerator, value ?? Number.NaN] })
            }}
          />
        </span>
      </Labelled>
      <Labelled label={t('panelRules.majority')} htmlFor="rules-majority">
        <Select
          id="rules-majority"
          value={rules.majority}
          options={majorities.map((value) => ({ value, label: value }))}
          onChange={(majority) => {
            onChange({ ...rules, majority })
          }}
        />
      </Labelled>
      {flags.map(([key, words]) => (
        <Checkbox
          key={key}
          checked={rules[key]}
          onChange={(event) => {
            onChange({ ...rules, [key]: event.target.checked })
          }}
        >
          {t(words)}
        </Checkbox>
      ))}
      <div className="labelled wide">
        <Checkbox
          checked={rules.revealTogether === true}
          disabled={isRevealFixed}
          aria-describedby="rules-reveal-note"
          onChange={(event) => {
            onChange({ ...rules, revealTogether: event.target.checked })
          }}
        >
          {t('panelRules.revealTogether')}
        </Checkbox>
        <div className="quiet" id="rules-reveal-note">
          {t(isRevealFixed ? 'panelRules.revealTogether.fixed' : 'panelRules.revealTogether.note')}
        </div>
      </div>
    </div>
  )
})
