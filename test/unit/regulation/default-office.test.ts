import { describe, expect, it } from 'vitest'
import { defaultOfficeSettings } from '@shared/regulation/default-office'

describe('the office to start from', () => {
  const { agencies, catalogues, divisions, policyDivisionId, interpretation, panelRules } = defaultOfficeSettings()

  it('claims no official list: every body but the host, every business division is marked as an example', () => {
    expect(agencies).toHaveLength(6)
    expect(agencies.filter(({ isHost }) => isHost)).toHaveLength(1)
    for (const { name, isHost } of agencies) if (!isHost) expect(name).toContain('可编辑示例')
    for (const { name, role } of divisions) if (role === 'business') expect(name).toContain('示例')
  })

  it('knows the policy division by its role', () => {
    expect(divisions.find(({ id }) => id === policyDivisionId)?.role).toBe('policy-law')
  })

  it('has the lists of their times, each item once', () => {
    const groups = catalogues.map(({ id, items }) => [
      id,
      ...(['advantage', 'potential', 'emerging'] as const).map(
        (group) => items.filter((item) => item.group === group).length,
      ),
    ])
    expect(groups).toEqual([
      ['7+3', 7, 3, 0],
      ['emerging-2011', 0, 0, 6],
      ['emerging-13-5', 0, 0, 8],
    ])
    for (const { items } of catalogues) expect(new Set(items.map(({ code }) => code)).size).toBe(items.length)
  })

  it('reads the open places of the text by their defaults', () => {
    expect(interpretation).toMatchObject({
      operationReferenceDay: 'accepted',
      organisationBeforePanel: false,
      termStart: 'written',
      reRegistrationStart: 'day-after-old-term',
      barAfterFailedEvaluation: false,
      barCoversFiling: true,
      agentSignature: 'contrary',
      coDivisionsMustOpine: true,
      regulationIssuedOn: null,
    })
    expect(panelRules).toMatchObject({ oddSize: true, presentShare: [4, 5], maxSameUnit: 2, majority: '2/3' })
  })
})
