// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it } from 'vitest'
import { vendoredCalendar } from '@shared/calendar/vendored'
import { dossierContentHash } from '@shared/domain/dossier'
import type { Action } from '@shared/records/payloads'
import { defaultOfficeSettings } from '@shared/regulation/default-office'
import { deadlinesDue } from '@shared/workflow/deadline-of'
import { DeskDatabase } from '@renderer/data/database'
import { judgedVersions } from '@renderer/data/judged-versions'
import { applyRecords } from '@renderer/data/projection'
import { TableFilling } from '@renderer/data/rebuild'
import { RowCipher } from '@renderer/data/row-cipher'
import { bookOf } from '@renderer/data/summary-book'
import { buildFacts, day, dossierId } from '../../helpers/facts'
import { authorOf, PaperDesk } from '../../helpers/paper-desk'

const { content } = buildFacts()
const by = '示例'
const on = '2026-11-20'

const version = (number: number, name = content.alliance.name): Action => {
  const said = { ...content, alliance: { ...content.alliance, name } }
  return {
    type: 'dossier.saved',
    payload: {
      ...{ dossierId, version: number, contentHash: dossierContentHash(said), regulationVersionId: '2010' },
      ...{ receivedOn: null, note: '', content: said },
    },
  }
}
const moved = (to: string): Action =>
  ({ type: 'status.set', payload: { dossierId, action: 'publish', from: 'in-batch', to, on, by, note: '' } }) as Action
const term = (from: string, to: string, kind: string): Action =>
  ({ type: 'pilot-term.set', payload: { dossierId, term: { batchId: null, noticeNo: '', from, to, kind } } }) as Action

const open: DeskDatabase[] = []
afterEach(async () => {
  for (const db of open.splice(0)) {
    db.close()
    await DeskDatabase.delete(db.name)
  }
})

let number = 0
async function newDatabase(): Promise<DeskDatabase> {
  const db = new DeskDatabase(`summaries-${(number += 1)}`, new RowCipher(new Uint8Array(32).fill(number)))
  open.push(db)
  await db.open()
  return db
}

/** The database as records come one after the other, and as it is built anew. */
async function databases(actions: readonly Action[]): Promise<readonly DeskDatabase[]> {
  const desk = new PaperDesk(authorOf(1))
  const records = actions.map((action) => desk.write(action))
  const grown = await newDatabase()
  for (const [index, record] of records.entries()) {
    await applyRecords(grown, [record], { count: index + 1, deskKeyId: 'a'.repeat(32) })
  }
  const rebuilt = await newDatabase()
  const filling = new TableFilling(rebuilt)
  await filling.take(records)
  await filling.finish({ count: records.length, headId: null, deskKeyId: 'a'.repeat(32) })
  return [grown, rebuilt]
}

describe('what the list shows of a pilot in its second term', () => {
  it('has what is owed of the first', async () => {
    const terms = [term('2020-06-01', '2023-06-01', 'first'), term('2023-06-02', '2026-06-02', 're-registered')]
    for (const db of await databases([version(1), moved('piloting'), ...terms])) {
      const summary = await bookOf(db).get(dossierId)
      expect(summary?.pilot?.earlierTerms).toMatchObject([{ from: '2020-06-01' }])
      const due = deadlinesDue('piloting', {
        proceedings: summary!.pilot!,
        settings: defaultOfficeSettings(),
        calendar: vendoredCalendar,
        today: day('2024-03-01'),
      })
      const reports = due.filter(({ kind }) => kind === 'annual-report').map((one) => one.day.slice(0, 4))
      expect(reports).toEqual(['2020', '2021', '2022', '2023'])
    }
  })
})

describe('what the list keeps of a revoked pilot', () => {
  it('is every name that it ever had, so that nobody reads its versions for another dossier', async () => {
    const revocation = { ground: '19.3', facts: '示例', evidence: '', heardOn: null, decidedOn: on, noticeNo: '' }
    const revoked = { type: 'revocation.recorded', payload: { dossierId, revocation } } as Action
    const actions = [version(1, '示例第一名联盟'), version(2, '示例第二名联盟'), moved('revoked'), revoked]
    for (const db of await databases(actions)) {
      const summary = await bookOf(db).get(dossierId)
      expect(summary?.ended?.names).toEqual(['示例第二名联盟', '示例第一名联盟'])
    }
    for (const db of await databases([version(1), moved('piloting')])) {
      expect((await bookOf(db).get(dossierId))?.ended).toBeNull()
    }
  })
})

describe('versions that a dossier is put together of', () => {
  const hashOf = (action: Action): string => (action.payload as { contentHash: string }).contentHash
  const versions = Array.from({ length: 9 }, (_, index) => version(index + 1, `示例联盟${index + 1}`))
  const judged = (index: number) => ({ dossierVersion: index, dossierHash: hashOf(versions[index - 1]!) })
  const read = async (acts: readonly unknown[], isPublished = false) => {
    const [db] = await databases(versions)
    const rows = await judgedVersions(db!, [dossierId], () => ({ acts, isPublished }))
    return rows.map(({ value }) => value.version).sort((a, b) => a - b)
  }

  it('are the newest, those that acts name, and the one after each', async () => {
    expect(await read([])).toEqual([9])
    expect(await read([judged(9)])).toEqual([9])
    expect(await read([judged(3), { consultation: judged(5) }])).toEqual([3, 4, 5, 6, 9])
    expect(await read([{ dossierVersion: 2 }])).toEqual([2, 3, 9])
    expect(await read([{ dossierVersion: 9 }])).toEqual([9])
  })

  it('are all where an act of an older program names none, and of a pilot those since the first that was judged', async () => {
    expect(await read([{}, judged(3)])).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(await read([judged(6)], true)).toEqual([6, 7, 8, 9])
  })
})
