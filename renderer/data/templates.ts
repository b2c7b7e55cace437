import { changeWording } from '@shared/acts/office'
import type { CalendarDate } from '@shared/domain/date'
import { builtInText, type LetterKind } from '@shared/documents/letter'
import { filledText } from '@shared/documents/letters'
import type { SetLetter, UsedTemplate } from '@shared/documents/paper'
import type { Payload } from '@shared/records/payloads'
import { callHost, done } from '../platform/bridge'
import { append, deskDatabase } from './desk'

export type TemplateChange = Payload<'template.saved'>
type TemplateFile = NonNullable<TemplateChange['file']>

/** Every change of a letter's wording, the newest first. */
export async function listTemplateChanges(kind: LetterKind): Promise<readonly TemplateChange[]> {
  const rows = await deskDatabase().rows('templates').where('value.documentKind').equals(kind).toArray()
  return rows
    .sort((a, b) => b.value.version - a.value.version || (a.stamp < b.stamp ? 1 : -1))
    .map(({ value }) => value)
}

/** The template in use; `null`: the built-in words. */
export async function loadTemplate(kind: LetterKind): Promise<UsedTemplate | null> {
  const [change] = await listTemplateChanges(kind)
  if (change === undefined || change.file === null) return null
  const { sha256, fileName } = change.file
  return { sha256, fileName, version: change.version }
}

/** Takes a checked file, or with `null` the built-in words, for a kind of letter from now on. @returns its version */
export async function changeTemplate(
  kind: LetterKind,
  file: TemplateFile | null,
  act: { readonly by: string; readonly on: CalendarDate },
): Promise<number> {
  const versions = (await listTemplateChanges(kind)).map((change) => change.version)
  const { version, actions } = changeWording(kind, file, versions, act)
  await append(...actions)
  return version
}

/** A letter in the office's own words, or in the built-in ones where it has none. */
export const setLetter: SetLetter = async (letter) => {
  const { kind } = letter.wording
  const template = await loadTemplate(kind)
  if (template === null) return { model: letter.set(builtInText(letter)), template }
  const { sha256 } = template
  const { words } = done(await callHost('template:fill', { documentKind: kind, sha256, values: letter.values }))
  return { model: letter.set(filledText(words.title, words.body, letter.values)), template }
}
