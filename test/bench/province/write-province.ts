import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { CalendarDate } from '@shared/domain/date'
import type { Action } from '@shared/records/payloads'
import type { RecordEnvelope } from '@shared/records/record'
import { SlotBook } from '@shared/records/slot-book'
import { sealActions } from '@host/journal/author'
import { readGroups } from '@host/journal/journal'
import { packGroup } from '@host/journal/record-group'
import { createKeys, deskOf, openIdentity, type Identity } from '@host/keys/identity'
import { openKeyFile } from '@host/keys/key-file'
import { profileFolder, readProfile } from '@host/profile/profile-folder'
import { openVault } from '@host/desk/vault'
import { Chance } from './chance'
import { cohortSize, DossierLife, expertOf, panelOf, say, type RosterExpert } from './dossier-life'

const expertCount = 40
const panelSize = 3
/** Of the ten years, in hundredths: when each stage of a cohort comes after its first. */
const stageAt = [0, 1, 3, 6, 16, 26, 36] as const
const beganOn = Date.UTC(2016, 11, 1)
const tenYears = 10 * 365.2 * 86_400_000

/** The chain of one desk: what `sealActions` asks of a journal. */
class Chain {
  readonly #slots = new SlotBook()
  #head: { readonly id: string; readonly seq: number } | null = null

  constructor(
    readonly identity: Identity,
    private readonly time: { lamport: number },
  ) {}

  seal(actions: readonly Action[], at: string): readonly RecordEnvelope[] {
    const journal = {
      headOf: () => this.#head,
      lamport: this.time.lamport,
      headsSince: () => [],
      refsFor: (action: Action, author: string) => this.#slots.refsFor(action, author),
    }
    const records = sealActions(actions, this.identity, journal, at)
    for (const record of records) this.met(record)
    return records
  }

  /** A record of this chain that is there already. */
  met(record: RecordEnvelope): void {
    if (record.author === this.identity.desk.keyId) this.#head = record
    this.#slots.add(record)
    this.time.lamport = Math.max(this.time.lamport, record.lamport)
  }
}

/**
 * Writes the ten years of a province into a profile that has only its introduction: the very records and frames that
 * its acts would have written, one frame an act, without waiting for the disk after each. The last cohorts are still on
 * their way.
 * @returns how many records
 */
export async function writeProvince(root: string, passphrase: string, dossierCount: number): Promise<number> {
  const folder = profileFolder(root)
  const desk = await readProfile(folder)
  if (desk === null) throw new Error(`${root} holds no desk`)
  const keys = await openKeyFile(folder.keys, { passphrase })
  const formats = openVault(keys).journal
  const begun = await readFile(folder.journal)
  const time = { lamport: 0 }
  const division = new Chain(await openIdentity(desk, keys), time)
  let ordinal = 0
  let count = 0
  for (const { records } of readGroups(begun, formats)) {
    ordinal += 1
    count += records.length
    for (const record of records) division.met(record)
  }
  const out = createWriteStream(folder.journal, { flags: 'a' })
  const header = begun.subarray(0, formats.current.headerSize)
  const write = async (records: readonly RecordEnvelope[]): Promise<void> => {
    const isTaken = out.write(formats.current.encode(header, ordinal, await packGroup({ records })))
    if (!isTaken) await once(out, 'drain')
    ordinal += 1
    count += records.length
  }
  const experts = await makeExperts(time)
  const cohorts = Math.ceil(dossierCount / cohortSize)
  const province = new Province(division, experts, dossierCount, write)
  await province.begin()
  for (let slot = 0; slot < cohorts; slot += 1) {
    for (const [stage, hundredths] of stageAt.entries()) {
      const cohort = slot - Math.ceil((hundredths * cohorts) / 100)
      if (cohort >= 0) await province.live(cohort, stage, new Date(beganOn + (slot / cohorts) * tenYears))
    }
  }
  out.end()
  await finished(out)
  return count
}

type Expert = { readonly line: RosterExpert; readonly chain: Chain; isKnown: boolean }

async function makeExperts(time: { lamport: number }): Promise<readonly Expert[]> {
  return Promise.all(
    Array.from({ length: expertCount }, async (_, number) => {
      const line = expertOf(number)
      const person = { name: line.name, unit: line.unitName }
      const keys = await createKeys({ ...person, at: new Date(beganOn), serial: new Chance('key', number).hex(32) })
      const desk = deskOf(keys.certificate, { ...person, role: 'expert' })
      return { line, chain: new Chain(await openIdentity(desk, keys), time), isKnown: false }
    }),
  )
}

class Province {
  readonly #lives = new Map<number, DossierLife>()

  constructor(
    private readonly division: Chain,
    private readonly experts: readonly Expert[],
    private readonly dossierCount: number,
    private readonly write: (records: readonly RecordEnvelope[]) => Promise<void>,
  ) {}

  /** The roster. */
  async begin(): Promise<void> {
    const lines = this.experts.map(({ line }) => say('expert.saved', line))
    await this.write(this.division.seal(lines, new Date(beganOn).toISOString()))
  }

  /** One stage of a cohort's dossiers. */
  async live(cohort: number, stage: number, now: Date): Promise<void> {
    const on = now.toISOString().slice(0, 10) as CalendarDate
    const at = now.toISOString()
    const append = async (actions: readonly Action[]) => this.write(this.division.seal(actions, at))
    const first = cohort * cohortSize
    const indexes = Array.from({ length: cohortSize }, (_, place) => first + place).filter((n) => n < this.dossierCount)
    const lives = indexes.map((index) => this.#lives.get(index) ?? new DossierLife(index, on))
    for (const [place, life] of lives.entries()) this.#lives.set(first + place, life)
    const each = async (appends: (life: DossierLife) => readonly Action[][]) => {
      for (const life of lives) for (const actions of appends(life)) await append(actions)
    }
    const batchId = new Chance('batch', Math.floor(cohort / 2)).uuid()
    if (stage === 0) await each((life) => life.filed(on))
    if (stage === 1) await each((life) => life.applied(on))
    if (stage === 2) await this.judge(cohort, lives, on, at)
    if (stage === 3) {
      await append([this.batchOf(cohort, batchId, on)])
      await each((life) => life.published(batchId, on))
    }
    if (stage >= 4) await each((life) => life.reported((stage - 3) as 1 | 2 | 3, on))
    if (stage === 6) for (const index of indexes) this.#lives.delete(index)
  }

  /** A panel sits: its assignments go out, what its experts say comes back in a bundle each. */
  private async judge(cohort: number, lives: readonly DossierLife[], on: CalendarDate, at: string): Promise<void> {
    const chance = new Chance('panel', cohort, 'experts')
    const start = chance.between(0, this.experts.length - 1)
    const sitting = Array.from({ length: panelSize }, (_, n) => this.experts[(start + n) % this.experts.length]).filter(
      (expert) => expert !== undefined,
    )
    const panel = panelOf(
      cohort,
      sitting.map(({ line }) => line),
      on,
    )
    const dossierIds = lives.map(({ dossierId }) => dossierId)
    const bundle = (kind: string, expert: Expert, more: object) => ({
      bundleId: new Chance('bundle', cohort, kind, expert.line.id).uuid(),
      kind,
      dossierIds,
      ...more,
    })
    await this.write(this.division.seal([say('panel.saved', { ...panel, dossierIds })], at))
    for (const expert of sitting) {
      const { id: expertId, name } = expert.line
      const fileName = `送审-${cohort + 1}-${name}.lsb`
      const file = { fileName, path: `/示例/交换/${fileName}`, sha256: chance.hex(64), size: chance.between(1e5, 9e6) }
      const issued = { panelId: panel.id, expertId, dossierIds, issuedOn: on, from: '示例处室' }
      await this.write(this.division.seal([say('assignment.issued', issued)], at))
      const exported = bundle('assignment', expert, { to: name, expertId, file })
      await this.write(this.division.seal([say('bundle.exported', exported)], at))
    }
    for (const expert of sitting) {
      const introduction = expert.isKnown ? [] : [say('desk.introduced', expert.chain.identity.statement)]
      expert.isKnown = true
      const said = lives.flatMap((life) => life.judged(panel, expert.line, on))
      const records = expert.chain.seal([...introduction, ...said], at)
      const imported = bundle('opinion', expert, {
        from: expert.chain.identity.desk.keyId,
        fileName: `意见-${cohort + 1}-${expert.line.name}.lsb`,
        sha256: chance.hex(64),
        newRecords: records.length,
        recordIds: records.map(({ id }) => id),
      })
      await this.write([...records, ...this.division.seal([say('bundle.imported', imported)], at)])
    }
    for (const life of lives) await this.write(this.division.seal(life.concluded(panel, on), at))
  }

  private batchOf(cohort: number, id: string, on: CalendarDate): Action {
    const first = Math.floor(cohort / 2) * 2 * cohortSize
    const past = Array.from({ length: (cohort % 2) * cohortSize + cohortSize }, (_, place) => first + place)
    return say('batch.saved', {
      id,
      year: Number(on.slice(0, 4)),
      seq: (Math.floor(cohort / 2) % 900) + 1,
      dossierIds: past.filter((n) => n < this.dossierCount).map((n) => new Chance('dossier', n).uuid()),
      notice: { docNo: `示例〔${on.slice(0, 4)}〕${cohort}号`, writtenOn: on },
      status: 'published',
    })
  }
}
