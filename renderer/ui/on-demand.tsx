import { lazy, Suspense, useEffect, useState, type ComponentType } from 'react'
import { againAfterMs, insist } from '@renderer/platform/insist'
import { allWordsAsked } from '@renderer/platform/language-words'
import { useTranslation } from './translation'

/** Everything that is read on demand, for reading it ahead. */
const loads: (() => Promise<unknown>)[] = []

/**
 * A part of the screen whose script is read when it is first shown, and all words of the language with it. What was
 * read ahead shows at once; what the host does not give is asked for again until it comes, and a sentence says so
 * meanwhile.
 */
export function page<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let here: ComponentType<Props> | null = null
  const read = async () => {
    const [loaded] = await Promise.all([load(), allWordsAsked()])
    here = loaded
    return loaded
  }
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
