import { foldDesk } from '@shared/records/desk-state'
import { canonicalJson } from '@shared/lib/canonical-json'
import type { JournalRecord } from '@shared/records/record'
import { BlackBox } from '../desk/black-box'
import { checkAttachments, checkDrafts, checkFiles, checkNotice, lookOver } from '../desk/check'
import type { Line } from '../desk/ledger'
import { travels } from './sitter'
import type { Said } from './said'

const isLine = (line: Said): line is Line =>
  !['ready', 'finished', 'act', 'full', 'took', 'exported', 'memory'].includes(line.kind)

/** Opens a desk as its person would, has everything verified anew, and holds it against what was acknowledged. */
export async function heldAgainst(root: string, said: readonly Said[]): Promise<readonly string[]> {
  const lines = said.filter(isLine)
  const problems: string[] = []
  const desk = await BlackBox.start(root, { sizes: {} })
  try {
    await desk.unlock()
    await lookOver(desk)
    const { fault } = await desk.call('journal:check-status', undefined)
    if (fault !== null) problems.push(`verified anew: ${JSON.stringify(fault)}`)
    const { notices } = await desk.call('app:get-status', undefined)
    for (const notice of notices) problems.push(...(await checkNotice(notice)))
    const present = new Set((await desk.readAll()).map(({ id }) => id))
    const lost = lines.flatMap((line) => (line.kind === 'records' ? line.ids : [])).filter((id) => !present.has(id))
    if (lost.length > 0) problems.push(`${lost.length} acknowledged records are lost`)
    problems.push(...(await checkDrafts(desk, lines)))
    problems.push(...(await checkAttachments(desk, lines)))
    problems.push(...(await checkFiles(root, lines)))
  } catch (error) {
    problems.push(`does not open: ${String(error)}`)
  } finally {
    await desk.close()
  }
  return problems.map((problem) => `${root.slice(-1)}: ${problem}`)
}

/** Rows and conflicts as text, the same for the same: a bundle writes the items of a record in an order of its own. */
function spell(records: readonly JournalRecord[]): string {
  const { state, conflicts } = foldDesk(records)
  const rows = Object.entries(state).map(([name, table]) => [
    name,
    [...table.values()].map(({ id, recordId, value }) => `${id} ${recordId} ${canonicalJson(value)}`).toSorted(),
  ])
  const open = [...conflicts.values()].map(({ slot, rivals }) => `${slot} ${rivals.map((row) => row.recordId).join()}`)
  return JSON.stringify([rows, open.toSorted()])
}

/** Whether desks that exchanged all they have hold the same records, and say the same of every row. */
export async function differences(
  roots: readonly string[],
): Promise<{ readonly records: number; readonly problems: readonly string[] }> {
  const problems: string[] = []
  let first: { readonly ids: ReadonlySet<string>; readonly spelled: string } | undefined
  let records = 0
  for (const root of roots) {
    const desk = await BlackBox.start(root, { sizes: {} })
    await desk.unlock()
    const shared = ((await desk.readAll()) as unknown as readonly JournalRecord[]).filter(travels)
    await desk.close()
    const own = { ids: new Set(shared.map(({ id }) => id)), spelled: spell(shared) }
    records = Math.max(records, own.ids.size)
    first ??= own
    const missing = [...first.ids].filter((id) => !own.ids.has(id)).length
    const more = [...own.ids].filter((id) => first?.ids.has(id) === false).length
    if (missing + more > 0) problems.push(`${root.slice(-1)} lacks ${missing} records and has ${more} of its own`)
    else if (own.spelled !== first.spelled) problems.push(`${root.slice(-1)} says something else of the same records`)
  }
  return { records, problems }
}
