import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { deskOf } from '@host/keys/identity'
import { markAllSealed, openKeyFile } from '@host/keys/key-file'
import { profileFolder } from '@host/profile/profile-folder'
import { convertProfile } from '@host/conversion/convert-profile'
import { sealEverythingAside } from '@host/conversion/seal-aside'
import { openVault } from '@host/desk/vault'
import { passphrase } from './desk-fixture'

/** Run by conversion.test.ts as a process of its own: says when converting begins and waits to be killed. */
const root = process.argv[2]
if (root === undefined) throw new Error('usage: convert-until-killed ROOT')
const folder = profileFolder(join(root, '工作目录'))
const keys = await openKeyFile(folder.keys, { passphrase })
const vault = openVault(keys)
const { keyId } = deskOf(keys.certificate, { name: '示例处室', unit: '示例单位', role: 'division' })
writeSync(1, '.')
await convertProfile(folder, vault, keyId)
await sealEverythingAside(folder, vault)
await markAllSealed(folder.keys)
setInterval(() => undefined, 1000)
