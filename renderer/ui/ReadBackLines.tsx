/** What stands where: the name of a thing, and what is said of it. */
export type ReadBackLine = { readonly term: string; readonly words: string; readonly isStrong?: boolean }

/** 读回核对: each thing that an act will put on record, word for word. */
export function ReadBackLines({ lines }: { readonly lines: readonly ReadBackLine[] }) {
  return (
    <dl className="read-back-lines">
      {lines.flatMap(({ term, words, isStrong }, index) => [
        <dt key={`${String(index)}-term`}>{term}</dt>,
        <dd key={`${String(index)}-words`} className={isStrong === true ? 'strong' : 'reading'}>
          {words}
        </dd>,
      ])}
    </dl>
  )
}
