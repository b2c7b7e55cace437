import { lstat, readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { AgainRow } from '@shared/ipc/verify-again'
import { headlineOf } from '@shared/ipc/verify-headline'
import type { BundleReader } from '../bundles/bundle-reader'
import { HostFailure } from '../lib/failure'
import type { OpenDesk } from '../desk/open-desk'
import { isOtherVerdict, judgeBefore } from './judge-before'
import type { KnownDesks } from './known-desks'
import { verifyFile } from './verify-file'

/** Files are read whole. */
const maxBytes = 1_500_000_000
/** Folders inside one another, and files in all: beyond, a person has chosen the wrong folder. */
const maxDepth = 16
const maxFiles = 100_000

const isVerified = (name: string): boolean => /\.(?:pdf|docx|lsb|lsb\.age)$/iu.test(name)

/** What a register knows of files: where they were written, and which contents are registered. */
export type FileRegister = { readonly paths: readonly string[]; readonly hashes: ReadonlySet<string> }

/** What this desk wrote, by its own records alone: a path that came from elsewhere is never opened. */
export async function registerOf({ fold, identity }: OpenDesk): Promise<FileRegister> {
  const listed = await fold.listed()
  const files = listed.flatMap((record) => {
    if (record.type !== 'document.exported') return []
    return record.payload.files.map((file) => ({ ...file, isOwn: record.author === identity.desk.keyId }))
  })
  const paths = files.filter(({ isOwn, path }) => isOwn && isVerified(path)).map(({ path }) => path)
  return { paths: [...new Set(paths)], hashes: new Set(files.map(({ sha256 }) => sha256)) }
}

/**
 * Every file below a folder that can be verified, by name; what is no plain file or folder is passed over.
 * @throws system error
 */
export async function filesUnder(folder: string): Promise<string[]> {
  const found: string[] = []
  const walk = async (at: string, depth: number): Promise<void> => {
    const entries = await readdir(at, { withFileTypes: true })
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (found.length >= maxFiles) return
      if (entry.isDirectory() && depth < maxDepth) await walk(join(at, entry.name), depth + 1).catch(() => undefined)
      if (entry.isFile() && isVerified(entry.name)) found.push(join(at, entry.name))
    }
  }
  await walk(folder, 0)
  return found
}

export type AgainWorld = {
  readonly desk: OpenDesk | null
  readonly known: KnownDesks
  /** Null without a register: then nothing can be absent from it. */
  readonly hashes: ReadonlySet<string> | null
  readonly readBundle?: BundleReader
}

/**
 * One file verified as it would be on its own, beside what an older version said of it. Never throws for a file.
 * `onHash` is told the file's SHA-256.
 */
export async function verifyAgain(
  path: string,
  world: AgainWorld,
  onHash: (sha256: string) => void = () => undefined,
): Promise<AgainRow> {
  const fileName = basename(path)
  const nothing = { headline: null, signers: [], problems: [], before: null, isOtherVerdict: false }
  const bytes = await readPlain(path)
  if (bytes === 'missing' || bytes === 'unread') return { fileName, path, outcome: bytes, ...nothing }
  const signature = /\.docx$/iu.test(path) ? await signatureOf(path) : null
  const file = { fileName, bytes, ...(signature === null ? {} : { signature }) }
  try {
    const report = await verifyFile(file, world.desk, world.readBundle, world.known)
    onHash(report.sha256)
    const before = await judgeBefore(file, report.format)
    const registered =
      report.format === 'bundle' || world.hashes === null || world.hashes.size === 0
        ? 'none'
        : world.hashes.has(report.sha256)
          ? 'same'
          : 'absent'
    return {
      fileName,
      path,
      outcome: 'verified',
      headline: headlineOf(report, registered),
      signers: report.signatures.map(({ signer }) => signer),
      problems: report.problems,
      before,
      isOtherVerdict: isOtherVerdict(before, report),
    }
  } catch (error) {
    if (error instanceof HostFailure) return { fileName, path, outcome: 'unread', ...nothing, problems: [error.error] }
    throw error
  }
}

async function readPlain(path: string): Promise<Uint8Array | 'missing' | 'unread'> {
  try {
    const found = await lstat(path)
    return found.isFile() && found.size <= maxBytes ? await readFile(path) : 'unread'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'unread'
  }
}

/** `X.docx.p7s` or `X.p7s` beside `X.docx`. */
async function signatureOf(path: string): Promise<Uint8Array | null> {
  for (const name of [`${path}.p7s`, path.replace(/\.docx$/iu, '.p7s')]) {
    const bytes = await readPlain(name)
    if (bytes instanceof Uint8Array) return bytes
  }
  return null
}
