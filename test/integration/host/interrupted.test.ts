import { randomBytes } from 'node:crypto'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { removeLeftovers, withPart } from '@host/files/part-files'
import { encodeFrame, scanFrames } from '@host/journal/frames'
import { prepareFolder, profileFolder } from '@host/profile/profile-folder'
import { removeTemporaryFolders, temporaryFolder } from './desk-fixture'

afterEach(removeTemporaryFolders)

/** A process id that nobody has: the largest that Linux gives is smaller. */
const nobody = 4_194_305

describe('a last frame whose writing a power cut interrupted', () => {
  const sector = 512
  const first = encodeFrame(1, Buffer.from('{"records":[]}'))

  it('is torn, whichever of its sectors were never written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.infiniteStream(fc.boolean()), (length, written) => {
        const whole = Buffer.concat([Buffer.alloc(16, 1), first, encodeFrame(1, randomBytes(length))])
        const old = 16 + first.length
        const file = Buffer.alloc(whole.length)
        whole.copy(file, 0, 0, old)
        let lost = 0
        for (let at = Math.floor(old / sector) * sector; at < whole.length; at += sector) {
          if (written.next().value === true) whole.copy(file, Math.max(at, old), Math.max(at, old), at + sector)
          else lost += 1
        }
        const scan = scanFrames(file, 16)
        // A sector of which the frame has a byte or two may have been zero all along.
        if (lost === 0 || file.equals(whole)) expect(scan.tail).toBe('clean')
        else expect(scan).toMatchObject({ tail: 'torn', end: old })
      }),
    )
  })

  it('is damage if a bit of it changed, or if a frame stands behind it', () => {
    const whole = Buffer.concat([Buffer.alloc(16, 1), first, encodeFrame(1, randomBytes(2000))])
    const flipped = Buffer.from(whole)
    flipped[whole.length - 900]! ^= 1
    expect(scanFrames(flipped, 16).tail).toBe('damaged')
    const zeroed = Buffer.concat([whole, first])
    zeroed.fill(0, 16 + first.length, sector)
    expect(scanFrames(zeroed, 16).tail).toBe('damaged')
  })
})

describe('what a killed run left', () => {
  it('half-written files of the profile go when it is opened', async () => {
    const folder = profileFolder(await temporaryFolder())
    const shelf = join(folder.attachments, 'ab')
    const aside = join(folder.aside, '20261120T010000000Z')
    for (const place of [shelf, aside]) await mkdir(place, { recursive: true })
    await writeFile(join(aside, 'journal.lsj.part'), 'x')
    for (const path of [folder.settings, folder.journal, join(shelf, 'a'.repeat(64))]) {
      await writeFile(`${path}.part`, 'x')
    }
    await writeFile(`${folder.journal}.restored`, 'x')
    await prepareFolder(folder)
    expect((await readdir(folder.root)).sort()).toEqual(['aside', 'attachments', 'staging'])
    expect(await readdir(aside)).toEqual([])
    expect(await readdir(shelf)).toEqual([])
  })

  it('a half-written export goes and is named; one that is being written, or another computer writes, stays', async () => {
    const folder = await temporaryFolder()
    let own = ''
    await withPart(join(folder, '正在写.lsb'), async (part) => {
      await writeFile(part, 'x')
      own = part.slice(folder.length + 1)
      const here = own.split('.').at(-2)!.slice(0, 3)
      const elsewhere = here === '000' ? '111' : '000'
      const names = [`旧.lsb.${here}${nobody.toString(36)}.part`, `别处.lsb.${elsewhere}${nobody.toString(36)}.part`]
      for (const name of [...names, '不相干.part']) await writeFile(join(folder, name), 'x')
      expect(await removeLeftovers(folder)).toEqual(['旧.lsb'])
      expect((await readdir(folder)).sort()).toEqual([names[1], '不相干.part', own].sort())
    })
    // Nobody writes it any more.
    expect(await removeLeftovers(folder)).toEqual(['正在写.lsb'])
  })
})
