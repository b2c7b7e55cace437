// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dossierContentHash } from '@shared/domain/dossier'
import { DeskDatabase, projectionVersion } from '@renderer/data/database'
import { append, closeDesk, deskDatabase, openDesk } from '@renderer/data/desk'
import { listDossiers, searchIn } from '@renderer/data/dossier-list'
import { loadAllianceHistory } from '@renderer/data/alliance-history'
import { emptyContent } from '@renderer/features/intake/intake-actions'
import { newDossierId } from '@renderer/platform/ids'
import type { CalendarDate } from '@shared/domain/date'
import { allRows } from '../../helpers/all-rows'
import { createDesk, removeTemporaryFolders, type Desk } from '../../integration/host/desk-fixture'
import { connectPage } from '../../helpers/sit-down'

const today = '2026-11-22' as CalendarDate
const content = (name: string) => ({ ...emptyContent(), alliance: { ...emptyContent().alliance, name } })

let desk: Desk
let keyId: string

beforeEach(async () => {
  desk = await createDesk('division', '陈守玉（示例）', '示例科学技术厅政策法规处')
  connectPage(desk)
  const { profile } = await desk.call('app:get-status', undefined)
  if (profile.kind !== 'open') throw new Error('the desk is closed')
  keyId = profile.desk.keyId
})
afterEach(async () => {
  closeDesk()
  await DeskDatabase.delete(`lianshen-${keyId}`)
  await desk.host.close()
})
afterAll(removeTemporaryFolders)

const opened = () => openDesk(keyId, () => undefined)

const saveTwoVersions = async (name: string) => {
  const dossierId = newDossierId()
  for (const [version, text] of [
    [1, name],
    [2, `${name}（更名后）`],
  ] as const) {
    const saved = content(text)
    const contentHash = dossierContentHash(saved)
    await append({
      type: 'dossier.saved',
      payload: { dossierId, version, contentHash, regulationVersionId: '2010', content: saved },
    })
  }
  await append({
    type: 'status.set',
    payload: { dossierId, action: 'accept', from: 'draft', to: 'accepted', on: today, by: '陈守玉（示例）' },
  })
  return dossierId
}

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error(request.error?.message))
  })

describe('the tables of a desk are a projection of its journal', () => {
  it('applied record by record they are what a rebuilding gives', async () => {
    await opened()
    await saveTwoVersions('示例甲联盟')
    await saveTwoVersions('示例乙联盟')
    const incremental = await allRows(deskDatabase())
    closeDesk()
    await DeskDatabase.delete(`lianshen-${keyId}`)
    expect(await opened()).toEqual({ rebuilt: true, missing: 0 })
    expect(await allRows(deskDatabase())).toEqual(incremental)
  })

  it('a desk that is opened for the first time is not said to be rebuilt', async () => {
    expect(await opened()).toEqual({ rebuilt: false, missing: 0 })
  })

  it('a database whose head is not the one of the journal is built anew', async () => {
    await opened()
    await saveTwoVersions('示例甲联盟')
    const rows = await allRows(deskDatabase())
    await deskDatabase().meta.update('applied', { headId: 'f'.repeat(64) })
    closeDesk()
    expect(await opened()).toEqual({ rebuilt: true, missing: 0 })
    expect(await allRows(deskDatabase())).toEqual(rows)
  })

  it('a rebuilding that was killed half-way is begun again', async () => {
    await opened()
    await saveTwoVersions('示例甲联盟')
    const rows = await allRows(deskDatabase())
    // What is applied is noted last: until then there are rows of which nothing is known.
    const left = deskDatabase().backendDB().transaction(['meta', 'statuses'], 'readwrite')
    await asked(left.objectStore('meta').clear())
    await asked(left.objectStore('statuses').clear())
    closeDesk()
    expect(await opened()).toEqual({ rebuilt: true, missing: 0 })
    expect(await allRows(deskDatabase())).toEqual(rows)
  })

  it('a database that a newer application wrote is built anew without a question', async () => {
    await opened()
    await saveTwoVersions('示例甲联盟')
    const rows = await allRows(deskDatabase())
    closeDesk()
    const name = `lianshen-${keyId}`
    await DeskDatabase.delete(name)
    const newer = indexedDB.open(name, (projectionVersion + 1) * 10)
    await new Promise((resolve) => {
      newer.onsuccess = resolve
    })
    newer.result.close()
    expect(await opened()).toEqual({ rebuilt: true, missing: 0 })
    expect(await allRows(deskDatabase())).toEqual(rows)
  })

  it('rows of an older version that were put back are replaced by those of the journal', async () => {
    await opened()
    const dossierId = await saveTwoVersions('示例甲联盟')
    const rows = await allRows(deskDatabase())
    const statuses = () => deskDatabase().backendDB().transaction('statuses', 'readwrite').objectStore('statuses')
    const older = await asked<unknown>(statuses().get(dossierId))
    const setAgain = {
      dossierId,
      action: 'request-supplement',
      from: 'accepted',
      to: 'supplement',
      on: today,
      by: '示例',
    } as const
    await append({ type: 'status.set', payload: setAgain })
    await asked(statuses().put(older))
    closeDesk()
    expect(await opened()).toEqual({ rebuilt: true, missing: 0 })
    expect((await deskDatabase().rows('statuses').get(dossierId))?.value.to).toBe('supplement')
    expect(await allRows(deskDatabase())).not.toEqual(rows)
  })

  it('shows each dossier once, in its latest version and state, and finds it by folded words', async () => {
    await opened()
    await saveTwoVersions('示例ＡＢＣ联盟')
    const [line, ...rest] = await listDossiers(today)
    expect(rest).toEqual([])
    expect(line).toMatchObject({ name: '示例ＡＢＣ联盟（更名后）', status: 'accepted', version: 2 })
    expect(searchIn([line!], 'abc 联盟')).toEqual([line])
    expect(searchIn([line!], '钒钛')).toEqual([])
  })

  it('tells the history of a dossier by the days of the acts, with what was done, by whom, and which desk recorded it', async () => {
    await opened()
    const dossierId = await saveTwoVersions('示例甲联盟')
    const history = await loadAllianceHistory(dossierId)
    expect(history.map((line) => line.type)).toEqual(['status.set', 'dossier.saved', 'dossier.saved'])
    expect(history.find(({ type }) => type === 'status.set')).toMatchObject({
      day: today,
      by: '陈守玉（示例）',
      desk: '陈守玉（示例）（示例科学技术厅政策法规处）',
      about: [{ key: 'action.accept' }, { key: 'status.accepted' }],
    })
  })
})
