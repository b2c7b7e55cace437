import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { HostFailure } from '@host/lib/failure'
import { createDispatcher } from '@host/register'
import { locales } from '@shared/messages/languages'
import { createTranslator, type Translate } from '@shared/messages/translate'
import { hasRoomForCopies, keepDatabase } from '../shell/database-keeper'
import { keepShellFolderPrivate, openLog } from '../shell/log'
import { isHeldElsewhere, openHostAsking } from '../shell/open-host-asking'
import { shellDataFolder } from '../shell/places'
import { describeStartFailure } from '../shell/start-failure'
import { askToTakeOver } from './ask-to-take-over'
import { findBrowser, type InstalledBrowser } from './find-browser'
import { PortTakenError, startLoopbackServer, type LoopbackServer } from './loopback-server'
import { writeHandOver } from './entrance'
import { browserFolder, foldersOfDatabases, openBrowser } from './open-browser'
import { readOptions, type BrowserShellOptions } from './options'

const words = locales.map((lang) => ({ lang, t: createTranslator(lang) }))

/** Both languages: whoever starts the shell has not chosen one yet. */
const say = (sentence: (t: Translate) => string): void => {
  process.stdout.write(`${words.map(({ t }) => sentence(t)).join('\n')}\n`)
}

const applicationFolder = resolve(import.meta.dirname, '../..')

function readVersion(): string {
  const value: unknown = JSON.parse(readFileSync(join(applicationFolder, 'package.json'), 'utf8'))
  return typeof value === 'object' && value !== null && 'version' in value ? String(value.version) : ''
}

type Window = {
  readonly isWanted: boolean
  readonly browser: InstalledBrowser | null
  /** What the browser keeps for this profile. */
  readonly folder: string
}

function chooseWindow({ opensBrowser }: BrowserShellOptions, dataFolder: string): Window {
  const browser = opensBrowser ? findBrowser() : null
  const folder = join(dataFolder, 'browser')
  return { isWanted: opensBrowser, browser, folder: browser === null ? folder : browserFolder(browser, folder) }
}

/** Opens the window, or says why there is none and prints address and code instead. Answers what to do once entered. */
function present(server: LoopbackServer, window: Window, close: () => void) {
  const serve = () => {
    say((t) => t('shell.serving'))
    process.stdout.write(`${server.entrance}\n${server.token}\n`)
  }
  const nothing = () => undefined
  const { browser, folder } = window
  if (!window.isWanted) {
    serve()
    return nothing
  }
  if (browser === null) {
    say((t) => t('shell.noBrowser'))
    serve()
    return nothing
  }
  const handOver = writeHandOver(folder, server)
  const child = openBrowser(browser, {
    address: handOver.address,
    dataFolder: folder,
    isRoot: process.getuid?.() === 0,
  })
  const failed = () => {
    handOver.remove()
    say((t) => t('shell.browserFailed', { path: browser.executable }))
    serve()
  }
  child.once('error', failed)
  child.once('exit', (code) => (code === 0 ? close() : failed()))
  process.once('exit', () => {
    handOver.remove()
    child.kill()
  })
  say((t) => t('shell.opened', { browser: browser.name, path: browser.executable }))
  return handOver.remove
}

async function run(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  const dataFolder = shellDataFolder('browser', options.profileFolder)
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const log = openLog(dataFolder)
  await keepShellFolderPrivate(dataFolder, log)
  const window = chooseWindow(options, dataFolder)
  const host = await openHostAsking(
    {
      shell: 'browser',
      profileFolder: options.profileFolder,
      databaseFolder: dataFolder,
      note: log.note,
      // Before the browser begins: afterwards the files are its own.
      database: keepDatabase({
        dataFolder,
        folders: foldersOfDatabases(window.folder),
        clock: () => new Date(),
        hasRoom: () => hasRoomForCopies(dataFolder),
      }),
      exchangeFolder: options.exchangeFolder,
      resourcesFolder: join(applicationFolder, 'resources'),
      version: readVersion(),
      dialogs: null,
    },
    options.takesOver ? 'any' : null,
    async (held) => {
      say((t) => describeStartFailure(new HostFailure(held), t))
      if (window.browser === null) return false
      const folder = join(dataFolder, 'question')
      return askToTakeOver(held, { browser: window.browser, folder, translators: words })
    },
  )
  const dispatch = createDispatcher(host, log.error)
  let entered = (): void => undefined
  let server: LoopbackServer
  try {
    server = await startLoopbackServer({
      port: options.port,
      rendererFolder: join(applicationFolder, 'out', 'renderer'),
      // The server lets nobody through to here but our own page.
      invoke: (channel, input, caller) => dispatch(channel, input, { isTrustedSender: true, ...caller }),
      logError: log.error,
      logRefusal: (kind) => log.note(`request refused: ${kind}`),
      onEntered: () => entered(),
    })
  } catch (error) {
    await host.close()
    throw error
  }

  let isClosing = false
  const close = (): void => {
    if (isClosing) return
    isClosing = true
    server
      .close()
      .then(() => host.close())
      .then(
        () => {
          say((t) => t('shell.closed'))
          process.exit(0)
        },
        (error: unknown) => {
          log.error('close failed', error)
          process.exit(1)
        },
      )
  }
  process.on('SIGINT', close)
  process.on('SIGTERM', close)
  process.on('SIGHUP', close)
  entered = present(server, window, close)
}

run().catch((error: unknown) => {
  say((t) => {
    if (error instanceof PortTakenError) return t('shell.portTaken', { port: error.port })
    // Who has it was said when it was asked.
    return isHeldElsewhere(error) ? t('shell.takeOver.option') : describeStartFailure(error, t)
  })
  process.exitCode = 1
})
