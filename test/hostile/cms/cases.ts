/**
 * Attacks on a detached signature, a family at a time, made anew at every run with new keys. Each says what the product
 * must answer: `refused:<reason>`, `altered:<reason>`, `other:<promises that do not hold>`, or `ours` where a stranger
 * signs in his own hand, which gives him nobody's name.
 */
import { forge, makeHand, type Hand, type Recipe } from './forge'

export interface CmsCase {
  readonly family: string
  readonly name: string
  readonly p7s: Buffer
  readonly expected: string
  /** What the signature is shown beside; the world's own content if not given. */
  readonly content?: Buffer
  /** Only as a file of its own: a PDF pads with zeros, and its signed bytes are its own. */
  readonly onlyDetached?: true
}

export interface CmsWorld {
  readonly desk: Hand
  readonly mallory: Hand
  /** Another key under the desk's own name and serial number. */
  readonly twin: Hand
  readonly content: Buffer
  readonly otherContent: Buffer
  /** What a desk writes, with some parts changed. */
  readonly made: (recipe?: Partial<Recipe>) => Buffer
  /** The same in the stranger's hand. */
  readonly byMallory: (recipe?: Partial<Recipe>) => Buffer
  readonly genuine: Buffer
}

export function makeWorld(content: Buffer = Buffer.from('示例通知：正文')): CmsWorld {
  const desk = makeHand('政策法规处（示例）')
  const mallory = makeHand('mallory', { serial: Buffer.from('02021267', 'hex') })
  const twin = makeHand('政策法规处（示例）')
  const made = (recipe: Partial<Recipe> = {}) => forge({ content, hand: desk, ...recipe })
  return {
    desk,
    mallory,
    twin,
    content,
    otherContent: Buffer.from('示例通知：改过的正文'),
    made,
    byMallory: (recipe = {}) => forge({ content, hand: mallory, ...recipe }),
    genuine: made(),
  }
}

export type Family = (
  world: CmsWorld,
) => readonly (readonly [name: string, expected: string, p7s: Buffer, extra?: Partial<CmsCase>])[]

export const casesOf = (family: string, world: CmsWorld, list: Family): CmsCase[] =>
  list(world).map(([name, expected, p7s, extra]) => ({ family, name, expected, p7s, ...extra }))
