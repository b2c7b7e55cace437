import { fail } from '../lib/failure'

export type PlaceKind = 'file' | 'folder'

/**
 * How a caller names files and folders of this computer. A page names none by a path: it gives back the handles that
 * the host gave it for what a person chose or what lies in the exchange folder.
 */
export type Places = {
  /** The handle of a path: the same for the same path, until all are forgotten. */
  readonly give: (kind: PlaceKind, path: string) => string
  /** The path of a handle of this kind. @throws HostFailure `place.forgotten` */
  readonly pathOf: (kind: PlaceKind, handle: string) => string
  /** Ends every handle: when the desk is locked. */
  readonly forget: () => void
}

/** More than anybody lists or chooses in a sitting; the oldest goes first. */
const mostHandles = 10_000

/** For pages: handles that say nothing and are worth nothing in another launch, or after the desk was locked. */
export function handlePlaces(randomUuid: () => string): Places {
  const byHandle = new Map<string, { readonly kind: PlaceKind; readonly path: string }>()
  const byPath = new Map<string, string>()
  const keyOf = (kind: PlaceKind, path: string) => `${kind}:${path}`
  return {
    give: (kind, path) => {
      const known = byPath.get(keyOf(kind, path))
      if (known !== undefined) return known
      const [oldest] = byHandle
      if (oldest !== undefined && byHandle.size >= mostHandles) {
        byHandle.delete(oldest[0])
        byPath.delete(keyOf(oldest[1].kind, oldest[1].path))
      }
      const handle = randomUuid()
      byHandle.set(handle, { kind, path })
      byPath.set(keyOf(kind, path), handle)
      return handle
    },
    pathOf: (kind, handle) => {
      const found = byHandle.get(handle)
      return found?.kind === kind ? found.path : fail('place.forgotten')
    },
    forget: () => {
      byHandle.clear()
      byPath.clear()
    },
  }
}

/** For programs that are this very process and may open any file anyway (command line, tests): a path names itself. */
export const plainPlaces: Places = {
  give: (_kind, path) => path,
  pathOf: (_kind, path) => path,
  forget: () => undefined,
}
