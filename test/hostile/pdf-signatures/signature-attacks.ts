/** What is done to the signature's own dictionary (USF, SWA), and ranges that leave out more than they may. */
import { attacksOf } from './attack'
import { append, bodyOf, bytesOf, lastXref, resign, rewriteLast, textOf } from './bend'
import { options, placeAt, strokes, type Bytes, type PaperWorld } from './paper-world'
import { signPdf } from '@shared/publishing/signing/sign-pdf'

/** The signature's dictionary is written again behind the signed bytes. */
const rewritten = (change: (body: string) => string) => (world: PaperWorld) =>
  append(world.once, { objects: [[49, change(bodyOf(world.once, 49))]] })
/** It is changed where it stands. */
const inPlace = (change: (body: string) => string) => (world: PaperWorld) => {
  const body = bodyOf(world.once, 49)
  const bent = change(body)
  return bytesOf(textOf(world.once).replace(body, bent.length < body.length ? bent.padEnd(body.length) : bent))
}
const range = /\/ByteRange \[[^\]]*\] */
const contents = /\/Contents <[0-9a-f]*>/

const usf: readonly (readonly [string, (body: string) => string])[] = [
  ['has no range', (body) => body.replace(range, '')],
  ['has a range of null', (body) => body.replace(range, '/ByteRange null')],
  ['has an empty range', (body) => body.replace(range, '/ByteRange []')],
  ['has a range of zeros', (body) => body.replace(range, '/ByteRange [0 0 0 0]')],
  ['has a range below zero', (body) => body.replace(range, '/ByteRange [0 -1 -1 0]')],
  ['has a range of two numbers', (body) => body.replace(range, '/ByteRange [0 100]')],
  ['has a range of six numbers', (body) => body.replace(/\] */, ' 0 1]')],
  ['has a range that is a string', (body) => body.replace(range, '/ByteRange (0 1 2 3)')],
  ['has a range beyond the file', (body) => body.replace(range, '/ByteRange [0 100 200 99999999]')],
  ['has no contents', (body) => body.replace(contents, '')],
  ['has contents of null', (body) => body.replace(contents, '/Contents null')],
  ['has empty contents', (body) => body.replace(contents, '/Contents <>')],
  ['has contents of one zero', (body) => body.replace(contents, '/Contents <00>')],
  ['has contents of zeros', (body) => body.replace(contents, `/Contents <${'0'.repeat(16384)}>`)],
  ['has neither range nor contents', (body) => body.replace(contents, '').replace(range, '')],
  ['has two ranges', (body) => body.replace(/>>$/, '/ByteRange [0 10 20 30]\n>>')],
]

export const forgeryAttacks = attacksOf('universal forgery (USF)', [
  ...usf.map(([name, change]) => [`the signature ${name}, in a later save`, rewritten(change)] as const),
  ...usf.slice(0, 15).map(([name, change]) => [`the signature ${name}, where it stands`, inPlace(change)] as const),
])

/** Signed bytes moved apart; the forged dictionary names the parts where they are now. */
function wrapped(world: PaperWorld, evil: (at: number) => string, isInTable: boolean): Bytes {
  const text = textOf(world.once)
  const gapStart = text.indexOf('/Contents <') + '/Contents '.length
  const gapEnd = text.indexOf('>', gapStart) + 1
  const rest = text.slice(gapEnd)
  const tableAt = lastXref(world.once)
  const inserted = evil(gapEnd)
  // The signed part names the table by its place: another one is put there.
  const before = text.slice(0, gapEnd) + inserted
  const evilTable = isInTable
    ? `xref\n3 1\n${String(gapEnd + inserted.indexOf('3 0 obj')).padStart(10, '0')} 00000 n \n49 1\n${String(gapEnd + inserted.indexOf('49 0 obj')).padStart(10, '0')} 00000 n \n` +
      `trailer\n<< /Size 60 /Root 2 0 R /Prev ${lastXref(world.base)} >>\n`
    : ''
  const padded = before.length <= tableAt ? before.padEnd(tableAt) + evilTable : before + evilTable
  const movedTo = padded.length
  const full = padded
    .replaceAll('NEXT', String(movedTo).padStart(6))
    .replaceAll('REST', String(rest.length).padStart(4))
  return bytesOf(full + rest)
}

const forgedPage = (world: PaperWorld): string =>
  `\n3 0 obj\n${bodyOf(world.once, 3).replace('/Contents 4 0 R', '/Contents 6 0 R')}\nendobj\n`
const forgedSignature = (world: PaperWorld): string => {
  const text = textOf(world.once)
  const gapStart = text.indexOf('/Contents <') + '/Contents '.length
  return `49 0 obj\n${bodyOf(world.once, 49).replace(range, `/ByteRange [0 ${gapStart} NEXT REST]`)}\nendobj\n`
}

export const wrappingAttacks = attacksOf('signature wrapping (SWA)', [
  [
    'the second part is moved behind a forged page and table',
    (world) => wrapped(world, () => forgedPage(world) + forgedSignature(world), true),
  ],
  ['the second part is moved and nothing names it', (world) => wrapped(world, () => forgedPage(world), false)],
  [
    'the string is stretched over a forged page',
    (world) => bytesOf(textOf(world.once).replace(/(\/Contents <[0-9a-f]*)>/, `$1${forgedPage(world)}>`)),
  ],
  [
    'a second string stands in the gap',
    (world) => bytesOf(textOf(world.once).replace(/(\/Contents <[0-9a-f]{3000})[0-9a-f]{20}/, '$1> /Contents <00000')),
  ],
  [
    'a comment stands in the gap',
    (world) =>
      bytesOf(
        textOf(world.once).replace(/(\/Contents <[0-9a-f]{15000})[0-9a-f]{30}/, '$1>%0000000000000000000000000000'),
      ),
  ],
])

/** A further signature by the attacker's own key, signed over a range of the attacker's choice. */
const ranged = (rangeOf: (start: number, end: number, length: number) => number[]) => async (world: PaperWorld) => {
  const signed = await signPdf(world.once, world.attacker, {
    ...options,
    fieldName: 'x',
    place: placeAt(world.places, 1),
    handwriting: strokes,
  })
  return resign(signed, world.attacker, rangeOf)
}

export const rangeAttacks = attacksOf('ranges that leave out more', [
  ['begins behind the head', ranged((start, end, length) => [9, start - 9, end, length - end])],
  ['begins behind the first page', ranged((start, end, length) => [500, start - 500, end, length - end])],
  ['ends before the end marker', ranged((start, end, length) => [0, start, end, length - end - 5])],
  ['ends before the trailer', ranged((start, end, length) => [0, start, end, length - end - 120])],
  [
    'ends before the end marker, and is signed over again',
    async (world) => {
      const short = await ranged((start, end, length) => [0, start, end, length - end - 5])(world)
      return signPdf(short, world.attacker, { ...options, fieldName: 'y' })
    },
  ],
  ['leaves out the name of its string', ranged((start, end, length) => [0, start - 10, end, length - end])],
  ['leaves out what follows its string', ranged((start, end, length) => [0, start, end + 1, length - end - 1])],
  ['begins again within the first part', ranged((start, end, length) => [0, start, end - 1, length - end + 1])],
  [
    'leaves out the string of another signature',
    async (world) => {
      const signed = await signPdf(world.once, world.attacker, { ...options, fieldName: 'x' })
      const gap = textOf(world.once).indexOf('/Contents <') + '/Contents '.length
      return resign(signed, world.attacker, (_start, _end, length) => [0, gap, gap + 16386, length - gap - 16386])
    },
  ],
  [
    'is taken from an earlier signature',
    async (world) => {
      const [one] = /\/ByteRange \[[^\]]*\] */.exec(bodyOf(world.once, 49)) ?? ['']
      const string = /\/Contents <[0-9a-f]*>/.exec(bodyOf(world.once, 49))?.[0] ?? ''
      return rewriteLast(await signPdf(world.once, world.attacker, { ...options, fieldName: 'x' }), (objects) => {
        for (const [number, { text }] of objects) {
          if (text.includes('/ByteRange')) {
            objects.set(number, { text: text.replace(range, one).replace(/\/Contents <[0-9a-f]*>/, string) })
          }
        }
      })
    },
  ],
])

export const contentsAttacks = attacksOf('bytes changed', [
  ['one byte of a page is another', ({ once }) => flipped(once, 5000)],
  ['one byte behind the string is another', ({ once }) => flipped(once, once.length - 100)],
  [
    'one digit of the signature is another',
    ({ once }) =>
      bytesOf(
        textOf(once).replace(
          /(\/Contents <[0-9a-f]{900})(.)/,
          (_, before: string, digit: string) => before + (digit === 'f' ? '0' : 'f'),
        ),
      ),
  ],
  ['the last signature is cut off in the middle', ({ twice }) => twice.slice(0, twice.length - 300)],
  ['the signature is taken out of the file', ({ once }) => append(once, { objects: [[48, '<< /Fields [ ] >>']] })],
  [
    'the signature of another paper is put in',
    async (world) => {
      const other = await signPdf(world.base, world.desk, { ...options, fieldName: 'desk-2', location: '示例' })
      const string = /\/Contents <[0-9a-f]*>/.exec(bodyOf(other, 49))?.[0] ?? ''
      return bytesOf(textOf(world.once).replace(/\/Contents <[0-9a-f]*>/, string))
    },
  ],
])

function flipped(bytes: Bytes, at: number): Bytes {
  const bent = bytes.slice()
  bent[at] = (bent[at] ?? 0) ^ 1
  return bent
}
