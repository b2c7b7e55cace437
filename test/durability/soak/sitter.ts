import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { CalendarDate } from '@shared/domain/date'
import { dossierContentHash } from '@shared/domain/dossier'
import type { Action } from '@shared/records/payloads'
import { kindOf } from '@shared/records/record-kinds'
import type { JournalRecord } from '@shared/records/record'
import { Chance } from '../../bench/province/chance'
import { contentOf } from '../../bench/province/dossier-content'
import { dossierIdOf, say as action } from '../../bench/province/dossier-life'
import { arm, disarm, noSpace } from '../disk/faulty-disk'
import { BlackBox, Refusal } from '../desk/black-box'
import { checkNotice } from '../desk/check'
import { exchangeOf } from '../desk/places'
import type { Said } from './said'

export type Plan = {
  readonly root: string
  /** Where the other desks put their bundles. */
  readonly peers: readonly string[]
  /** Files of the others that this desk took, by peer. */
  readonly taken: readonly (readonly string[])[]
  /** Up to here the records of this desk are in its bundles. */
  readonly exportedUpTo: number
  readonly dossiers: number
  readonly acts: number
  /** The moment at which it sits down. */
  readonly from: string
  readonly seed: readonly (string | number)[]
}

/** What one does at a desk, and how often of a hundred times. */
const acts = {
  judge: 38,
  save: 22,
  attach: 6,
  draft: 14,
  forget: 4,
  lock: 5,
  hand: 6,
  take: 5,
} as const
type Act = keyof typeof acts

/** In how many of a hundred acts the disk is full at some moment of it. */
const fullDisks = 4
const day = '2026-11-20' as CalendarDate

/** What travels: what a desk says of itself and what it did with files stays with it. */
export const travels = ({ type }: Pick<JournalRecord, 'type'>): boolean => {
  const { scope } = kindOf(type)
  return scope !== 'own' && scope !== 'own-and-assignments' && type !== 'desk.introduced'
}

/** A person at one desk, who does what chance says. */
export class Sitter {
  readonly #taken: Set<string>[]
  readonly #clock: { now: number }
  #exportedUpTo: number
  #version: number

  private constructor(
    private readonly desk: BlackBox,
    private readonly plan: Plan,
    private readonly chance: Chance,
    private readonly say: (line: Said) => void,
    clock: { now: number },
  ) {
    this.#taken = plan.taken.map((names) => new Set(names))
    this.#exportedUpTo = plan.exportedUpTo
    this.#clock = clock
    // A version of a dossier has a number that no other has.
    this.#version = Math.floor(clock.now / 1000) % 100_000_000
  }

  static async sitDown(plan: Plan, say: (line: Said) => void): Promise<Sitter> {
    const clock = { now: Date.parse(plan.from) }
    const desk = await BlackBox.start(plan.root, { clock: () => new Date((clock.now += 1)), sizes: {} })
    await desk.unlock()
    const sitter = new Sitter(desk, plan, new Chance(...plan.seed), say, clock)
    await sitter.#memory()
    say({ kind: 'ready' })
    return sitter
  }

  /** Does its acts; between them, time passes. Ends early where the desk asks to be opened anew. */
  async work(): Promise<void> {
    for (let done = 0; done < this.plan.acts; done += 1) {
      this.#clock.now += this.chance.between(15, 45) * 1000
      const act = this.#next()
      const goesOn = this.chance.between(1, 100) <= fullDisks ? await this.#onFullDisk(act) : await this.#do(act)
      const { count } = await this.desk.call('journal:get-status', undefined)
      this.say({ kind: 'act', act, at: new Date(this.#clock.now).toISOString(), records: count })
      if (!goesOn) break
      if (done % 100 === 99) await this.#memory()
    }
    await this.#memory()
    await this.desk.close()
  }

  #next(): Act {
    let left = this.chance.between(1, 100)
    for (const [act, often] of Object.entries(acts) as [Act, number][]) {
      left -= often
      if (left <= 0) return act
    }
    return 'judge'
  }

  /** The disk takes nothing more at some moment of the act; then there is room again, and it is done once more. */
  async #onFullDisk(act: Act): Promise<boolean> {
    const at = this.chance.between(1, 6)
    let taking = 0
    arm(
      {
        before: (call, _number, path) => {
          if (call !== 'create' && call !== 'write' && call !== 'sync') return
          taking += 1
          if (taking >= at) throw noSpace(path)
        },
      },
      null,
    )
    try {
      await this.#do(act)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const problems = await checkNotice(error.error)
      if (problems.length > 0) throw new Error(problems.join('; '), { cause: error })
      this.say({ kind: 'full', code: error.error.code })
    } finally {
      disarm()
    }
    const { profile } = await this.desk.call('app:get-status', undefined)
    if (profile.kind === 'locked') await this.desk.unlock()
    try {
      return await this.#do(act)
    } catch (error) {
      // A journal that could not say where it stands serves what it has, and is opened anew.
      if (error instanceof Refusal && error.error.code === 'journal.read-only') return false
      throw error
    }
  }

  async #do(act: Act): Promise<boolean> {
    await this.#acts[act]()
    return true
  }

  readonly #acts: Readonly<Record<Act, () => Promise<void>>> = {
    judge: () =>
      this.#append(
        action('rule.judged', {
          dossierId: this.#dossier().id,
          ruleId: this.chance.pick(['R09-1', 'R09-4b', 'R10-1']),
          verdict: this.chance.pick(['conforms', 'does-not-conform']),
          reason: this.chance.text('示例', this.chance.between(20, 120)),
          by: '示例经办人',
          on: day,
        }),
      ),
    save: () => this.#save([]),
    attach: async () => {
      const bytes = new Uint8Array(this.chance.between(500, 60_000)).fill(this.chance.between(0, 255))
      new DataView(bytes.buffer).setFloat64(0, this.chance.next())
      const { sha256, size } = await this.desk.must('attachment:put', { bytes })
      this.say({ kind: 'attachment', sha256, size })
      await this.#save([{ sha256, size }])
    },
    draft: () => this.#draft({ text: this.chance.text('正在写', this.chance.between(10, 400)) }),
    forget: () => this.#draft(null),
    lock: async () => {
      await this.desk.call('profile:lock', undefined)
      await this.desk.unlock()
    },
    hand: async () => {
      await this.hand()
    },
    take: async () => {
      await this.take(1)
    },
  }

  #dossier(): { readonly index: number; readonly id: string } {
    const index = this.chance.between(0, this.plan.dossiers - 1)
    return { index, id: dossierIdOf(index) }
  }

  async #append(...actions: Action[]): Promise<void> {
    this.say({ kind: 'asked-records', count: actions.length })
    const { records } = await this.desk.must('journal:append', { actions })
    this.say({ kind: 'records', ids: records.map(({ id }) => id) })
  }

  async #save(materials: readonly { readonly sha256: string; readonly size: number }[]): Promise<void> {
    const { index, id } = this.#dossier()
    this.#version += 1
    const before = contentOf(index, 1 + (this.#version % 9), day)
    const content = {
      ...before,
      materials: materials.map(({ sha256, size }) => ({
        id: sha256.slice(0, 8),
        code: 'agreement',
        title: '联盟协议书（示例）',
        fileName: '协议书.pdf',
        mediaType: 'application/pdf',
        sha256,
        size,
      })),
    } as unknown as typeof before
    await this.#append(
      action('dossier.saved', {
        dossierId: id,
        version: this.#version,
        contentHash: dossierContentHash(content),
        regulationVersionId: '2010',
        receivedOn: day,
        note: '示例',
        content,
      }),
    )
  }

  async #draft(value: unknown): Promise<void> {
    const key = `intake/${this.chance.between(1, 12)}`
    this.say({ kind: 'asked-draft', key, value })
    if (value === null) await this.desk.must('draft:delete', { key })
    else await this.desk.must('draft:put', { key, value })
    this.say({ kind: 'draft', key, value })
  }

  /** Writes a bundle of what this desk holds and did not hand out yet. Answers how many records it has. */
  async hand(): Promise<number> {
    const found: JournalRecord[] = []
    let at = this.#exportedUpTo
    for (;;) {
      const page = await this.desk.call('journal:read', { after: at, limit: 5000 })
      found.push(...(page.records as unknown as readonly JournalRecord[]).filter(travels))
      at += page.records.length
      if (page.records.length === 0 || at >= page.count) break
    }
    if (found.length === 0) return 0
    const attachments = new Set(
      found.flatMap((record) =>
        record.type === 'dossier.saved' ? record.payload.content.materials.map(({ sha256 }) => sha256) : [],
      ),
    )
    const kept = await this.#kept([...attachments])
    const fileName = `互通-${createHash('sha256')
      .update(found[0]?.id ?? '')
      .digest('hex')
      .slice(0, 6)}-${at}.lsb`
    const { file } = await this.desk.must('bundle:export', {
      protect: { kind: 'none' },
      kind: 'dossier',
      to: '示例兄弟处室',
      recordIds: found.map(({ id }) => id),
      attachments: kept,
      fileName,
    })
    this.say({ kind: 'file', path: relative(this.plan.root, file.path), sha256: file.sha256, size: file.size })
    this.#exportedUpTo = at
    this.say({ kind: 'exported', upTo: at, fileName })
    return found.length
  }

  /** Those that this desk has: the province names files that nobody made. */
  async #kept(attachments: readonly string[]): Promise<string[]> {
    const kept: string[] = []
    for (const sha256 of attachments) {
      const answer = await this.desk.call('attachment:read', { sha256, offset: 0, length: 1 })
      if (!('kind' in answer) || answer.kind !== 'failed') kept.push(sha256)
    }
    return kept
  }

  /** Takes in at most so many bundles of the others. Answers how many records were new. */
  async take(most: number): Promise<number> {
    let taken = 0
    let fresh = 0
    for (const [from, peer] of this.plan.peers.entries()) {
      const known = this.#taken[from] ?? new Set<string>()
      const names = readdirSync(exchangeOf(peer)).filter((name) => name.endsWith('.lsb') && !known.has(name))
      for (const fileName of names.toSorted(byAge)) {
        if (taken === most) return fresh
        taken += 1
        fresh += await this.#takeIn(join(exchangeOf(peer), fileName))
        known.add(fileName)
        this.say({ kind: 'took', from, fileName })
      }
    }
    return fresh
  }

  async #takeIn(place: string): Promise<number> {
    const { stageId } = await this.desk.must('bundle:stage', { kind: 'place', place })
    this.say({ kind: 'asked-records', count: 100_000 })
    try {
      const { records } = await this.desk.must('bundle:commit', { stageId })
      this.say({ kind: 'records', ids: records.map(({ id }) => id) })
      return records.filter((record) => travels(record as unknown as JournalRecord)).length
    } catch (error) {
      if (!(error instanceof Refusal) || error.error.code !== 'bundle.nothing-to-import') throw error
      await this.desk.call('bundle:discard', { stageId })
      return 0
    }
  }

  close(): Promise<void> {
    return this.desk.close()
  }

  async #memory(): Promise<void> {
    ;(globalThis as { gc?: () => void }).gc?.()
    await new Promise((resolve) => setTimeout(resolve, 20))
    const { heapUsed, external, rss } = process.memoryUsage()
    this.say({ kind: 'memory', usedMB: (heapUsed + external) / 1e6, residentMB: rss / 1e6 })
  }
}

/** Bundles are taken in the order in which they were written: the number at the end of the name grows. */
const byAge = (a: string, b: string): number =>
  Number(/(\d+)\.lsb$/u.exec(a)?.[1]) - Number(/(\d+)\.lsb$/u.exec(b)?.[1])
