import type { zh } from './zh/index'

/** Every message there is; Chinese is the original. */
export type MessageKey = keyof typeof zh

/** The words of one language, complete. */
export type Words = Readonly<Record<MessageKey, string>>

/** The names of the places `{{name}}` in a text. */
type PlacesIn<Text> = Text extends `${string}{{${infer Place}}}${infer Rest}` ? Place | PlacesIn<Rest> : never

/** The places of a message's Chinese sentence; every language has the same (held by a test). */
export type PlacesOf<Key extends MessageKey> = PlacesIn<(typeof zh)[Key]>

/** The messages that need nothing: what a label, a heading, a list of choices may name. */
export type PlainKey = {
  [Key in MessageKey]: (typeof zh)[Key] extends `${string}{{${string}` ? never : Key
}[MessageKey]

export type MessageParams = Readonly<Record<string, string | number>>

/** What goes into the places of a message: every one of them. */
export type Filling<Key extends MessageKey> = [PlacesOf<Key>] extends [never]
  ? never
  : Readonly<Record<PlacesOf<Key>, string | number>>

/** What is given along with a message: nothing, or what goes into its places. */
export type Given<Key extends MessageKey> = [PlacesOf<Key>] extends [never] ? [] : [params: Filling<Key>]
