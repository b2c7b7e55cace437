import { errorSentence } from '@shared/messages/error-sentence'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { kindOfMount, networkDriveOf, networkKind, syncFolderOf, warnOfPlace } from '@host/profile/shared-places'
import { locales } from '@shared/messages/languages'
import { createTranslator } from '@shared/messages/translate'
import { createDesk, passphrase, removeTemporaryFolders, startHost, succeeded, temporaryFolder } from './desk-fixture'

afterEach(removeTemporaryFolders)

const mounts = [
  '/dev/vda / ext4 rw 0 0',
  '//server/处室 /mnt/share\\040one cifs rw 0 0',
  'server:/export /mnt/nfs nfs4 rw 0 0',
  'user@host: /mnt/ssh fuse.sshfs rw 0 0',
  'D: /mnt/d 9p rw,aname=drvfs 0 0',
  'drvfs /mnt/e drvfs rw 0 0',
  'tmpfs /mnt/nfs/local tmpfs rw 0 0',
].join('\n')

describe('a network drive', () => {
  it.each([
    ['/mnt/share one/档案', 'SMB/CIFS'],
    ['/mnt/nfs', 'NFS'],
    ['/mnt/nfs/a/b', 'NFS'],
    ['/mnt/ssh/x', 'FUSE'],
    ['/mnt/d/联审', '主机共享 host share'],
    ['/mnt/e/联审', '主机共享 host share'],
    ['/mnt/nfs/local/a', null],
    ['/mnt/nfsx', null],
    ['/home/wang', null],
  ])('is told by the table of mounts: %s', (path, kind) => {
    expect(networkKind(kindOfMount(path, mounts))).toBe(kind)
  })

  it('is not the disk of this computer', async () => {
    expect(await networkDriveOf(await temporaryFolder())).toBeNull()
  })
})

describe('a synchronised folder', () => {
  it.each([
    ['OneDrive', 'OneDrive'],
    ['OneDrive - 四川省示例厅', 'OneDrive'],
    ['坚果云', '坚果云 Nutstore'],
    ['我的坚果云', '坚果云 Nutstore'],
    ['Nutstore Files', '坚果云 Nutstore'],
    ['百度网盘同步空间', '百度网盘 Baidu'],
    ['BaiduSyncdisk', '百度网盘 Baidu'],
    ['Dropbox', 'Dropbox'],
    ['iCloudDrive', 'iCloud Drive'],
    ['Nextcloud', 'Nextcloud'],
    ['Google Drive', 'Google Drive'],
    ['WPS云盘', 'WPS 云盘'],
    ['文件', null],
    ['One', null],
  ])('is told by its name: %s', async (name, client) => {
    const profile = join(await temporaryFolder(), name, '联审', '工作目录')
    await mkdir(profile, { recursive: true })
    expect(await syncFolderOf(profile, {})).toBe(client)
  })

  it.each([
    ['.stfolder', 'Syncthing'],
    ['.sync_0a1b2c3d.db', 'Nextcloud'],
    ['.dropbox', 'Dropbox'],
  ])('is told by what its client keeps there: %s, also through a link', async (mark, client) => {
    const root = await temporaryFolder()
    const profile = join(root, 'x', '工作目录')
    await mkdir(profile, { recursive: true })
    await writeFile(join(root, 'x', mark), '')
    const link = join(await temporaryFolder(), 'link')
    await symlink(profile, link)
    expect([await syncFolderOf(profile, {}), await syncFolderOf(link, {})]).toEqual([client, client])
  })

  it('is told by the system’s own word for it', async () => {
    const root = await temporaryFolder()
    expect(await syncFolderOf(join(root, 'a', 'b'), { OneDriveCommercial: join(root, 'a') })).toBe('OneDrive')
  })

  it('is warned of at each opening, in words', async () => {
    const desk = await createDesk('division', '示例处室')
    await desk.host.close()
    await writeFile(join(desk.root, '.stfolder'), '')
    for (let time = 1; time <= 2; time += 1) {
      const again = await startHost(desk.root)
      succeeded(await again.call('profile:unlock', { passphrase }))
      const { notices } = await again.call('app:get-status', undefined)
      expect(notices).toEqual([
        { code: 'profile.in-sync-folder', params: { path: join(desk.root, '工作目录'), kind: 'Syncthing' } },
      ])
      await again.host.close()
    }
    for (const locale of locales) {
      for (const { code, params } of await warnOfPlace(join(desk.root, '工作目录'), {})) {
        expect(errorSentence({ code, params }, createTranslator(locale))).toContain('Syncthing')
      }
    }
  })
})
