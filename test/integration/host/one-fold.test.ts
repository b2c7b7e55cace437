import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { DeskFold } from '@host/desk/desk-fold'
import { Journal } from '@host/journal/journal'
import { foldDesk } from '@shared/records/desk-state'
import { parseRecord } from '@shared/records/record'
import { createDesk, exportInTheOpen, failure, removeTemporaryFolders, succeeded, type Desk } from './desk-fixture'
import { dossierSaved, statusSet } from './review-actions'
import { vaultOf } from './vault-fixture'

afterAll(removeTemporaryFolders)

const idsOf = async (desk: Desk) =>
  (await desk.call('journal:read', { after: 0, limit: 5000 })).records
    .filter(({ type }) => /^(dossier|status)\./u.test(type))
    .map(({ id }) => id)

const stage = async (desk: Desk, path: string) =>
  succeeded(await desk.call('bundle:stage', { kind: 'place', place: path })).stageId

describe('the fold that the host keeps of an open desk', () => {
  it('reads every record of the journal once, however often it is asked, also by many at once', async () => {
    const desk = await createDesk('division', '示例政策法规处')
    await desk.host.close()
    const other = await createDesk('division', '示例高新处')
    succeeded(await other.call('journal:append', { actions: [dossierSaved(1), statusSet('第一次（示例）')] }))
    const { records } = await other.call('journal:read', { after: 0, limit: 100 })
    await other.host.close()
    const place = join(desk.root, '工作目录')
    const journal = await Journal.open(join(place, 'journal.lsj'), (await vaultOf(desk.root)).journal, {
      asideFolder: join(place, 'aside'),
    })
    const asked: string[] = []
    const fold = new DeskFold({
      get count() {
        return journal.count
      },
      readOfTypes: (types, after) => journal.readOfTypes(types, after),
      read: (after, limit) => {
        asked.push(`${after}+${limit}`)
        return journal.read(after, limit)
      },
    })
    const start = journal.count
    const [first, second] = await Promise.all([fold.current(), fold.current()])
    expect(second.folded).toBe(first.folded)
    await journal.append({ records })
    const third = await fold.current()
    expect(asked).toEqual([`0+${start}`, `${start}+${records.length}`])
    const parsed = (await journal.read(0, journal.count)).flatMap((envelope) => {
      const found = parseRecord(envelope)
      return 'record' in found ? [found.record] : []
    })
    expect(third.folded.state).toEqual(foldDesk(parsed).state)
    expect([first.folded.state.statuses.size, third.folded.state.statuses.size]).toEqual([0, 1])
    const last = parsed.at(-1)
    expect(third.lastOf(last?.author ?? '')).toEqual({ seq: last?.seq, id: last?.id, at: last?.at })
    await journal.close()
  })

  it('makes the dry run again where something was recorded after it was shown', async () => {
    const from = await createDesk('division', '示例政策法规处')
    const to = await createDesk('division', '示例高新处')
    succeeded(await from.call('journal:append', { actions: [dossierSaved(1), statusSet('来文的说法（示例）')] }))
    const { file } = await exportInTheOpen(from, await idsOf(from), '往来.lsb')
    const [first, second] = [await stage(to, file.path), await stage(to, file.path)]
    succeeded(await to.call('bundle:commit', { stageId: first }))
    expect(failure(await to.call('bundle:commit', { stageId: second })).code).toBe('bundle.nothing-to-import')
    await from.host.close()
    await to.host.close()
  })
})
