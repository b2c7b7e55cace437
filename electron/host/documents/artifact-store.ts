import type { Artifact } from '@shared/ipc/contract'
import { fail } from '../lib/failure'
import { digestOf } from '../files/durable-file'

/** Published files in memory until they are written or dropped: what the preview shows is what is written. */
export class ArtifactStore {
  readonly #artifacts = new Map<string, { readonly artifact: Artifact; readonly bytes: Uint8Array<ArrayBuffer> }>()

  constructor(private readonly randomUuid: () => string) {}

  add(format: Artifact['format'], bytes: Uint8Array<ArrayBuffer>, pageCount: number | null = null): Artifact {
    const artifact = { artifactId: this.randomUuid(), format, ...digestOf(bytes), pageCount }
    this.#artifacts.set(artifact.artifactId, { artifact, bytes })
    return artifact
  }

  /** @throws HostFailure `document.gone` */
  bytesOf(artifactId: string): Uint8Array<ArrayBuffer> {
    return this.#artifacts.get(artifactId)?.bytes ?? fail('document.gone')
  }

  drop(artifactIds: readonly string[]): void {
    for (const id of artifactIds) this.#artifacts.delete(id)
  }

  clear(): void {
    this.#artifacts.clear()
  }
}
