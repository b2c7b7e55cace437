import { useEffect, useState } from 'react'

/** Seconds that go down to nothing. */
export function useCountdown(): { readonly seconds: number; readonly start: (seconds: number) => void } {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (seconds === 0) return undefined
    const timer = setTimeout(() => {
      setSeconds(seconds - 1)
    }, 1000)
    return () => {
      clearTimeout(timer)
    }
  }, [seconds])
  return { seconds, start: setSeconds }
}
