import { useEffect, useState } from 'react'
import type { Inspection } from '@shared/inspection/finding'
import { inspectStored } from './inspections'

const none: ReadonlyMap<string, Inspection> = new Map()

/** What is found in attachments of this desk; `null` until they were looked into. */
export function useInspections(sha256s: readonly string[]): ReadonlyMap<string, Inspection> | null {
  const wanted = [...new Set(sha256s)].sort().join(' ')
  const [state, setState] = useState<{
    readonly wanted: string
    readonly found: ReadonlyMap<string, Inspection>
  } | null>(null)
  useEffect(() => {
    let current = true
    inspectStored(wanted === '' ? [] : wanted.split(' ')).then(
      (found) => {
        if (current) setState({ wanted, found })
      },
      // A file that cannot be read says so where it is opened.
      () => {
        if (current) setState({ wanted, found: none })
      },
    )
    return () => {
      current = false
    }
  }, [wanted])
  return state?.wanted === wanted ? state.found : null
}
