import { cpSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { projectionVersion } from '@renderer/data/database'
import { damages, listFiles } from '../matrices/damage'
import type { Tally } from '../matrices/report'
import { readIfThere } from './read-if-there'
import { checkDesk } from './check'
import { tamperings } from './tampering'
import { databaseFolder, rowsOfAnotherDesk, type BrowserWorld } from './worlds'
import { browserFolder } from './window'

type Case = { readonly name: string; readonly run: () => ReturnType<typeof checkDesk> }

/** Hurts every file in which the browser keeps the desk's database, in every way; then rows, tables and versions. */
export async function browserDamageMatrix(
  tally: Tally,
  { world, folder }: { world: BrowserWorld; folder: string },
  isWanted: (name: string) => boolean,
): Promise<void> {
  const { root, lines, rows: expected, older } = world
  const place = join(browserFolder(root), databaseFolder)
  const cases: Case[] = []
  for (const file of listFiles(place)) {
    const path = join(place, file)
    const earlier = readIfThere(join(older, databaseFolder, file))
    for (const damage of damages) {
      const hurt = damage.hurt(readFileSync(path), earlier)
      if (hurt === null) continue
      cases.push({
        name: `${nameOf(file)}, ${damage.name}`,
        run: () => {
          if (hurt === 'delete') unlinkSync(path)
          else writeFileSync(path, hurt)
          // A missing file can be kept by nobody, and LOCK is empty in its best days.
          const mustKeep = hurt === 'delete' || basename(file) === 'LOCK' ? {} : { mustKeep: { file, bytes: hurt } }
          return checkDesk(root, lines, { expected, ...mustKeep })
        },
      })
    }
  }
  const whole = (name: string, hurt: () => void, mustTell: boolean): Case => ({
    name,
    run: () => {
      hurt()
      return checkDesk(root, lines, { expected, mustTell })
    },
  })
  const remove = (path: string) => () => {
    rmSync(path, { recursive: true, force: true })
  }
  cases.push(
    whole('the folder of the database is deleted', remove(place), true),
    whole('all data of the browser is deleted', remove(browserFolder(root)), true),
    whole(
      'the folder of the database is an older copy',
      () => {
        remove(place)()
        cpSync(join(older, databaseFolder), place, { recursive: true })
      },
      false,
    ),
    whole(
      'a file stands where the folder was',
      () => {
        remove(place)()
        writeFileSync(place, '示例')
      },
      true,
    ),
    whole(
      'a link to nothing stands where the folder was',
      () => {
        remove(place)()
        symlinkSync(join(root, 'nothing'), place)
      },
      true,
    ),
    whole(
      'a file stands where the rows were',
      () => {
        const [name = ''] = readdirSync(place).filter((entry) => entry.endsWith('.leveldb'))
        remove(join(place, name))()
        writeFileSync(join(place, name), '示例')
      },
      true,
    ),
  )
  const stranger = await rowsOfAnotherDesk(folder)
  for (const { name, tamper } of tamperings(projectionVersion, stranger)) {
    cases.push({ name, run: () => checkDesk(root, lines, { expected, tamper, mustTell: true }) })
  }
  for (const { name, run } of cases) {
    if (!isWanted(name)) continue
    world.reset()
    tally.add(name, await run())
  }
}

/** Without the port, which is another in every run. */
const nameOf = (file: string): string => file.replace(/^http_127\.0\.0\.1_\d+\./u, '')

/** Bytes of all files of the database, to say how large it was. */
export const databaseBytes = (root: string): number => {
  const place = join(browserFolder(root), databaseFolder)
  return listFiles(place).reduce((total, file) => total + statSync(join(place, file)).size, 0)
}
