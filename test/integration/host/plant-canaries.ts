import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createDispatcher } from '@host/register'
import { canaries, pdfWith } from '../../helpers/canaries'
import { passphrase, startHost, succeeded, type Desk } from './desk-fixture'
import { opinionReturned } from './review-actions'

/**
 * Makes a desk and plants every canary in it through the contract, by every door that takes words: records, drafts and
 * their keys, attachments, folders, bundles out and in, file names, refusals and bugs. `step` is called after each.
 */
export async function plantCanaries(
  root: string,
  logError: (message: string, error: unknown) => void,
  step: () => void = () => undefined,
): Promise<Desk> {
  const desk = await startHost(root)
  // The card of the desk itself (name, unit, role, fingerprint) lies in the open by decision: no canary is there.
  succeeded(await desk.call('profile:create', { role: 'division', name: '示例处室', unit: '示例单位', passphrase }))
  const left = [...canaries]
  const next = (): string => left.shift() ?? 'no more'
  for (let number = 0; number < 18; number += 1) {
    succeeded(await desk.call('journal:append', { actions: [opinionReturned(next()), opinionReturned('示例')] }))
    step()
  }
  for (let number = 0; number < 6; number += 1) {
    const [key, value] = [next(), next()]
    succeeded(await desk.call('draft:put', { key: `opinion/${key}`, value: { reason: value, again: [value] } }))
    step()
    if (number % 2 === 0) succeeded(await desk.call('draft:delete', { key: `opinion/${key}` }))
  }
  const attachments: string[] = []
  for (let number = 0; number < 10; number += 1) {
    const bytes = new Uint8Array(pdfWith(next()))
    attachments.push(succeeded(await desk.call('attachment:put', { bytes })).sha256)
    step()
  }
  // Outside the profile words may be named: what a person exports is theirs.
  const outside = join(root, next())
  await mkdir(outside)
  succeeded(await desk.call('exchange:set-folder', { folder: outside }))
  step()
  const { records } = await desk.call('journal:read', { after: 0, limit: 100 })
  const recordIds = records.map(({ id }) => id)
  const written = succeeded(
    await desk.call('bundle:export', {
      protect: { kind: 'none' },
      kind: 'assignment',
      to: next(),
      recordIds,
      attachments,
      fileName: `${next()}.lsb`,
      folder: outside,
    }),
  )
  step()
  // Staged and left there: the copy of a bundle under review.
  await desk.call('bundle:stage', { kind: 'place', place: written.file.path })
  step()
  const damaged = join(outside, `${next()}.lsb`)
  await writeFile(damaged, next())
  await desk.call('bundle:stage', { kind: 'place', place: damaged })
  await desk.call('bundle:stage', { kind: 'place', place: join(outside, next(), 'missing.lsb') })
  step()
  await logBugs(left.splice(0, 2), logError)
  await desk.call('profile:lock', undefined)
  await desk.call('profile:unlock', { passphrase: next().padEnd(8, '错') })
  succeeded(await desk.call('profile:unlock', { passphrase }))
  step()
  for (const canary of left) {
    succeeded(await desk.call('journal:append', { actions: [opinionReturned(canary)] }))
    step()
  }
  return desk
}

/** Errors whose message and path carry a word, on their way into the log. */
async function logBugs(words: readonly string[], logError: (message: string, error: unknown) => void): Promise<void> {
  for (const word of words) {
    const error = Object.assign(new Error(`ENOENT: no such file, open '/home/${word}.pdf'`), {
      path: word,
      code: 'ENOENT',
    })
    error.cause = new Error(word)
    const hold = { holds: () => true, vanish: () => undefined }
    const host = { isOpen: () => true, hold, handlers: { 'draft:list': () => Promise.reject(error) } as never }
    await createDispatcher(host, logError)('draft:list', undefined, { isTrustedSender: true })
  }
}
