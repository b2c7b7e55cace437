/** A paper that nine signed in turn, and what is done between and behind its saves. */
import { signPdf } from '@shared/publishing/signing/sign-pdf'
import { attacksOf, type Attack } from './attack'
import { append, bytesOf, joined } from './bend'
import { options, picture, placeAt, strokes, type Bytes, type PaperWorld } from './paper-world'

interface SignedChain {
  file: Bytes
  /** Where the save of each signature ends, the paper before any first. */
  ends: number[]
}

const made = new WeakMap<PaperWorld, Promise<SignedChain>>()

/** Signed by a desk, seven experts and the desk. */
export function signedChain(world: PaperWorld): Promise<SignedChain> {
  const chain = made.get(world) ?? sign(world)
  made.set(world, chain)
  return chain
}

async function sign(world: PaperWorld): Promise<SignedChain> {
  let file = world.once
  const ends = [world.base.length, file.length]
  for (const index of [3, 0, 6, 1, 5, 2, 4]) {
    const place = placeAt(world.places, index)
    const handwriting = index === 6 ? picture() : strokes
    file = await signPdf(file, world.expert, { ...options, fieldName: place.field, place, handwriting })
    ends.push(file.length)
  }
  file = await signPdf(file, world.desk, { ...options, fieldName: 'division-closing' })
  return { file, ends: [...ends, file.length] }
}

const hidden = '<<\n/Filter /FlateDecode\n/Length 0\n>>\nstream\n\nendstream'

/** What is done at the end of the save of one signature. */
const deeds: readonly (readonly [string, (at: number, world: PaperWorld) => Promise<Bytes>])[] = [
  ['ends and the content of a page is written anew', cutAnd((head) => append(head, { objects: [[8, hidden]] }))],
  ['ends and a byte follows', cutAnd((head) => joined(head, ' '))],
  ['is followed by a line end before the next', between(() => bytesOf('\n'))],
  ['is followed by itself once more', between((piece) => piece)],
  [
    'is left out',
    async (at, world) => {
      const { file, ends } = await signedChain(world)
      return joined(file.slice(0, ends[at - 1]), file.slice(ends[at]))
    },
  ],
  [
    'changes places with the next',
    async (at, world) => {
      const { file, ends } = await signedChain(world)
      const [start, middle, end] = [ends[at - 1], ends[at], ends[at + 1]]
      return joined(file.slice(0, start), file.slice(middle, end), file.slice(start, middle), file.slice(end))
    },
  ],
  [
    'is followed by a stranger before the next',
    async (at, world) => {
      const { file, ends } = await signedChain(world)
      const strange = await signPdf(file.slice(0, ends[at]), world.attacker, { ...options, fieldName: 'x' })
      return joined(strange, file.slice(ends[at]))
    },
  ],
]

function cutAnd(then: (head: Bytes) => Bytes): (at: number, world: PaperWorld) => Promise<Bytes> {
  return async (at, world) => {
    const { file, ends } = await signedChain(world)
    return then(file.slice(0, ends[at]))
  }
}

function between(what: (piece: Bytes) => Bytes): (at: number, world: PaperWorld) => Promise<Bytes> {
  return async (at, world) => {
    const { file, ends } = await signedChain(world)
    return joined(file.slice(0, ends[at]), what(file.slice(ends[at - 1], ends[at])), file.slice(ends[at]))
  }
}

/** After the first, within, and before the last. */
const places = [1, 4, 8]

export const chainAttacks = attacksOf(
  'between nine signatures',
  places.flatMap((at) =>
    deeds.map(([what, make]): readonly [string, Attack['make']] => [
      `signature ${at} ${what}`,
      (world: PaperWorld) => make(at, world),
    ]),
  ),
)
