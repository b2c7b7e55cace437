import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { describeStartFailure } from '../shell/start-failure'
import type { Translate } from '@shared/messages/translate'
import type { HostError } from '@shared/ipc/contract'
import { HostFailure } from '@host/lib/failure'
import { securityHeaders } from '../shell/content-security-policy'
import { page, showQuestion } from './entrance'
import type { InstalledBrowser } from './find-browser'
import { browserFolder, openBrowser } from './open-browser'
import { readBody } from './read-body'

type Asking = {
  readonly browser: InstalledBrowser
  /** Of this question alone: the desk's own window keeps its data elsewhere. It is removed. */
  readonly folder: string
  readonly translators: readonly { readonly lang: string; readonly t: Translate }[]
}

/**
 * Asks in a window whether a profile that is open elsewhere is to be taken over: who has it, since when, and what
 * becomes of it, in all languages. A window that is closed says no.
 */
export async function askToTakeOver(held: HostError, { browser, folder, translators }: Asking): Promise<boolean> {
  const token = randomBytes(32).toString('base64url')
  let decide: (answer: boolean) => void
  const decision = new Promise<boolean>((resolve) => {
    decide = resolve
  })
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    const answer = async (): Promise<void> => {
      const isForm =
        request.method === 'POST' && request.headers['content-type'] === 'application/x-www-form-urlencoded'
      const form = new URLSearchParams(
        isForm ? Buffer.from((await readBody(request, 1000)) ?? []).toString('latin1') : '',
      )
      if (form.get('token') !== token) {
        response.writeHead(403).end()
        return
      }
      const words = translators.map(({ t }) => t('shell.takeOver.going'))
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      // The window closes when it has been told.
      response.end(page('', words.join('<br>')), () => decide(form.get('answer') === 'yes'))
    }
    answer().catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const dataFolder = browserFolder(browser, folder)
  const question = showQuestion(dataFolder, {
    action: `http://127.0.0.1:${port}/`,
    token,
    texts: translators.map(({ lang, t }) => ({
      lang,
      title: t('shell.takeOver.title'),
      lines: [describeStartFailure(new HostFailure(held), t), t('shell.takeOver.warning')],
      no: t('shell.takeOver.no'),
      yes: t('shell.takeOver.yes'),
    })),
  })
  const isRoot = process.getuid?.() === 0
  const child = openBrowser(browser, { address: question.address, dataFolder, isRoot })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const answer = await Promise.race([decision, ended.then(() => false)])
  child.kill()
  await ended
  server.close()
  server.closeAllConnections()
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 })
  return answer
}
