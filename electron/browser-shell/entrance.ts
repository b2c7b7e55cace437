import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { locales } from '@shared/messages/languages'
import { createTranslator } from '@shared/messages/translate'
import { entrancePaths } from './refusal'

const escapeHtml = (text: string): string => text.replaceAll(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`)

export const page = (head: string, body: string): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="referrer" content="no-referrer">` +
  `<title>联审</title>${head}<body>${body}</body></html>\n`

const allLanguages = (key: 'app.name' | 'shell.enter.code' | 'shell.enter.open'): string =>
  locales.map((locale) => escapeHtml(createTranslator(locale)(key))).join(' / ')

/** The colours and sizes of the desk, in a few lines: the entrance loads nothing. */
const style =
  ':root{color-scheme:light dark;font:1.125rem/1.7 "Noto Sans SC","Microsoft YaHei","PingFang SC",sans-serif}' +
  'body{max-width:34rem;margin:15vh auto 0;padding:0 1.5rem}h1{font-size:1.6rem;margin:0 0 1rem}' +
  'input,button{font:inherit;padding:.5rem .75rem;border-radius:.25rem;box-sizing:border-box}' +
  'label{display:block;margin-bottom:.5rem}input{width:100%;border:1px solid #767676}button{margin-top:1rem;border:0;background:#1f4e79;color:#fff;cursor:pointer}' +
  ':focus-visible{outline:3px solid #d98500;outline-offset:2px}'

/** By which the policy knows the style sheet of the entrance (CSP Level 3, hash-source). */
export const entranceStyleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`

/** Asks for the one-time code: in no address, so in no history, and in no log of addresses. */
export const codeForm = (): string =>
  page(
    `<meta name="viewport" content="width=device-width"><style>${style}</style>`,
    `<main><h1>${allLanguages('app.name')}</h1>` +
      `<form method="post" action="${entrancePaths.form}" autocomplete="off">` +
      `<label for="token">${allLanguages('shell.enter.code')}</label>` +
      `<input id="token" name="token" type="password" maxlength="100" required autofocus>` +
      `<button>${allLanguages('shell.enter.open')}</button></form></main>`,
  )

/**
 * Where a right code leads: a page of our own, that goes on to the desk. The way there began elsewhere, so that a
 * strict cookie would not be sent along at once.
 */
export const enteredPage = (): string => page('<meta http-equiv="refresh" content="0; url=/">', '')

type QuestionText = {
  readonly lang: string
  readonly title: string
  readonly lines: readonly string[]
  readonly no: string
  readonly yes: string
}

type Question = {
  /** Where the answer goes, and what shows that it came from this page. */
  readonly action: string
  readonly token: string
  readonly texts: readonly QuestionText[]
}

/** A page of this user alone that asks one question in several languages; nothing is loaded by it. */
export function showQuestion(folder: string, { action, token, texts }: Question): HandOver {
  const button = (answer: 'no' | 'yes', words: string): string =>
    `<button name="answer" value="${answer}" class="${answer}">${escapeHtml(words)}</button> `
  const sections = texts.map(
    ({ lang, title, lines, no, yes }) =>
      `<section lang="${lang}"><h1>${escapeHtml(title)}</h1>${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}` +
      `${button('no', no)}${button('yes', yes)}</section>`,
  )
  const extra =
    'body{margin-top:4vh;max-width:48rem;overflow-wrap:anywhere;font-size:1rem}h1{font-size:1.3rem}p{margin:.5rem 0}section+section{margin-top:2rem}.yes{background:none;color:inherit;border:1px solid #767676}'
  return writePage(
    folder,
    page(
      `<meta name="viewport" content="width=device-width"><style>${style}${extra}</style>`,
      `<main><form method="post" action="${action}" autocomplete="off">` +
        `<input type="hidden" name="token" value="${token}">${sections.join('')}</form></main>`,
    ),
  )
}

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
  const form =
    `<form method="post" action="${origin}${entrancePaths.form}">` +
    `<input type="hidden" name="token" value="${token}"></form><script>document.forms[0].submit()</script>`
  return writePage(folder, page('', form))
}

/** Writes a page that this user alone can read. `folder` becomes his or hers alone. */
function writePage(folder: string, html: string): HandOver {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  const path = join(folder, 'open.html')
  rmSync(path, { force: true })
  writeFileSync(path, html, { mode: 0o600, flag: 'wx' })
  return {
    address: pathToFileURL(path).href,
    remove: () => rmSync(path, { force: true }),
  }
}
