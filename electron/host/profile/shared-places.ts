import { execFile } from 'node:child_process'
import { readdir, readFile, realpath } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { promisify } from 'node:util'
import type { HostError } from '@shared/ipc/contract'
import { hostError } from '../lib/failure'

/** Kinds of file systems that other computers reach as well, as the system calls them, and what people call them. */
const networkKinds: readonly (readonly [RegExp, string])[] = [
  [/^nfs/u, 'NFS'],
  [/^(?:cifs|smb\d*|smbfs|fuse\.smbnetfs)$/u, 'SMB/CIFS'],
  [/^fuse\.(?:sshfs|rclone|gvfsd-fuse|davfs2?|s3fs|glusterfs|ceph-fuse|mergerfs-net)$/u, 'FUSE'],
  [/^(?:davfs|webdav)$/u, 'WebDAV'],
  [/^(?:afs|afpfs|ceph|glusterfs|lustre|ncpfs|beegfs|gpfs|ocfs2|gfs2)$/u, '网络 network'],
  [/^(?:9p|drvfs|virtiofs|vboxsf|vmhgfs|fuse\.vmhgfs-fuse|prl_fs)$/u, '主机共享 host share'],
]

/** Names that sync clients give to their folders. */
const syncNames: readonly (readonly [RegExp, string])[] = [
  [/^onedrive(?: ?-.*)?$/iu, 'OneDrive'],
  [/^(?:我的)?坚果云|^nutstore/iu, '坚果云 Nutstore'],
  [/^百度网盘同步空间|^baidu(?:syncdisk|netdisk.*)$/iu, '百度网盘 Baidu'],
  [/^dropbox(?: \(.*\))?$/iu, 'Dropbox'],
  [/^(?:icloud ?drive|com~apple~clouddocs|mobile documents)$/iu, 'iCloud Drive'],
  [/^(?:google ?drive|googledrive-.*|my drive|我的云端硬盘)$/iu, 'Google Drive'],
  [/^(?:nextcloud|owncloud)\d*$/iu, 'Nextcloud'],
  [/^syncthing$/iu, 'Syncthing'],
  [/^(?:wps ?云盘|wps ?cloud files|wpsdrive)$/iu, 'WPS 云盘'],
  [/^(?:腾讯)?微云|^weiyun/iu, '微云'],
  [/^(?:阿里云盘|天翼云盘|和彩云|移动云盘|360云盘|115)(?:同步.*)?$/u, '云盘'],
  [/^(?:synologydrive|cloudstation|seafile|resilio sync|megasync|pclouddrive|box(?: sync)?)$/iu, '同步盘 sync client'],
]

/** What sync clients keep in the folder that they synchronise. */
const syncMarks: readonly (readonly [RegExp, string])[] = [
  [/^\.stfolder/u, 'Syncthing'],
  [/^\.dropbox(?:\.cache)?$/u, 'Dropbox'],
  [/^\.(?:_)?sync_[0-9a-f]+\.db|^\.(?:nextcloud|owncloud)sync\.log$/u, 'Nextcloud'],
  [/^\.nutstore/iu, '坚果云 Nutstore'],
  [/^\.baidu(?:sync|yun|netdisk)/iu, '百度网盘 Baidu'],
  [/^\.tmp\.drive(?:download|upload)$/u, 'Google Drive'],
  [/^\.synologyworkingdirectory$/iu, 'Synology Drive'],
  [/^\.sync$/u, 'Resilio Sync'],
]

/**
 * Warnings of a profile that lies where another computer may reach it, as far as it can be told; none for a local disk.
 */
export async function warnOfPlace(root: string, env: NodeJS.ProcessEnv = process.env): Promise<readonly HostError[]> {
  const [network, sync] = await Promise.all([networkDriveOf(root), syncFolderOf(root, env)])
  return [
    ...(network === null ? [] : [hostError('profile.on-network', { path: root, kind: network })]),
    ...(sync === null ? [] : [hostError('profile.in-sync-folder', { path: root, kind: sync })]),
  ]
}

/** What kind of network drive a folder lies on; null for a disk of this computer, and where nobody tells. */
export async function networkDriveOf(folder: string): Promise<string | null> {
  const place = await realpath(folder).catch(() => folder)
  // A drive letter that stands for a share shows as the share it is.
  if (process.platform === 'win32') return /^\\\\(?![?.]\\[A-Za-z]:)/u.test(place) ? 'SMB' : null
  const mounts =
    process.platform === 'darwin' ? await askForMounts() : await readFile('/proc/self/mounts', 'utf8').catch(() => '')
  return networkKind(kindOfMount(place, mounts))
}

/** The name of a network file system; null for others. */
export const networkKind = (kind: string): string | null =>
  networkKinds.find(([pattern]) => pattern.test(kind))?.[1] ?? null

/** The kind of the file system that holds a path, by a table of mounts as Linux writes it; empty if there is none. */
export function kindOfMount(path: string, mounts: string): string {
  let best = { point: '', kind: '' }
  for (const line of mounts.split('\n')) {
    const [, escaped = '', kind = ''] = line.split(' ')
    // Spaces and the like are written by their numbers.
    const point = escaped.replaceAll(/\\([0-7]{3})/gu, (_all, octal: string) => String.fromCharCode(parseInt(octal, 8)))
    const isAbove = point !== '' && (path === point || path.startsWith(point.endsWith('/') ? point : `${point}/`))
    // The last of several at one place covers the others.
    if (isAbove && point.length >= best.point.length) best = { point, kind }
  }
  return best.kind
}

/** Which sync client has a folder, or one above it; null if none is recognised. */
export async function syncFolderOf(folder: string, env: NodeJS.ProcessEnv = process.env): Promise<string | null> {
  const places = new Set([...above(folder), ...above(await realpath(folder).catch(() => folder))])
  for (const variable of ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer']) {
    const given = env[variable]
    if (given !== undefined && given !== '' && places.has(given)) return 'OneDrive'
  }
  for (const place of places) {
    const named = syncNames.find(([pattern]) => pattern.test(basename(place)))
    if (named !== undefined) return named[1]
    for (const entry of await readdir(place).catch(() => [])) {
      const marked = syncMarks.find(([pattern]) => pattern.test(entry))
      if (marked !== undefined) return marked[1]
    }
  }
  return null
}

function above(path: string): readonly string[] {
  const parent = dirname(path)
  return parent === path ? [path] : [path, ...above(parent)]
}

/** macOS lists `//user@server/share on /Volumes/share (smbfs, nodev)`: the same as a table. */
async function askForMounts(): Promise<string> {
  const { stdout } = await promisify(execFile)('/sbin/mount', { timeout: 5000 }).catch(() => ({ stdout: '' }))
  return stdout.replaceAll(/^(.*) on (.*) \(([^,)]+).*$/gmu, (_line, from: string, point: string, kind: string) =>
    [from, point, kind].map((word) => word.replaceAll(' ', '\\040')).join(' '),
  )
}
