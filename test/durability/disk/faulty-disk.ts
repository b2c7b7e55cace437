/**
 * Puts a faulty disk under a program that knows nothing of it: every changing call of `node:fs/promises` and of its
 * file handles is counted, split where a disk would split it (a write into two halves, a removal of a tree into its
 * parts), mirrored in a model, and at the chosen one the disk fails. Calls that only read change nothing: a stop before
 * one leaves what the stop before the next changing call leaves.
 */
import { createRequire, syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import type * as FileSystem from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import type { ModelDisk, Node } from './model-disk'

const promises = createRequire(import.meta.url)('node:fs/promises') as typeof FileSystem
const real = { ...promises }
const readings = new Map<string, number>()

/** What kind of call it is: only what takes room can find the disk full. */
type Call = 'create' | 'write' | 'sync' | 'change' | 'remove'

export type Fault = {
  /** Called before every changing call, the first is 1; throws or does not return where the disk fails. */
  readonly before: (call: Call, number: number, path: string) => void
  /** Called before every reading from an open file; the first of a path is 1. */
  readonly beforeReading?: (path: string, number: number) => void
}

type Opened = { readonly path: string; node: Node | null; position: number }

let fault: Fault | null = null
let model: ModelDisk | null = null
let calls = 0
const opened = new WeakMap<object, Opened>()

/** From now on every changing call is counted from 1 and mirrored. */
export function arm(next: Fault, mirror: ModelDisk | null): void {
  fault = next
  model = mirror
  calls = 0
  readings.clear()
}

/** The disk is whole again. Answers how many changing calls there were. */
export function disarm(): number {
  fault = null
  model = null
  return calls
}

/** The file of a handle in the model, also if it was opened before the model was there. */
function nodeOf(place: Opened | undefined): Node | null {
  if (place === undefined || model === null) return null
  place.node ??= model.find(place.path)
  return place.node
}

function step(call: Call, path: string): void {
  if (fault === null) return
  calls += 1
  fault.before(call, calls, path)
}

/** The failure of a full disk, as Node words it. */
export function noSpace(path: string): Error {
  return Object.assign(new Error(`ENOSPC: no space left on device, write '${path}'`), {
    code: 'ENOSPC',
    errno: -28,
    syscall: 'write',
    path,
  })
}

/** A failure of the disk as Node gives it: a call at an open file tells no path. */
export const diskFailure = (code: string, call: Call | 'read', path: string): Error =>
  Object.assign(new Error(`${code}: ${call}`), {
    code,
    syscall: call,
    ...((call === 'create' || call === 'change' || call === 'remove') && { path }),
  })

const exists = (path: string): Promise<boolean> =>
  real.lstat(path).then(
    () => true,
    () => false,
  )

async function openFile(path: string, flags: string | number = 'r', mode?: number): Promise<FileHandle> {
  if (typeof flags === 'number') throw new Error('open by number is not modelled')
  const creates = /[wa]/u.test(flags)
  const isNew = creates && !(await exists(path))
  if (creates) step(isNew ? 'create' : 'change', path)
  const handle = await real.open(path, flags, mode)
  if (isNew) model?.createFile(path)
  const node = model?.find(path) ?? null
  if (flags.startsWith('w') && !isNew) model?.truncate(node, 0)
  opened.set(handle, { path, node, position: 0 })
  return handle
}

async function makeFolder(path: string, options?: { recursive?: boolean }): Promise<string | undefined> {
  if (options?.recursive === true && (await exists(path))) return undefined
  step('create', path)
  const made = await real.mkdir(path, options)
  model?.createFolders(path)
  return made
}

async function removeTree(path: string, options: { recursive?: boolean; force?: boolean } = {}): Promise<void> {
  const found = await real.lstat(path).catch(() => null)
  if (found?.isDirectory() === true && options.recursive === true) {
    for (const name of await real.readdir(path)) await removeTree(join(path, name), options)
    step('remove', path)
    await real.rmdir(path)
  } else {
    if (found !== null) step('remove', path)
    await real.rm(path, options)
    if (found === null) return
  }
  model?.remove(path)
}

async function renamePath(from: string, to: string): Promise<void> {
  step('change', to)
  await real.rename(from, to)
  model?.rename(from, to)
}

async function linkPath(from: string, to: string): Promise<void> {
  step('create', to)
  await real.link(from, to)
  model?.link(from, to)
}

const halves = (bytes: Uint8Array): Uint8Array[] =>
  bytes.length < 2 ? [bytes] : [bytes.subarray(0, bytes.length >> 1), bytes.subarray(bytes.length >> 1)]

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (const half of halves(bytes)) {
    const place = opened.get(handle)
    if (place !== undefined) step('write', place.path)
    await realHandle.write.call(handle, ...([half, 0, half.length, place?.position ?? null] as never[]))
    if (place === undefined) continue
    model?.write(nodeOf(place), place.position, half)
    place.position += half.length
  }
}

async function writePath(path: string, data: unknown, options?: { flag?: string } | string): Promise<void> {
  const handle = await openFile(path, typeof options === 'object' ? (options.flag ?? 'w') : 'w')
  try {
    await writeAll(handle, bytesOf(data))
  } finally {
    await handle.close()
  }
}

function bytesOf(data: unknown): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data, 'utf8')
  if (data instanceof Uint8Array) return data
  throw new Error('writing this is not modelled')
}

async function copyPath(from: string, to: string): Promise<void> {
  await writePath(to, await real.readFile(from))
}

/** Methods of every file handle; taken from one, for Node has no name for their class. */
type Method = (this: FileHandle, ...args: never[]) => Promise<unknown>
const realHandle: Record<'read' | 'write' | 'writeFile' | 'truncate' | 'sync' | 'datasync', Method> = {} as never

async function patchHandles(): Promise<void> {
  const handle = await real.open('/dev/null', 'r')
  const prototype = Object.getPrototypeOf(handle) as Record<string, Method>
  await handle.close()
  for (const name of ['read', 'write', 'writeFile', 'truncate', 'sync', 'datasync'] as const) {
    realHandle[name] = prototype[name]!
  }
  for (const name of ['writev', 'appendFile', 'createWriteStream']) {
    prototype[name] = () => {
      throw new Error(`${name} is not modelled`)
    }
  }
  prototype['read'] = async function (this: FileHandle, ...args: never[]) {
    const place = opened.get(this)
    if (place !== undefined && fault?.beforeReading !== undefined) {
      const number = (readings.get(place.path) ?? 0) + 1
      readings.set(place.path, number)
      fault.beforeReading(place.path, number)
    }
    return realHandle.read.apply(this, args)
  }
  prototype['write'] = async function (this: FileHandle, ...args: unknown[]) {
    const [bytes, offset = 0, length, position] = args as [Uint8Array, number?, number?, (number | null)?]
    const place = opened.get(this)
    const piece = bytes.subarray(offset, offset + (length ?? bytes.length - offset))
    const at = position ?? place?.position ?? 0
    let written = 0
    // Split in two: the first may be on the disk and the second not.
    for (const half of halves(piece)) {
      try {
        if (place !== undefined) step('write', place.path)
      } catch (error) {
        if (written === 0) throw error
        return { bytesWritten: written, buffer: bytes }
      }
      await realHandle.write.call(this, ...([half, 0, half.length, at + written] as never[]))
      model?.write(nodeOf(place), at + written, half)
      written += half.length
    }
    if (place !== undefined && (position === undefined || position === null)) place.position += written
    return { bytesWritten: written, buffer: bytes }
  }
  prototype['writeFile'] = async function (this: FileHandle, data: unknown) {
    await writeAll(this, bytesOf(data))
  }
  prototype['truncate'] = async function (this: FileHandle, length = 0) {
    const place = opened.get(this)
    if (place !== undefined) step('change', place.path)
    await realHandle.truncate.call(this, length as never)
    model?.truncate(nodeOf(place), length)
  }
  for (const name of ['sync', 'datasync'] as const) {
    prototype[name] = async function (this: FileHandle) {
      const place = opened.get(this)
      if (place !== undefined) step('sync', place.path)
      await realHandle[name].call(this)
      model?.sync(nodeOf(place))
    }
  }
}

/** Puts the faulty disk in place; until it is armed it does what the real one does. */
export async function installFaultyDisk(): Promise<void> {
  await patchHandles()
  const openAny = async (path: string, flags?: string | number, mode?: number): Promise<FileHandle> => {
    const handle = await openFile(path, flags, mode)
    if (!opened.has(handle)) opened.set(handle, { path, node: model?.find(path) ?? null, position: 0 })
    return handle
  }
  Object.assign(promises, {
    open: openAny,
    writeFile: writePath,
    mkdir: makeFolder,
    rm: removeTree,
    unlink: (path: string) => removeTree(path),
    rename: renamePath,
    link: linkPath,
    copyFile: copyPath,
  })
  for (const name of ['appendFile', 'cp', 'rmdir', 'symlink', 'truncate'] as const) {
    Object.assign(promises, {
      [name]: () => {
        throw new Error(`${name} is not modelled`)
      },
    })
  }
  syncBuiltinESMExports()
}
