/**
 * Bends good bundles by chance and brings each to a true desk: tsx run-fuzz.ts CASES [SEED]. Prints one line of JSON;
 * ends with 1 at the first case that is taken though it says something else, that fails otherwise than by a refusal,
 * that takes longer than five seconds, or that leaves a trace; and when memory went over 512 MB. Run by scripts/fuzz.mjs.
 */
import { performance } from 'node:perf_hooks'
import { memorySource } from '@host/bundles/byte-source'
import { readBundle } from '@host/bundles/read-bundle'
import { canonicalJson } from '@shared/lib/canonical-json'
import { makeBundle, rework, writeRecords } from '../integration/host/bundle-fixture'
import { hashTree, removeTemporaryFolders } from '../integration/host/desk-fixture'
import { expertA, opinionSealed, recusalDeclared } from '../integration/host/review-actions'
import { chanceOf, mutate } from './mutate'
import { closeHostileDesks, faultsOfWords, openHostileDesks, stageBytes } from './run-case'
import { disagreement } from './second-reader'
import { createWorld, type HostileWorld } from './world'

const count = Number(process.argv[2] ?? 2000)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
const chance = chanceOf(seed)

type Golden = { readonly bytes: Buffer; readonly signer: HostileWorld['sender']; readonly desk: 'new' | 'division' }

async function goldensOf(world: HostileWorld): Promise<readonly Golden[]> {
  const opinion = await makeBundle({
    kind: 'opinion',
    from: world.expert,
    records: writeRecords(world.expert, [recusalDeclared(expertA), opinionSealed(expertA)]),
  })
  return [
    { bytes: world.good, signer: world.sender, desk: 'new' },
    { bytes: opinion, signer: world.expert, desk: 'division' },
  ]
}

/** What a bundle says: its records and attachments. The page and the cover are words about them. */
async function meaningOf(bytes: Uint8Array): Promise<string> {
  const { records, blobs, manifest } = await readBundle(memorySource(bytes))
  return canonicalJson({
    kind: manifest.kind,
    from: manifest.from,
    records: records.map(({ envelope }) => envelope),
    blobs: blobs.map(({ sha256, size }) => ({ sha256, size })),
  })
}

/** Every third case is bent inside an entry, its list, hashes and signature made good again by the sender's own key. */
async function bend({ bytes, signer }: Golden, other: Golden, number: number): Promise<Buffer> {
  if (number % 3 !== 0) return mutate(bytes, other.bytes, chance)
  try {
    return await rework(bytes, signer, (entries) => {
      const target = 1 + chance(entries.length - 1)
      return entries.map((entry, index) =>
        index === target ? { ...entry, bytes: mutate(entry.bytes, other.bytes, chance) } : entry,
      )
    })
  } catch {
    // A list of such records cannot even be written down.
    return mutate(bytes, other.bytes, chance)
  }
}

const world = await createWorld()
const desks = await openHostileDesks(world)
const goldens = await goldensOf(world)
const meanings = await Promise.all(goldens.map(({ bytes }) => meaningOf(bytes)))
const refusals = new Map<string, number>()
const faults: string[] = []
let accepted = 0
let slowest = 0

for (let number = 0; number < count && faults.length === 0; number += 1) {
  const which = chance(goldens.length)
  const golden = goldens[which]
  const other = goldens[1 - which]
  if (golden === undefined || other === undefined) throw new Error('no golden bundle')
  const bytes = await bend(golden, other, number)
  const { desk, before } = desks[golden.desk]
  const start = performance.now()
  try {
    const answer = await stageBytes(desk, bytes)
    const ms = performance.now() - start
    slowest = Math.max(slowest, ms)
    if (ms > 5000) faults.push(`case ${number}: ${Math.round(ms)} ms`)
    if (answer.kind === 'failed') {
      refusals.set(answer.error.code, (refusals.get(answer.error.code) ?? 0) + 1)
      faults.push(...faultsOfWords(answer.error).map((fault) => `case ${number}: ${fault}`))
    } else {
      accepted += 1
      await desk.call('bundle:discard', { stageId: answer.stageId })
      if ((await meaningOf(bytes)) !== meanings[which]) faults.push(`case ${number}: taken with another meaning`)
      const differs = await disagreement(bytes)
      if (differs !== null) faults.push(`case ${number}: a second reader differs: ${differs}`)
    }
  } catch (error) {
    faults.push(`case ${number}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  }
  if (number % 500 !== 499 && number !== count - 1) continue
  if (JSON.stringify(await hashTree(desk.root)) !== JSON.stringify(before)) {
    faults.push(`case ${number}: a trace is left`)
  }
  if (process.stderr.isTTY) process.stderr.write(`\r${number + 1} of ${count}`)
}

await closeHostileDesks(desks)
await removeTemporaryFolders()
const memoryMB = Math.round(process.resourceUsage().maxRSS / 1024)
if (memoryMB > 512) faults.push(`${memoryMB} MB`)
const byCode = Object.fromEntries([...refusals].sort(([, a], [, b]) => b - a))
const summary = { cases: count, seed, accepted, refused: byCode, slowestMs: Math.round(slowest), memoryMB, faults }
process.stdout.write(`${JSON.stringify(summary)}\n`)
process.exitCode = faults.length === 0 ? 0 : 1
