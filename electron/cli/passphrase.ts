import { HostFailure } from '@host/lib/failure'
import { unusable } from './failure'
import { readPassphrase } from './read-input'
import type { CliWorld } from './world'

/** From the file that was named, or asked for at the terminal. A passphrase is never given on the command line. */
export async function passphraseFor(
  path: string,
  world: CliWorld,
  passphraseFile: string | undefined,
): Promise<string> {
  if (passphraseFile !== undefined) return readPassphrase(passphraseFile)
  const typed = await world.askSecret(world.t('cli.passphrase.ask', { file: path }))
  if (typed === null) throw unusable('cli.passphrase.noTerminal', { file: path })
  return typed
}

/**
 * Opens a file that may lie in an envelope by passphrase: with the one from the file that was named; else without, and
 * only if it turns out that one is needed, with what is typed at the terminal.
 */
export async function openByPassphrase<T>(
  path: string,
  world: CliWorld,
  passphraseFile: string | undefined,
  open: (passphrase: string | null) => Promise<T>,
): Promise<T> {
  if (passphraseFile !== undefined) return open(await readPassphrase(passphraseFile))
  try {
    return await open(null)
  } catch (error) {
    if (!(error instanceof HostFailure) || error.error.code !== 'envelope.passphrase-needed') throw error
  }
  return open(await passphraseFor(path, world, undefined))
}
