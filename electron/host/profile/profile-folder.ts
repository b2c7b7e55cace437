import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { deskSchema, type Desk } from '@shared/ipc/desk'
import { fail } from '../lib/failure'
import { decodeChecked, encodeChecked } from '../files/checked-json'
import { makeFolder, writeDurably } from '../files/durable-file'
import { mayWrite } from '../files/guarded-folder'
import { privateMode } from '../files/private-files'
import { isOfNewerVersion } from './newer-profile'

/** Where everything of one desk lies. Written down in docs/adr/0001-journal-and-projection.md. */
export type ProfileFolder = {
  readonly root: string
  readonly profile: string
  readonly keys: string
  readonly journal: string
  /** What was folded out of the journal: made anew where it is missing or says something else. */
  readonly journalImage: string
  /** When the journal was last looked over. */
  readonly journalMark: string
  readonly drafts: string
  readonly settings: string
  /** Wrong passphrases in a row. */
  readonly unlockWait: string
  readonly attachments: string
  readonly staging: string
  /** Dossiers that wait for the declaration on recusal, and the keys to them. Never part of a snapshot. */
  readonly locks: string
  readonly snapshots: string
  /** What was found damaged or half-made, kept for a person to look at. Never read again by the program. */
  readonly aside: string
}

export const profileFolder = (root: string): ProfileFolder => ({
  root,
  profile: join(root, 'profile.json'),
  keys: join(root, 'keys.json'),
  journal: join(root, 'journal.lsj'),
  journalImage: join(root, 'journal.idx'),
  journalMark: join(root, 'journal.mark'),
  drafts: join(root, 'drafts.lsj'),
  settings: join(root, 'settings.json'),
  unlockWait: join(root, 'unlock-wait.json'),
  attachments: join(root, 'attachments'),
  staging: join(root, 'staging'),
  locks: join(root, 'locks'),
  snapshots: join(root, 'snapshots'),
  aside: join(root, 'aside'),
})

/** A newer version may add members; what it changes gets a higher number. */
const profileFileSchema = z.looseObject({
  format: z.literal('lianshen-profile/1'),
  desk: deskSchema,
  createdAt: z.iso.datetime({ offset: true }),
})

/**
 * Makes the folders, empties the staging area, which never outlives a run, and removes what a killed run half wrote:
 * also what one that lost the profile is about to give its name.
 */
export async function prepareFolder(folder: ProfileFolder): Promise<void> {
  await makeFolder(folder.attachments)
  await rm(folder.staging, { recursive: true, force: true })
  await mkdir(folder.staging, privateMode.folder)
  const shelves = (await readdir(folder.attachments)).map((name) => join(folder.attachments, name))
  for (const place of [folder.root, folder.aside, folder.locks, ...shelves]) {
    // What is set aside and what is locked lie in folders of their own.
    const isDeep = place === folder.aside || place === folder.locks
    for (const name of await readdir(place, { recursive: isDeep }).catch(() => [])) {
      if (/\.(?:part|restored)$/u.test(name)) await rm(join(place, name), { recursive: true, force: true })
    }
  }
}

/**
 * Puts the same bytes under the same names as new files. Whoever had them open before, and comes back after a person
 * had said that it was gone, writes into the old ones, which nobody reads.
 */
export async function moveToFreshFiles(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const bytes = await readFile(path).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    })
    if (bytes !== null) await writeDurably(path, bytes)
  }
}

/** Whether the text of a `profile.json` can be read at all. */
export function isProfileFile(text: string): boolean {
  try {
    return profileFileSchema.safeParse(decodeChecked(text)).success
  } catch {
    return false
  }
}

/** The desk of this profile; null if none was made yet. @throws HostFailure `profile.damaged` */
export async function readProfile(folder: ProfileFolder): Promise<Desk | null> {
  const text = await readFile(folder.profile, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  return readJson(text, profileFileSchema, folder.profile).desk
}

/** Written last when a desk is made: its presence says that everything else is there. */
export const writeProfile = (folder: ProfileFolder, desk: Desk, createdAt: string): Promise<unknown> =>
  writeDurably(folder.profile, encodeChecked({ format: 'lianshen-profile/1', desk, createdAt }))

/** Puts what an interrupted creation left out of the way, so that nothing is overwritten. */
export async function setLeftoversAside(folder: ProfileFolder): Promise<void> {
  const names = new Set(await readdir(folder.root))
  const leftovers = [folder.keys, folder.journal, folder.drafts].filter((path) =>
    names.has(path.slice(folder.root.length + 1)),
  )
  if (leftovers.length === 0) return
  await mayWrite(folder.aside)
  await makeFolder(folder.aside)
  const run = (await readdir(folder.aside)).length
  for (const path of leftovers) {
    await rename(path, join(folder.aside, `unfinished-${run}-${path.slice(folder.root.length + 1)}`))
  }
}

/** Parses a JSON file of the profile. @throws HostFailure `profile.damaged` or `profile.newer` naming the file */
export function readJson<T>(text: string, schema: z.ZodType<T>, path: string): T {
  let value: unknown
  try {
    value = decodeChecked(text)
  } catch {
    return fail('profile.damaged', { path })
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  return fail(isOfNewerVersion(value) ? 'profile.newer' : 'profile.damaged', { path })
}
