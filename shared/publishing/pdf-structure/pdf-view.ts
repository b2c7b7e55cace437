/** A PDF file as it stood after one of its saves: objects by number, found as readers find them. */
import { numberOf, readObject, type FoundObject, type ObjectPlace, type Revision } from './cross-references'
import { decodeStream, roomFor } from './inflate'
import { entry, PdfStructureError, Scanner, type PdfDict, type PdfValue } from './syntax'

/** Each object is read once for its value and once for its place. */
const mostReadings = 4
const leastRead = 1_000_000

export interface ViewedObject {
  value: PdfValue
  /** Of an object that lies in the file itself and not in an object stream: only its spans are places of the file. */
  found?: FoundObject
}

export class PdfView {
  readonly #objects = new Map<number, Promise<ViewedObject | undefined>>()
  readonly #packed = new Map<number, Promise<Map<number, PdfValue>>>()
  readonly #lengths = new Map<number, number | undefined>()
  readonly #room = roomFor()
  /** Objects that lie within one another would be read over and over: a file is read so many times, and no more. */
  #left: number

  constructor(
    readonly bytes: Uint8Array<ArrayBuffer>,
    /** Oldest first; the last one says how the file stands. */
    readonly revisions: readonly Revision[],
  ) {
    this.#left = mostReadings * bytes.length + leastRead
  }

  get trailer(): PdfDict {
    const newest = this.revisions.at(-1)
    if (newest === undefined) throw new PdfStructureError(0, 'the file has no trailer')
    return newest.trailer
  }

  /** Where an object lies, and the save that put it there. */
  placeOf(number: number): { place: ObjectPlace; revision: number } | undefined {
    for (let revision = this.revisions.length - 1; revision >= 0; revision--) {
      const place = this.revisions[revision]?.places.get(number)
      if (place !== undefined) return { place, revision }
    }
    return undefined
  }

  /** The numbers of all objects that any save names. */
  numbers(): Set<number> {
    return new Set(this.revisions.flatMap(({ places }) => [...places.keys()]))
  }

  /** An object by number; undefined when there is none. @throws PdfStructureError when another lies in its place */
  object(number: number): Promise<ViewedObject | undefined> {
    let object = this.#objects.get(number)
    if (object === undefined) {
      object = this.#read(number)
      this.#objects.set(number, object)
    }
    return object
  }

  /** The value itself, or what it refers to. */
  async resolve(value: PdfValue | undefined): Promise<PdfValue | undefined> {
    let current = value
    for (let hops = 0; current?.kind === 'reference'; hops++) {
      if (hops > 16) throw new PdfStructureError(current.start, 'references lead in a circle')
      current = (await this.object(current.number))?.value
    }
    return current
  }

  /** An entry of a dictionary, resolved; undefined when it is missing or of another kind. */
  async lookup<Kind extends PdfValue['kind']>(
    dict: PdfDict,
    name: string,
    kind: Kind,
  ): Promise<Extract<PdfValue, { kind: Kind }> | undefined> {
    const value = await this.resolve(entry(dict, name))
    return value?.kind === kind ? (value as Extract<PdfValue, { kind: Kind }>) : undefined
  }

  /** The object in the file at the place that the tables say. */
  foundAt(number: number): FoundObject | undefined {
    const place = this.placeOf(number)?.place
    if (place?.kind !== 'at') return undefined
    const found = this.#readAt(number, place.offset, (length) => this.#lengthOf(length))
    if (found.number !== number || found.generation !== place.generation) {
      throw new PdfStructureError(place.offset, `object ${number} is not where the table says`)
    }
    return found
  }

  async #read(number: number): Promise<ViewedObject | undefined> {
    const place = this.placeOf(number)?.place
    if (place?.kind === 'packed') {
      let packed = this.#packed.get(place.stream)
      if (packed === undefined) {
        packed = this.#unpack(place.stream)
        this.#packed.set(place.stream, packed)
      }
      const value = (await packed).get(number)
      return value === undefined ? undefined : { value }
    }
    const found = this.foundAt(number)
    return found === undefined ? undefined : { value: found.value, found }
  }

  #lengthOf(number: number): number | undefined {
    const place = this.placeOf(number)?.place
    if (place?.kind !== 'at') return undefined
    if (this.#lengths.has(number)) return this.#lengths.get(number)
    const length = numberOf(this.#readAt(number, place.offset).value)
    this.#lengths.set(number, length)
    return length
  }

  /** @throws PdfStructureError, also when more was read than the file is worth */
  #readAt(number: number, offset: number, lengthOf?: (number: number) => number | undefined): FoundObject {
    if (this.#left < 0) throw new PdfStructureError(offset, 'objects lie within one another')
    try {
      const found = readObject(this.bytes, offset, lengthOf, number)
      this.#left -= found.end - offset
      return found
    } catch (error) {
      if (error instanceof PdfStructureError) this.#left -= Math.max(error.at - offset, 1)
      throw error
    }
  }

  /** 7.5.7: the objects inside an object stream. */
  async #unpack(number: number): Promise<Map<number, PdfValue>> {
    const found = this.foundAt(number)
    if (found?.data === undefined || found.value.kind !== 'dict') {
      throw new PdfStructureError(0, `object ${number} is no object stream`)
    }
    const bytes = await decodeStream(found.value, this.bytes.slice(found.data.start, found.data.end), this.#room)
    const [count, first] = ['N', 'First'].map((name) => numberOf(entry(found.value as PdfDict, name)))
    if (count === undefined || first === undefined) throw new PdfStructureError(found.start, 'no object stream')
    const heads = new Scanner(bytes)
    const objects = new Map<number, PdfValue>()
    let left = mostReadings * bytes.length
    for (let index = 0; index < count; index++) {
      heads.skipSpace()
      const of = heads.integer()
      heads.skipSpace()
      const at = heads.integer()
      const value = new Scanner(bytes, first + at).value()
      left -= value.end - first - at
      if (left < 0) throw new PdfStructureError(found.start, 'packed objects lie within one another')
      objects.set(of, value)
    }
    return objects
  }
}
