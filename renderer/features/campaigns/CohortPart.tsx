import { Button, Checkbox, Input } from 'antd'
import type { Gap } from '@shared/acts/act'
import { queryOf, type CampaignDraft } from '@shared/acts/campaign-gaps'
import { cohortGroups } from '@shared/domain/campaign'
import { cohortOf, type Candidate } from '@shared/domain/cohort'
import { visibleText } from '@shared/lib/visible-text'
import { wordsAt } from '@renderer/platform/gap-words'
import { DayInput } from '@renderer/ui/DayInput'
import { Labelled } from '@renderer/ui/Labelled'
import { useTranslation } from '@renderer/ui/translation'

/** 名单: whom the question finds, whom people left out and why, and whom they put in by hand. */
export function CohortPart(props: {
  readonly campaign: CampaignDraft
  readonly candidates: readonly Candidate[]
  readonly gaps: readonly Gap[]
  readonly onChange: (part: Partial<CampaignDraft>) => void
}) {
  const { t } = useTranslation()
  const { campaign, candidates, gaps, onChange } = props
  const { query, dossierIds, excluded } = campaign
  const isIn = new Set<string>(dossierIds)
  const found = cohortOf(queryOf(campaign), candidates)
  const foundIds = new Set<string>(found.map(({ dossierId }) => dossierId))
  const asked = candidates.filter(({ dossierId }) => isIn.has(dossierId))
  const left = found.filter(({ dossierId }) => !isIn.has(dossierId))
  const others = candidates.filter(({ dossierId }) => !isIn.has(dossierId) && !foundIds.has(dossierId))
  const reasonOf = (id: string) => excluded.find(({ dossierId }) => dossierId === id)?.reason ?? ''
  const add = (more: readonly Candidate[]) => {
    onChange({ dossierIds: [...dossierIds, ...more.map(({ dossierId }) => dossierId)] })
  }
  const setReason = ({ dossierId, name }: Candidate, reason: string) => {
    const rest = excluded.filter((one) => one.dossierId !== dossierId)
    onChange({ excluded: reason === '' ? rest : [...rest, { dossierId, name, reason }] })
  }
  return (
    <section className="panel stack" aria-label={t('campaign.cohort')}>
      <h2>{t('campaign.cohort')}</h2>
      <div className="row">
        <Checkbox.Group
          aria-label={t('field.groups')}
          value={query.groups}
          options={cohortGroups.map((value) => ({ value, label: t(`cohortGroup.${value}`) }))}
          onChange={(groups) => {
            onChange({ query: { ...query, groups: cohortGroups.filter((one) => groups.includes(one)) } })
          }}
        />
        <Labelled label={t('campaign.fixedBefore')} htmlFor="campaign-before" error={wordsAt(gaps, 'fixedBefore', t)}>
          <DayInput
            id="campaign-before"
            value={query.fixedBefore}
            onChange={(fixedBefore) => {
              onChange({ query: { ...query, fixedBefore } })
            }}
          />
        </Labelled>
        <Button
          disabled={left.length === 0}
          onClick={() => {
            add(left.filter(({ dossierId }) => reasonOf(dossierId) === ''))
          }}
        >
          {t('campaign.takeAll', { count: left.filter(({ dossierId }) => reasonOf(dossierId) === '').length })}
        </Button>
      </div>
      {gaps.some(({ field }) => field === 'dossierIds') ? (
        <p className="field-error" role="alert">
          {wordsAt(gaps, 'dossierIds', t)}
        </p>
      ) : null}
      <div className="halves">
        <div>
          <h3>{t('campaign.in', { count: asked.length })}</h3>
          {asked.length === 0 ? <p className="quiet">{t('campaign.noneIn')}</p> : null}
          <ol className="cohort">
            {asked.map((candidate) => (
              <li key={candidate.dossierId}>
                <CandidateName candidate={candidate} isByHand={!foundIds.has(candidate.dossierId)} />
                <Button
                  size="small"
                  onClick={() => {
                    onChange({ dossierIds: dossierIds.filter((id) => id !== candidate.dossierId) })
                  }}
                >
                  {t('batch.remove')}
                </Button>
              </li>
            ))}
          </ol>
        </div>
        <div>
          <h3>{t('campaign.out', { count: left.length })}</h3>
          {left.length === 0 ? <p className="quiet">{t('campaign.noneOut')}</p> : null}
          <ul className="cohort plain">
            {left.map((candidate) => (
              <li key={candidate.dossierId}>
                <CandidateName candidate={candidate} isByHand={false} />
                <Button
                  size="small"
                  onClick={() => {
                    add([candidate])
                  }}
                >
                  {t('batch.add')}
                </Button>
                <Input
                  aria-label={t('campaign.reasonOf', { name: candidate.name })}
                  placeholder={t('campaign.reason')}
                  maxLength={300}
                  value={reasonOf(candidate.dossierId)}
                  onChange={(event) => {
                    setReason(candidate, event.target.value)
                  }}
                />
              </li>
            ))}
          </ul>
          {others.length === 0 ? null : (
            <details>
              <summary>{t('campaign.others', { count: others.length })}</summary>
              <ul className="cohort plain">
                {others.map((candidate) => (
                  <li key={candidate.dossierId}>
                    <CandidateName candidate={candidate} isByHand={false} />
                    <Button
                      size="small"
                      onClick={() => {
                        add([candidate])
                      }}
                    >
                      {t('batch.add')}
                    </Button>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
      </div>
    </section>
  )
}

function CandidateName({ candidate, isByHand }: { readonly candidate: Candidate; readonly isByHand: boolean }) {
  const { t } = useTranslation()
  return (
    <span className="cohort-name">
      {visibleText(candidate.name)}
      <span className="quiet">
        {' '}
        {t(`cohortGroup.${candidate.group ?? 'none'}`)} · {candidate.fixedOn ?? t('campaign.dayUnknown')}
        {isByHand ? ` · ${t('campaign.byHand')}` : ''}
      </span>
    </span>
  )
}
