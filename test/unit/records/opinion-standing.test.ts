import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commitmentCode, commitmentOf } from '@shared/domain/opinion-commitment'
import { assembleDossier } from '@shared/records/assemble-dossier'
import { rowsOfDossier } from '@shared/records/dossier-rows'
import { foldDesk } from '@shared/records/desk-state'
import type { JournalRecord } from '@shared/records/record'
import { authorOf, PaperDesk } from '../../helpers/paper-desk'
import {
  closedPanelSaved,
  dossierId,
  dossierSaved,
  expertA,
  expertB,
  expertC,
  opinionCommitted,
  opinionReturned,
  opinionSalted,
  opinionSealed,
  opinionsRevealed,
  panelSaved,
  saltOf,
} from '../../integration/host/review-actions'
import { runs } from '../../helpers/runs'

const experts = [expertA, expertB, expertC]

type World = { readonly office: PaperDesk; readonly desks: readonly PaperDesk[] }

function begin(panel = closedPanelSaved()): World {
  const office = new PaperDesk(authorOf(1))
  office.write(dossierSaved(1))
  office.write(panel)
  return { office, desks: experts.map((_, index) => new PaperDesk(authorOf(index + 2))) }
}

/** Salt and opinion, as the expert's desk appends them. @returns both records */
function seal(desk: PaperDesk, expertId: string, version = 1, overall = '同意（示例）') {
  const salted = desk.write(opinionSalted(expertId, version))
  return { salted, sealed: desk.write(opinionSealed(expertId, version, overall)) }
}

const look = (records: readonly JournalRecord[]) =>
  assembleDossier(dossierId as never, rowsOfDossier(foldDesk(records), dossierId as never))!

const standingOf = (records: readonly JournalRecord[], expertId = expertA) =>
  look(records).standings.find((standing) => standing.expertId === expertId)!

describe('a commitment', () => {
  it('is a hash that anybody can make with sha256sum, and a code of four groups of five digits', () => {
    // printf 'lianshen/opinion-commitment/1\n55…\naa…' | sha256sum
    expect(commitmentOf(saltOf('5'), 'a'.repeat(64))).toBe(
      'f6143480eefa1e7514287b2da9ae51729a711f7b8bcd4d3007af661a67a2d47e',
    )
    expect(commitmentCode('00000000010000000002ffffffffff00000186a0' + '0'.repeat(24))).toBe('00001 00002 27775 00000')
  })

  it('is awaited, closed when the content is here, and holds at the opening', () => {
    const { office, desks } = begin()
    const [own] = desks
    const { salted, sealed } = seal(own!, expertA)
    const committed = own!.write(opinionCommitted(sealed))
    expect(standingOf(office.records).state).toBe('none')
    expect(look(office.records).sealing).toBeNull()
    office.take([committed])
    expect(standingOf(office.records)).toMatchObject({ state: 'committed', commitments: [{ check: 'awaited' }] })
    office.take([salted, sealed])
    expect(standingOf(office.records)).toMatchObject({ state: 'closed', commitments: [{ check: 'matches' }] })
    // What is closed is neither shown nor counted.
    expect(look(office.records).file.proceedings.expertOpinions).toEqual([])
    office.write(opinionsRevealed([committed], [sealed]))
    expect(standingOf(office.records)).toMatchObject({ state: 'opened', isLate: false, changes: [] })
    const { sealing } = look(office.records)
    expect(sealing?.openings).toHaveLength(1)
    expect(sealing?.experts[0]).toMatchObject({
      expertId: expertA,
      promises: [{ version: 1, outcome: 'kept', isLate: false }],
      changes: [],
    })
    expect(sealing?.experts.slice(1).flatMap(({ promises }) => promises)).toEqual([])
    expect(look(office.records).file.proceedings.expertOpinions).toHaveLength(1)
  })

  it('that does not fit is told while the content is closed: another text, a swapped salt, a missing salt, another key', () => {
    const flawed = (deliver: (own: PaperDesk) => readonly JournalRecord[]) => {
      const { office, desks } = begin()
      office.take(deliver(desks[0]!))
      const { state, commitments } = standingOf(office.records)
      return [state, ...commitments.map(({ check }) => check)]
    }
    expect(
      flawed((own) => {
        const promised = new PaperDesk(own.author)
        const { sealed } = seal(promised, expertA, 1, '同意（示例）')
        return [...Object.values(seal(own, expertA, 1, '不同意（示例）')), own.write(opinionCommitted(sealed))]
      }),
    ).toEqual(['mismatch', 'other-content'])
    expect(
      flawed((own) => {
        const { salted, sealed } = seal(own, expertA)
        return [salted, sealed, own.write(opinionCommitted(sealed, saltOf('6')))]
      }),
    ).toEqual(['mismatch', 'other-content'])
    expect(
      flawed((own) => {
        const { sealed } = seal(own, expertA)
        return [sealed, own.write(opinionCommitted(sealed))]
      }),
    ).toEqual(['mismatch', 'no-salt'])
    expect(
      flawed((own) => {
        const { salted, sealed } = seal(own, expertA)
        return [salted, sealed, new PaperDesk(authorOf(9)).write(opinionCommitted(sealed))]
      }),
    ).toEqual(['mismatch', 'other-desk'])
    expect(
      flawed((own) => {
        const { sealed } = seal(own, expertA)
        return [own.write(opinionCommitted(sealed)), ...Object.values(seal(own, expertA, 2))]
      }),
    ).toEqual(['mismatch', 'skipped'])
  })

  it('beside a second one for the same version is kept, and both are told', () => {
    const { office, desks } = begin()
    const [own] = desks
    const { salted, sealed } = seal(own!, expertA)
    const first = own!.write(opinionCommitted(sealed))
    const second = own!.write(opinionCommitted(sealed, saltOf('7')))
    office.take([second, first, sealed, salted])
    expect(standingOf(office.records).commitments.map(({ check }) => check)).toEqual(['matches', 'other-content'])
    expect(standingOf(office.records).state).toBe('mismatch')
  })

  it('that comes after the opening is late; an opinion that had none opens and is marked', () => {
    const { office, desks } = begin()
    const [a, b] = desks
    const early = seal(b!, expertB)
    office.take([early.salted, early.sealed])
    office.write(opinionsRevealed([], [early.sealed]))
    const { salted, sealed } = seal(a!, expertA)
    office.take([a!.write(opinionCommitted(sealed))])
    expect(standingOf(office.records)).toMatchObject({ state: 'committed', isLate: true })
    office.take([salted, sealed])
    expect(standingOf(office.records)).toMatchObject({ state: 'opened', isLate: true })
    expect(standingOf(office.records, expertB)).toMatchObject({ state: 'uncommitted', isLate: false })
  })

  it('sent ahead to a panel that does not ask for it is checked, and nothing is closed', () => {
    const { office, desks } = begin(panelSaved())
    const [own] = desks
    const { salted, sealed } = seal(own!, expertA)
    office.take([salted, sealed, own!.write(opinionCommitted(sealed))])
    expect(standingOf(office.records).state).toBe('opened')
    expect(standingOf(office.records, expertB).state).toBe('none')
    expect(look(office.records).file.proceedings.expertOpinions).toHaveLength(1)
  })
})

describe('a change after a commitment', () => {
  it('names the promise, what changed from what to what, why, and whether it came after the opening', () => {
    const { office, desks } = begin()
    const [own] = desks
    const first = seal(own!, expertA)
    const committed = own!.write(opinionCommitted(first.sealed))
    office.take([committed, first.salted, first.sealed])
    const reveal = office.write(opinionsRevealed([committed], [first.sealed]))
    const returned = office.write(opinionReturned('请写明依据（示例）'))
    own!.take([reveal, returned])
    const second = seal(own!, expertA, 2, '改为有条件同意（示例）')
    office.take([second.salted, second.sealed])
    const { state, changes } = standingOf(office.records)
    // The first version was as promised; what was promised is not what holds now, and that is shown.
    expect(state).toBe('changed')
    expect(changes).toMatchObject([
      {
        commitment: commitmentOf(saltOf('5'), first.sealed.id),
        parts: [{ kind: 'text', field: 'overall', from: '同意（示例）', to: '改为有条件同意（示例）' }],
        returned: { reason: '请写明依据（示例）' },
        isAfterReveal: true,
      },
    ])
  })

  it('before the opening is shown at the opening and not before', () => {
    const { office, desks } = begin()
    const [own] = desks
    const first = seal(own!, expertA)
    const promised = own!.write(opinionCommitted(first.sealed))
    const second = seal(own!, expertA, 2, '改了（示例）')
    office.take([promised, ...Object.values(first), ...Object.values(second)])
    expect(standingOf(office.records).changes).toEqual([])
    office.write(opinionsRevealed([promised], [first.sealed, second.sealed]))
    expect(standingOf(office.records).changes).toMatchObject([{ returned: null, isAfterReveal: false }])
  })
})

describe('hashes, contents and the opening', () => {
  const deeds = fc.array(
    fc.record({
      who: fc.nat({ max: 2 }),
      kind: fc.constantFrom('seal' as const, 'commit' as const, 'cheat' as const, 'return' as const, 'reveal' as const),
    }),
    { minLength: 3, maxLength: 18 },
  )

  /** Plays a panel of three; the division sees everything at once. */
  function play(list: readonly { who: number; kind: string }[]): readonly JournalRecord[] {
    const { office, desks } = begin()
    const sealed = new Map<number, JournalRecord[]>()
    for (const { who, kind } of list) {
      const own = desks[who]!
      const mine = sealed.get(who) ?? []
      const last = mine.at(-1)
      own.take(office.records)
      if (kind === 'seal') {
        const made = seal(own, experts[who]!, mine.length + 1, `第 ${mine.length + 1} 稿（示例）`)
        sealed.set(who, [...mine, made.sealed])
      } else if (kind === 'commit' && last !== undefined) own.write(opinionCommitted(last))
      else if (kind === 'cheat' && last !== undefined) own.write(opinionCommitted(last, saltOf('8')))
      else if (kind === 'return' && who === 0) office.write(opinionReturned('示例'))
      else if (kind === 'reveal') {
        const all = office.records
        office.write(
          opinionsRevealed(
            all.filter(({ type }) => type === 'opinion.committed'),
            all.filter(({ type }) => type === 'opinion.sealed'),
          ),
        )
      }
      if (who % 2 === 0) office.take(own.records)
    }
    for (const own of desks) office.take(own.records)
    return office.records
  }

  it('say the same in every order, split and repetition', () => {
    let mismatches = 0
    let opened = 0
    fc.assert(
      fc.property(deeds, fc.infiniteStream(fc.nat()), (list, chance) => {
        const records = play(list)
        const again = records.filter(() => chance.next().value % 3 === 0)
        const shuffled = [...records, ...again]
          .map((item) => ({ item, by: chance.next().value as number }))
          .sort((a, b) => a.by - b.by)
          .map(({ item }) => item)
        const { standings, file } = look(records)
        expect(look(shuffled).standings).toEqual(standings)
        expect(new Set(look(shuffled).file.proceedings.expertOpinions)).toEqual(
          new Set(file.proceedings.expertOpinions),
        )
        mismatches += standings.filter(({ state }) => state === 'mismatch').length
        opened += standings.filter(({ state }) => state === 'opened').length
      }),
      { numRuns: runs(400) },
    )
    expect(mismatches).toBeGreaterThan(50)
    expect(opened).toBeGreaterThan(20)
  })

  it('keep every opinion out of sight and count until one record opens them all', () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const records = play(list)
        const isOpened = records.some(({ type }) => type === 'opinions.revealed')
        const arrived = new Set(
          records.flatMap((record) => (record.type === 'opinion.sealed' ? [record.payload.expertId as string] : [])),
        )
        expect(look(records).file.proceedings.expertOpinions).toHaveLength(isOpened ? arrived.size : 0)
      }),
      { numRuns: 200 },
    )
  })
})
