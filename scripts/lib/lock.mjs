import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const ownerOf = (folder) => {
  try {
    return Number(readFileSync(join(folder, 'pid'), 'utf8'))
  } catch {
    return null
  }
}

/**
 * Runs `work` while this process alone holds the lock folder; waits for another's work, takes over a dead one's lock.
 * A lock without a number is somebody's who is just writing it, unless it stays so.
 */
export async function withLock(folder, work) {
  mkdirSync(dirname(folder), { recursive: true })
  for (let nameless = 0; ;) {
    try {
      mkdirSync(folder)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const owner = ownerOf(folder)
    nameless = owner === null ? nameless + 1 : 0
    if (owner === null ? nameless > 20 : !isAlive(owner)) rmSync(folder, { recursive: true, force: true })
    else await sleep(100)
  }
  writeFileSync(join(folder, 'pid'), String(process.pid))
  try {
    return await work()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
