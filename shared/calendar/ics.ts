import { addDays, type CalendarDate } from '../domain/date'

/** One whole day in a calendar of another program. */
export type DayEvent = {
  readonly uid: string
  readonly day: CalendarDate
  readonly title: string
  readonly note: string
}

/**
 * An iCalendar file (RFC 5545) of whole days: UTF-8, CRLF, lines folded at 75 octets (3.1), texts escaped (3.3.11). A
 * day is busy for nobody (TRANSP). `stamp`: instant in UTC, ISO 8601. The same UID says the same matter again when the
 * file is read anew.
 */
export function icsOf(events: readonly DayEvent[], name: string, stamp: string): string {
  const instant = `${stamp.slice(0, 19).replace(/[-:]/gu, '')}Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//lianshen//agenda//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap(({ uid, day, title, note }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(uid)}@lianshen`,
      `DTSTAMP:${instant}`,
      `DTSTART;VALUE=DATE:${compact(day)}`,
      `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
      `SUMMARY:${escaped(title)}`,
      ...(note === '' ? [] : [`DESCRIPTION:${escaped(note)}`]),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const compact = (day: CalendarDate): string => day.replaceAll('-', '')

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/gu, (mark) => `\\${mark}`)
    .replace(/\r\n|[\r\n\u2028\u2029]/gu, '\\n')
    .replace(/\p{Cc}/gu, '')

/** Octets of a character in UTF-8. */
const octets = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4
}

/** A line goes on behind CRLF and a space before its 76th octet; no character is torn. */
function folded(line: string): string {
  let out = ''
  let size = 0
  for (const character of line) {
    const own = octets(character)
    if (size + own > 75) {
      out += '\r\n '
      size = 1
    }
    out += character
    size += own
  }
  return out
}
