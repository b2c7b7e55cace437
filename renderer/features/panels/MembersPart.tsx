import { Radio, Select } from 'antd'
import { memo } from 'react'
import { labelAmong } from '@shared/domain/expert-label'
import type { Expert, Panel } from '@shared/domain/panel'
import { Labelled } from '@renderer/ui/Labelled'
import { useTranslation } from '@renderer/ui/translation'

type Presence = 'unknown' | 'yes' | 'no'

/** Members, who came, and whom those present elected. Drawn anew only when one of them changes. */
export const MembersPart = memo(function MembersPart(props: {
  readonly members: Panel['members']
  readonly leaderExpertId: Panel['leaderExpertId']
  /** As they were copied into the panel. */
  readonly experts: readonly Expert[]
  readonly roster: readonly Expert[]
  readonly gap: string | null
  readonly onChange: (part: Partial<Panel>) => void
}) {
  const { t } = useTranslation()
  const { members, leaderExpertId, experts, roster, gap, onChange } = props
  const known = new Map([...experts, ...roster].map((expert) => [expert.id, expert]))
  return (
    <section className="panel">
      <h2>{t('panels.members')}</h2>
      <Labelled
        label={t('panels.chooseMembers')}
        htmlFor="panel-members"
        error={gap}
        {...(roster.length === 0 ? { hint: t('panels.noRoster') } : {})}
      >
        <Select
          id="panel-members"
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={members.map((member) => member.expertId)}
          options={[...known.values()].map((expert) => ({
            value: expert.id,
            label: `${expert.name}（${expert.unitName}，${t(`specialty.${expert.specialty}`)}）`,
          }))}
          onChange={(ids) => {
            onChange({
              members: ids.map(
                (expertId) => members.find((member) => member.expertId === expertId) ?? { expertId, present: null },
              ),
              ...(leaderExpertId !== null && !ids.includes(leaderExpertId) ? { leaderExpertId: null } : {}),
            })
          }}
        />
      </Labelled>
      <div className="scroll-x">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col" className="number">
                #
              </th>
              <th scope="col">{t('common.name')}</th>
              <th scope="col">{t('common.unit')}</th>
              <th scope="col">{t('roster.specialty')}</th>
              <th scope="col">{t('panels.present')}</th>
              <th scope="col">{t('panels.leader')}</th>
            </tr>
          </thead>
          <tbody>
            {members.map((member, index) => {
              const expert = known.get(member.expertId)
              const name = labelAmong(member.expertId, '', [...known.values()])
              return (
                <tr key={member.expertId}>
                  <td className="number">{index + 1}</td>
                  <td>{expert?.name}</td>
                  <td>{expert?.unitName}</td>
                  <td>{expert === undefined ? '' : t(`specialty.${expert.specialty}`)}</td>
                  <td>
                    <Radio.Group
                      size="small"
                      aria-label={t('panels.presenceOf', { name })}
                      value={member.present === null ? 'unknown' : member.present ? 'yes' : 'no'}
                      onChange={(event) => {
                        const presence = event.target.value as Presence
                        const present = presence === 'unknown' ? null : presence === 'yes'
                        onChange({ members: members.with(index, { ...member, present }) })
                      }}
                    >
                      {(['unknown', 'yes', 'no'] as const).map((value) => (
                        <Radio.Button key={value} value={value}>
                          {t(`panels.presence.${value}`)}
                        </Radio.Button>
                      ))}
                    </Radio.Group>
                  </td>
                  <td>
                    <Radio
                      aria-label={t('panels.leaderOf', { name })}
                      checked={leaderExpertId === member.expertId}
                      onChange={() => {
                        onChange({ leaderExpertId: member.expertId })
                      }}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
})
