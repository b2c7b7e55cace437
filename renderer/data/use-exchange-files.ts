import { useEffect, useState } from 'react'
import type { IpcOutput } from '@shared/ipc/contract'
import { callHost } from '../platform/bridge'

/** A share does not tell of changes, so the folder is looked at again and again. */
const lookEveryMs = 2000

export type ExchangeFiles = {
  /** Null until the first look, and while the folder cannot be listed. */
  readonly list: IpcOutput<'exchange:list'> | null
  readonly failure: unknown
  readonly refresh: () => void
}

/** What lies in the exchange folder, now and as it changes while the screen is shown. */
export function useExchangeFiles(): ExchangeFiles {
  const [list, setList] = useState<ExchangeFiles['list']>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    let current = true
    const look = () => {
      callHost('exchange:list', undefined).then(
        (answer) => {
          if (!current) return
          setFailure(null)
          setList(answer)
        },
        (error: unknown) => {
          if (current) setFailure(error)
        },
      )
    }
    look()
    const timer = setInterval(look, lookEveryMs)
    return () => {
      current = false
      clearInterval(timer)
    }
  }, [asked])
  return {
    list,
    failure,
    refresh: () => {
      setAsked(asked + 1)
    },
  }
}
