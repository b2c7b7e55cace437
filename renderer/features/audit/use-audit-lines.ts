import { useEffect, useRef, useState } from 'react'
import type { AuditLine } from '@shared/ipc/audit'
import type { IpcInput } from '@shared/ipc/contract'
import { callHost, done } from '@renderer/platform/bridge'

type Asked = Omit<IpcInput<'audit:list'>, 'offset' | 'limit'>

const pageSize = 200

type Known = {
  readonly key: string
  readonly total: number | null
  readonly pages: ReadonlyMap<number, readonly AuditLine[]>
}

/**
 * Lines of a list of any length, fetched page by page as they come into sight. `total` is null until the first answer.
 */
export function useAuditLines(asked: Asked, shown: { readonly from: number; readonly to: number }) {
  const key = JSON.stringify(asked)
  const [known, setKnown] = useState<Known>({ key, total: null, pages: new Map() })
  const [error, setError] = useState<unknown>(null)
  const underWay = useRef(new Set<string>())
  const latest = useRef(key)
  useEffect(() => {
    latest.current = key
  }, [key])
  const current = known.key === key ? known : { key, total: null, pages: new Map<number, readonly AuditLine[]>() }
  const first = Math.floor(shown.from / pageSize)
  const last = Math.floor(shown.to / pageSize)
  useEffect(() => {
    for (let page = first; page <= last; page += 1) {
      const name = `${key}#${page}`
      if (underWay.current.has(name)) continue
      underWay.current.add(name)
      const request = { ...(JSON.parse(key) as Asked), offset: page * pageSize, limit: pageSize }
      callHost('audit:list', request)
        .then((answer) => {
          // An answer that comes late must not take the place of what is asked for now.
          if (latest.current !== key) return
          const { total, lines } = done(answer)
          setError(null)
          setKnown((before) => {
            const pages = new Map(before.key === key ? before.pages : [])
            return { key, total, pages: pages.set(page, lines) }
          })
        })
        .catch((problem: unknown) => {
          underWay.current.delete(name)
          if (latest.current === key) setError(problem)
        })
    }
  }, [key, first, last])
  // Pages of a filter that is no longer asked for are fetched anew when it comes back.
  useEffect(() => {
    for (const name of underWay.current) if (!name.startsWith(`${key}#`)) underWay.current.delete(name)
  }, [key])
  return {
    total: current.total,
    lineAt: (index: number): AuditLine | null =>
      current.pages.get(Math.floor(index / pageSize))?.[index % pageSize] ?? null,
    error,
  }
}
