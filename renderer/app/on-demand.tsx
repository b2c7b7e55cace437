import { lazy, Suspense, useEffect, useState, type ComponentType } from 'react'
import { useTranslation } from '@renderer/ui/translation'

/** How long a script that could not be read is left alone before it is asked for again, in ms. */
const againAfterMs = 1000

/** Everything that is read on demand, for reading it ahead. */
const loads: (() => Promise<unknown>)[] = []

/**
 * A page whose script is read when it is first shown. What was read ahead shows at once; what the host does not give is
 * asked for again until it comes, and a sentence says so meanwhile.
 */
export function page<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let here: ComponentType<Props> | null = null
  const read = async () => (here = await load())
  loads.push(read)
  const Later = lazy(async () => ({ default: await insist(read) })) as ComponentType<Props>
  return function Page(props: Props) {
    const [Shown] = useState(() => here ?? Later)
    return (
      <Suspense fallback={<Waiting />}>
        <Shown {...props} />
      </Suspense>
    )
  }
}

async function insist<T>(read: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await read()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, againAfterMs))
    }
  }
}

/** Reads all pages: from then on none needs the host, which may be gone when one is wanted. */
export async function readAhead(): Promise<void> {
  await Promise.all(loads.map((load) => load().catch(() => undefined)))
}

function Waiting() {
  const { t } = useTranslation()
  const [long, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => {
      setLong(true)
    }, againAfterMs)
    return () => {
      clearTimeout(timer)
    }
  }, [])
  return <div aria-busy="true">{long ? <p role="status">{t('failure.unreachable')}</p> : null}</div>
}
