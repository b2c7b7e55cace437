import { tagsOf, type LetterKind, type LetterTags } from '@shared/documents/letter'
import { letterWordings, tagMeanings } from '@shared/documents/letters'
import { useTranslation } from '@renderer/ui/translation'

type Line = { readonly path: string; readonly tag: string; readonly written: string; readonly required: boolean }

/** Tags in the order of the words, those of a row below it. */
const linesOf = (tags: LetterTags, above = ''): readonly Line[] =>
  Object.entries(tags).flatMap(([tag, { required, rows }]) => {
    const path = `${above}${tag}`
    const written = rows === undefined ? `{{${tag}}}` : `{{#${tag}}} … {{/${tag}}}`
    return [{ path, tag, written, required }, ...(rows === undefined ? [] : linesOf(rows, `${path}.`))]
  })

const isKnown = (tag: string): tag is keyof typeof tagMeanings => Object.hasOwn(tagMeanings, tag)

/** Which tags a letter offers and what stands in their place. */
export function TagTable({ kind }: { readonly kind: LetterKind }) {
  const { t } = useTranslation()
  return (
    <section className="stack">
      <h3>{t('templates.tags')}</h3>
      <p className="quiet">{t('templates.tagsHint')}</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('templates.tag')}</th>
            <th scope="col">{t('templates.meaning')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {linesOf(tagsOf(letterWordings[kind])).map(({ path, tag, written, required }) => (
            <tr key={path}>
              <td className={path === tag ? '' : 'tag-in-row'}>
                <code>{written}</code>
              </td>
              <td>{isKnown(tag) ? t(tagMeanings[tag]) : ''}</td>
              <td>{required ? t('templates.required') : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
