import { describe, expect, it } from 'vitest'
import { dossierContentHash, type DossierContent } from '@shared/domain/dossier'
import type { DossierId } from '@shared/domain/ids'
import { assembleDossier } from '@shared/records/assemble-dossier'
import { rowsOfDossier } from '@shared/records/dossier-rows'
import { foldDesk } from '@shared/records/desk-state'
import type { JournalRecord } from '@shared/records/record'
import { checkDossier } from '@shared/regulation/check-dossier'
import { regulation2010 } from '@shared/regulation/2010/index'
import { workflowGuards } from '@shared/regulation/workflow-guards'
import { availableActions } from '@shared/workflow/status-machine'
import { buildFacts, day } from '../../helpers/facts'

const revokedId = '11111111-1111-4111-8111-11111111aaaa' as DossierId
const newId = '11111111-1111-4111-8111-11111111bbbb' as DossierId

const contentOf = (change: (draft: DossierContent) => DossierContent = (draft) => draft): DossierContent =>
  change(
    buildFacts({
      content: ({ application, filing }) => {
        application.appliedOn = null
        filing.submittedOn = null
      },
    }).content,
  )

const named = (name: string, formerNames: string[] = []) =>
  contentOf((draft) => ({ ...draft, alliance: { ...draft.alliance, name, formerNames } }))

/** A desk on which one dossier was revoked and another is accepted, as its journal tells it. */
function deskOf(
  fresh: DossierContent,
  { versions = [contentOf()], ground = '19.4' }: { versions?: DossierContent[]; ground?: string } = {},
) {
  const save = (dossierId: string, content: DossierContent, version: number) => [
    'dossier.saved',
    {
      dossierId,
      version,
      contentHash: dossierContentHash(content),
      regulationVersionId: '2010',
      receivedOn: null,
      note: '',
      content,
    },
  ]
  const revocation = { ground, facts: '示例', evidence: '', heardOn: null, decidedOn: '2026-11-02', noticeNo: '' }
  const said = [
    ...versions.map((content, index) => save(revokedId, content, index + 1)),
    ['revocation.recorded', { dossierId: revokedId, revocation }],
    save(newId, fresh, 1),
  ]
  const records = said.map(([type, payload], index) => ({
    v: 1,
    id: String(index).padStart(64, '0'),
    author: 'a'.repeat(32),
    seq: index + 1,
    prev: null,
    lamport: index + 1,
    at: '2026-11-20T01:00:00.000Z',
    refs: [],
    sig: '',
    type,
    payload,
  })) as unknown as JournalRecord[]
  const desk = foldDesk(records)
  return (id: DossierId) => assembleDossier(id, rowsOfDossier(desk, id))!
}

function barOf(assembled: ReturnType<ReturnType<typeof deskOf>>, today = '2026-11-20') {
  const facts = { ...buildFacts({ today }), ...assembled.file }
  const results = checkDossier(regulation2010, facts)
  const evidence = results.find(({ ruleId }) => ruleId === 'R19-6')!.evidence
  const actions = availableActions('accepted', workflowGuards(results, facts))
  return {
    lines: evidence.map((item) => `${item.level} ${item.key} ${JSON.stringify('value' in item ? item.value : null)}`),
    isInTheWay: actions.find(({ action }) => action === 'file')!.blockedBy.includes('R19-6'),
  }
}

describe('a pilot that this desk revoked', () => {
  it('bars the same alliance from being filed again, and the bar names the day', () => {
    const { lines, isInTheWay } = barOf(deskOf(contentOf())(newId))
    expect(lines.join('\n')).toMatch(/hint suspectedSameAlliance .*示例钒钛材料产业技术创新联盟/u)
    expect(lines.join('\n')).toMatch(/contrary barredUntil .*2029-11-02/u)
    expect(isInTheWay).toBe(true)
  })

  it.each([
    ['another dot', named('格瓦拉·示例联盟'), named('格瓦拉•示例 联盟')],
    ['a character that nobody sees', named('示例稀土联盟'), named('示例\u200b稀\ufe0f土\u2060联盟')],
    ['full width', named('示例A2联盟'), named('示例Ａ２联盟')],
    ['its former name', named('示例新名联盟', ['示例旧名联盟']), named('示例旧名联盟')],
    ['a former name of the new one', named('示例旧名联盟'), named('示例另名联盟', ['示例旧名联盟'])],
  ])('is found under %s', (_, old, fresh) => {
    expect(barOf(deskOf(fresh, { versions: [old] })(newId)).isInTheWay).toBe(true)
  })

  it('is found by a name that an earlier version bore', () => {
    const versions = [named('示例第一名联盟'), named('示例第二名联盟')]
    expect(barOf(deskOf(named('示例第一名联盟'), { versions })(newId)).isInTheWay).toBe(true)
  })

  it('is found by its chair and members under another name, members that were renamed, too', () => {
    const renamed = contentOf((draft) => ({
      ...draft,
      alliance: { ...draft.alliance, name: '示例改头换面联盟' },
      members: draft.members.map((member) => ({
        ...member,
        fullName: `${member.fullName}（新）`,
        formerNames: [member.fullName],
      })),
    }))
    expect(barOf(deskOf(renamed)(newId)).isInTheWay).toBe(true)
    const others = renamed.members.map((member) => ({ ...member, fullName: `外${member.unitId}`, formerNames: [] }))
    expect(barOf(deskOf({ ...renamed, members: others })(newId)).isInTheWay).toBe(false)
  })

  it('is like none that it is not, does not bar itself, and bars nothing that was asked for before', () => {
    expect(barOf(deskOf(named('示例别的联盟'), { versions: [named('示例某联盟')] })(newId)).lines).not.toEqual([])
    expect(barOf(deskOf(contentOf())(revokedId)).lines).toEqual([])
    const before = contentOf((draft) => ({ ...draft, filing: { ...draft.filing, submittedOn: day('2026-11-01') } }))
    expect(barOf(deskOf(before)(newId)).lines.join('\n')).toMatch(/fact barredUntil/u)
  })

  it('raises likeness without a bar where a failed evaluation ended it (note 27)', () => {
    const { lines } = barOf(deskOf(contentOf(), { ground: '17' })(newId))
    expect(lines.join('\n')).toMatch(/suspectedSameAlliance/u)
    expect(lines.join('\n')).not.toMatch(/barredUntil/u)
  })
})
