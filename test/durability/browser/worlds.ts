import { randomUUID } from 'node:crypto'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { dossierContentHash, dossierContentSchema } from '@shared/domain/dossier'
import type { Action } from '@shared/records/payloads'
import { action, opinionReturned } from '../../integration/host/review-actions'
import { BlackBox } from '../desk/black-box'
import type { Line } from '../desk/ledger'
import { exchangeOf, passphrase } from '../desk/places'
import { copyWorld, makeWorlds } from '../desk/worlds'
import { expectedRows, unlock, waitForDesk } from './check'
import { readStores, type Stores } from './rows'
import { browserFolder, openWindow } from './window'

/**
 * A desk whose browser has opened it: every case gets a copy, always in the same place, for the address belongs to it.
 */
export type BrowserWorld = {
  readonly root: string
  readonly lines: readonly Line[]
  /** What every row says when nothing was hurt. */
  readonly rows: string
  /** The browser's folder as it was some records earlier. */
  readonly older: string
  /** Puts everything back as it was. */
  readonly reset: () => void
}

const perAppend = 500

/** Invented dossiers in several versions, and returned opinions, until there are `count` records. */
async function fill(root: string, count: number, lines: Line[]): Promise<void> {
  const desk = await BlackBox.start(root)
  await desk.unlock()
  const held = (await desk.readAll()).length
  const dossierIds = Array.from({ length: Math.ceil(count / 10) }, () => randomUUID())
  for (let made = held; made < count;) {
    const actions = Array.from({ length: Math.min(perAppend, count - made) }, (_, index) => {
      const number = made + index
      return number % 2 === 0
        ? opinionReturned(`第${number}条（示例）`.repeat(20))
        : dossierSaved(dossierIds[number % dossierIds.length]!, 1 + Math.floor(number / dossierIds.length))
    })
    const { records } = await desk.must('journal:append', { actions })
    lines.push({ kind: 'records', ids: records.map(({ id }) => id) })
    made += records.length
  }
  await desk.close()
}

function dossierSaved(dossierId: string, version: number): Action {
  const content = dossierContentSchema.parse({
    alliance: { name: `四川省示例第${dossierId.slice(0, 4)}号产业技术创新战略联盟` },
    goals: { overall: `示例目标，第${version}版。`.repeat(20) },
  })
  return action('dossier.saved', {
    dossierId,
    version,
    contentHash: dossierContentHash(content),
    regulationVersionId: '2010',
    content,
  })
}

/** Makes the division's desk with `count` records and lets the browser open it twice: half-way, and in the end. */
export async function makeBrowserWorld(folder: string, count: number): Promise<BrowserWorld> {
  const worlds = join(folder, 'worlds')
  await makeWorlds(worlds)
  const root = join(folder, 'live')
  const lines = [...copyWorld(worlds, 'division', root)]
  await putIncoming(folder, root)
  await fill(root, Math.floor(count / 2), lines)
  await expectedRows(root)
  const older = join(folder, 'older-browser')
  cpSync(browserFolder(root), older, { recursive: true })
  await fill(root, count, lines)
  const rows = await expectedRows(root)
  const whole = join(folder, 'whole')
  cpSync(root, whole, { recursive: true })
  return {
    root,
    lines,
    rows,
    older,
    reset: () => {
      rmSync(root, { recursive: true, force: true })
      cpSync(whole, root, { recursive: true })
    },
  }
}

/** The stored rows of another person's desk. */
export async function rowsOfAnotherDesk(folder: string): Promise<Stores> {
  const root = join(folder, 'stranger')
  copyWorld(join(folder, 'worlds'), 'expert', root)
  const window = await openWindow(root)
  try {
    await unlock(window.page)
    await waitForDesk(window.page)
    return await readStores(window.page)
  } finally {
    await window.close()
  }
}

/** The folder of the browser in which the database of a world lies, below the browser's own. */
export const databaseFolder = join('Default', 'IndexedDB')

/** A bundle of a neighbour that lies in the exchange folder and was not taken in yet. */
export const incomingFile = '邻处室.lsb'

async function putIncoming(folder: string, root: string): Promise<void> {
  const neighbour = join(folder, 'neighbour')
  copyWorld(join(folder, 'worlds'), 'none', neighbour)
  const desk = await BlackBox.start(neighbour)
  await desk.must('profile:create', { role: 'division', name: '示例邻处室', unit: '示例厅', passphrase })
  const actions = Array.from({ length: 20 }, (_, index) => dossierSaved(randomUUID(), index + 1))
  const { records } = await desk.must('journal:append', { actions })
  await desk.must('bundle:export', {
    protect: { kind: 'none' },
    kind: 'dossier',
    to: '示例政策法规处',
    recordIds: records.map(({ id }) => id),
    attachments: [],
    fileName: incomingFile,
    folder: exchangeOf(root),
  })
  await desk.close()
}
