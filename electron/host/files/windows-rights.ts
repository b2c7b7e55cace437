import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Everyone, authenticated users, users of this computer, guests: by number, for their names are translated. */
const everybody = ['S-1-1-0', 'S-1-5-11', 'S-1-5-32-545', 'S-1-5-32-546'] as const

/**
 * Which of the groups that anybody belongs to have a right of their own on a folder of Windows. Nothing is changed:
 * rights there are an administrator's. Empty elsewhere, and where `icacls` does not answer.
 */
export async function groupsWithRights(folder: string): Promise<readonly string[]> {
  if (process.platform !== 'win32') return []
  const found: string[] = []
  for (const sid of everybody) {
    const { stdout } = await run('icacls', [folder, '/findsid', `*${sid}`], { windowsHide: true, timeout: 5000 }).catch(
      () => ({ stdout: '' }),
    )
    // A folder that has one is listed by its path.
    if (stdout.includes(folder)) found.push(sid)
  }
  return found
}
