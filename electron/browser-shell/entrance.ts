import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createTranslator } from '@shared/messages/translate'
import { entrancePaths } from './refusal'

const escapeHtml = (text: string): string => text.replaceAll(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`)

const page = (head: string, body: string): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="referrer" content="no-referrer">` +
  `<title>联审</title>${head}<body>${body}</body></html>\n`

const bothLanguages = (key: 'shell.enter.code' | 'shell.enter.open'): string =>
  (['zh-CN', 'en'] as const).map((locale) => escapeHtml(createTranslator(locale)(key))).join(' / ')

/** Asks for the one-time code: in no address, so in no history, and in no log of addresses. */
export const codeForm = (): string =>
  page(
    '',
    `<form method="post" action="${entrancePaths.form}" autocomplete="off">` +
      `<p><label for="token">${bothLanguages('shell.enter.code')}</label></p>` +
      `<p><input id="token" name="token" type="password" size="50" maxlength="100" required autofocus> ` +
      `<button>${bothLanguages('shell.enter.open')}</button></p></form>`,
  )

/**
 * Where a right code leads: a page of our own, that goes on to the desk. The way there began elsewhere, so that a strict
 * cookie would not be sent along at once.
 */
export const enteredPage = (): string => page('<meta http-equiv="refresh" content="0; url=/">', '')

export type HandOver = {
  /** `file:` address to open; it names no secret. */
  readonly address: string
  /** Takes the page with its code away. */
  readonly remove: () => void
}

/**
 * Writes the page that brings the code to the desk: command lines are read by every user of a computer, this file by
 * one. `folder` becomes that user's alone.
 */
export function writeHandOver(folder: string, { origin, token }: { origin: string; token: string }): HandOver {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  const path = join(folder, 'open.html')
  rmSync(path, { force: true })
  const form =
    `<form method="post" action="${origin}${entrancePaths.form}">` +
    `<input type="hidden" name="token" value="${token}"></form><script>document.forms[0].submit()</script>`
  writeFileSync(path, page('', form), { mode: 0o600, flag: 'wx' })
  return {
    address: pathToFileURL(path).href,
    remove: () => rmSync(path, { force: true }),
  }
}
