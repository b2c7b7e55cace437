import { describe, expect, it } from 'vitest'
import { foldDesk } from '@shared/records/desk-state'
import { authorOf, dossierOf, PaperDesk, said } from '../../helpers/paper-desk'
import { chooseFirst } from '../../helpers/merge-worlds'

const slot = `statuses/${dossierOf(1)}`

/** Two desks that said different things of one row and then saw each other's. */
function inConflict() {
  const [first, second, third] = [1, 2, 3].map((number) => new PaperDesk(authorOf(number)))
  if (first === undefined || second === undefined || third === undefined) throw new Error('three desks')
  first.write(said(1, '甲的说法（示例）'))
  second.write(said(1, '乙的说法（示例）'))
  exchange(first, second)
  return { first, second, third }
}

function exchange(...desks: readonly PaperDesk[]): void {
  const all = desks.flatMap(({ records }) => records)
  for (const desk of desks) desk.take(all)
}

const notesOf = ({ records }: PaperDesk) =>
  (foldDesk(records).conflicts.get(slot)?.rivals ?? []).map(({ value }) => (value as { note: string }).note)

describe('a conflict that stands', () => {
  it.each([1, 2] as const)(
    'stays open when author %i of it writes again, and shows the newest of that side',
    (number) => {
      const { first, second } = inConflict()
      const [writer, other] = number === 1 ? [first, second] : [second, first]
      writer.write(said(1, '又写一次（示例）'))
      const unchanged = number === 1 ? '乙的说法（示例）' : '甲的说法（示例）'
      expect(notesOf(writer)).toEqual([unchanged, '又写一次（示例）'])
      exchange(writer, other)
      expect(notesOf(other)).toEqual([unchanged, '又写一次（示例）'])
    },
  )

  it('stays open when both authors write again and again', () => {
    const { first, second } = inConflict()
    for (const round of [1, 2, 3]) {
      first.write(said(1, `甲第 ${round} 次（示例）`))
      exchange(first, second)
      second.write(said(1, `乙第 ${round} 次（示例）`))
      exchange(first, second)
    }
    expect(notesOf(first)).toEqual(['甲第 3 次（示例）', '乙第 3 次（示例）'])
  })

  it('stays open when somebody else goes on with the side that shows', () => {
    const { first, second, third } = inConflict()
    exchange(first, second, third)
    third.write(said(1, '丙的说法（示例）'))
    expect(notesOf(third)).toEqual(['甲的说法（示例）', '丙的说法（示例）'])
  })

  it('stays open when the rival’s statement was the last thing that arrived before the next record', () => {
    const { first, second } = inConflict()
    // A host refers to the heads that arrived, whatever they speak of.
    const own = first.records.find(({ author }) => author === first.author)
    const rival = first.records.find(({ author }) => author === second.author)
    const record = first.write(said(1, '又写一次（示例）'))
    const folded = foldDesk([
      ...first.records.filter((one) => one !== record),
      { ...record, refs: [own?.id ?? '', rival?.id ?? ''] },
    ])
    expect(folded.conflicts.get(slot)?.rivals).toHaveLength(2)
  })

  it('ends when both sides say the same, for there is nothing left to choose', () => {
    const { first, second } = inConflict()
    first.write(said(1, '乙的说法（示例）'))
    exchange(first, second)
    expect(notesOf(second)).toEqual([])
  })

  it('ends by a choice with its reason, and what is written after it opens none again', () => {
    const { first, second } = inConflict()
    first.write(said(1, '又写一次（示例）'))
    exchange(first, second)
    chooseFirst(second, 1)
    expect(notesOf(second)).toEqual([])
    exchange(first, second)
    first.write(said(1, '后来的说法（示例）'))
    second.take(first.records)
    second.write(said(1, '再后来的说法（示例）'))
    expect(notesOf(second)).toEqual([])
  })

  it('is opened anew by a side that changed while a choice was made elsewhere', () => {
    const { first, second } = inConflict()
    first.write(said(1, '又写一次（示例）'))
    chooseFirst(second, 1)
    exchange(first, second)
    expect(notesOf(first)).toHaveLength(2)
  })
})
