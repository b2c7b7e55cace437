import { parseArgs } from 'node:util'
import { resolve } from 'node:path'
import { defaultExchangeFolder, defaultProfileFolder, portOfProfile } from '../shell/places'

export type BrowserShellOptions = {
  readonly profileFolder: string
  readonly exchangeFolder: string
  readonly port: number
  readonly opensBrowser: boolean
  /** A person's word that whoever has the profile is gone. */
  readonly takesOver: boolean
}

/** Reads the command line. @throws Error naming the option that is wrong. */
export function readOptions(args: readonly string[]): BrowserShellOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      profile: { type: 'string' },
      exchange: { type: 'string' },
      port: { type: 'string' },
      'no-open': { type: 'boolean', default: false },
      'take-over': { type: 'boolean', default: false },
    },
  })
  const profileFolder = resolve(values.profile ?? defaultProfileFolder())
  const port = values.port === undefined ? portOfProfile(profileFolder) : Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port ?? ''}`)
  return {
    profileFolder,
    exchangeFolder: resolve(values.exchange ?? defaultExchangeFolder()),
    port,
    opensBrowser: !values['no-open'],
    takesOver: values['take-over'],
  }
}
