import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { scanLog } from '@host/journal/frame-file'
import { formatOf } from '@host/journal/log-format'
import { openKeyFile } from '@host/keys/key-file'
import { openVault, type Vault } from '@host/desk/vault'
import { passphrase } from './desk-fixture'

/** The keys of a desk, for a test that looks at or forges what lies on the disk. */
export const vaultOf = async (root: string): Promise<Vault> =>
  openVault(await openKeyFile(join(root, '工作目录', 'keys.json'), { passphrase }))

/** Appends a frame to a log as whoever has its keys would. */
export async function appendSealed(
  root: string,
  log: 'journal' | 'drafts',
  content: { readonly kind: number; readonly payload: Buffer },
): Promise<void> {
  const path = join(root, '工作目录', `${log}.lsj`)
  const bytes = await readFile(path)
  const format = formatOf(bytes, (await vaultOf(root))[log])!
  const { frames } = scanLog(bytes, format)
  await appendFile(path, format.encode(bytes.subarray(0, format.headerSize), frames.length, content))
}
