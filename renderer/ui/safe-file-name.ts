import { visibleText } from '@shared/lib/visible-text'

/** With number, ending and "(2)" still within the 240 bytes that any file system takes; a hanzi has three. */
const mostNameBytes = 200

/** What a file system of any kind takes as a name, cut between characters. */
export function safeFileName(name: string, mostBytes = mostNameBytes): string {
  const encoder = new TextEncoder()
  let bytes = 0
  return Array.from(visibleText(name).replace(/[\\/:*?"<>|\s\p{Cc}\p{Cf}]+/gu, '_'))
    .filter((character) => (bytes += encoder.encode(character).length) <= mostBytes)
    .join('')
}
