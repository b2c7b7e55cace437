import { payloadSchemas } from '@shared/records/payloads'
import type { RecordEnvelope } from '@shared/records/record'

export type TrafficContent = {
  /** When each bundle was imported, by its id and by the mark of its envelope. */
  readonly imported: readonly (readonly [name: string, at: string])[]
  /** Files that this desk wrote: path and size. */
  readonly written: readonly string[]
}

/** Which bundles came in and went out: asked of every file of the exchange folder, at every look. */
export class BundleTraffic {
  readonly #imported: Map<string, string>
  readonly #written: Set<string>

  constructor(content?: TrafficContent) {
    this.#imported = new Map(content?.imported)
    this.#written = new Set(content?.written)
  }

  /** Takes a record of the journal. Other kinds say nothing here. */
  add({ type, payload, at }: Pick<RecordEnvelope, 'type' | 'payload' | 'at'>): void {
    if (type === 'bundle.imported') {
      const { data } = payloadSchemas[type].safeParse(payload)
      for (const name of [data?.bundleId, data?.envelopeMark]) {
        if (name !== null && name !== undefined) this.#imported.set(name, at)
      }
    }
    if (type === 'bundle.exported') {
      const { data } = payloadSchemas[type].safeParse(payload)
      if (data !== undefined) this.#written.add(writtenAs(data.file.path, data.file.size))
    }
  }

  /** When a bundle was imported, by its id or the mark of its envelope. */
  importedAt(name: string): string | null {
    return this.#imported.get(name) ?? null
  }

  /** Whether this desk wrote a file of this size there. */
  hasWritten(path: string, size: number): boolean {
    return this.#written.has(writtenAs(path, size))
  }

  get content(): TrafficContent {
    return { imported: [...this.#imported], written: [...this.#written] }
  }
}

const writtenAs = (path: string, size: number): string => `${path} ${size}`
