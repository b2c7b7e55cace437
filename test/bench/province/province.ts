/** A province of real size, made once and kept under `.cache`: ten years of a division with so many dossiers. */
import { cpSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync, readFileSync, renameSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { BlackBox } from '../../durability/desk/black-box'
import { exchangeOf, passphrase, profileOf } from '../../durability/desk/places'
import { writeProvince } from './write-province'

/** Raise it when the generator writes something else, or the profile is written otherwise. */
const generation = 3

export type ProvinceFacts = { readonly dossiers: number; readonly records: number; readonly journalBytes: number }

/**
 * The folder of a province with so many dossiers, opened and closed once by the product, so that it lies as a desk
 * leaves it. Work on a copy (`copyProvince`).
 */
export async function provinceOf(dossiers: number): Promise<{ readonly root: string; readonly facts: ProvinceFacts }> {
  const root = resolve('.cache', `province-${generation}-${dossiers}`)
  const factsFile = join(root, 'facts.json')
  if (!existsSync(factsFile)) {
    const part = `${root}.part`
    rmSync(part, { recursive: true, force: true })
    mkdirSync(exchangeOf(part), { recursive: true })
    const fresh = await BlackBox.start(part)
    await fresh.must('profile:create', { role: 'division', name: '示例处室', unit: '示例厅', passphrase })
    await fresh.close()
    const records = await writeProvince(profileOf(part), passphrase, dossiers)
    const desk = await BlackBox.start(part)
    await desk.unlock()
    const { count } = await desk.call('journal:get-status', undefined)
    if (count !== records) throw new Error(`of ${records} records the product reads ${count}`)
    await desk.close()
    const journalBytes = statSync(join(profileOf(part), 'journal.lsj')).size
    writeFileSync(join(part, 'facts.json'), JSON.stringify({ dossiers, records, journalBytes } satisfies ProvinceFacts))
    rmSync(root, { recursive: true, force: true })
    renameSync(part, root)
  }
  return { root, facts: JSON.parse(readFileSync(factsFile, 'utf8')) as ProvinceFacts }
}

export function copyProvince(from: string, to: string): void {
  cpSync(from, to, { recursive: true })
}
