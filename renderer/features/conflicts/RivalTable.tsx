import { leavesOf, pathKey } from '@shared/lib/leaves'
import type { ContestableType } from '@shared/records/payloads'
import type { Rival } from '@renderer/data/conflicts'
import { dayAndTime } from '@renderer/platform/clock'
import { useTranslation } from '@renderer/ui/translation'
import { differingLeaves, leafWords, letterOf } from './compare'

/** Every statement in a column of its own, who made it and when; the items in which they differ. */
export function RivalTable(props: { readonly rivals: readonly Rival[]; readonly contested: ContestableType }) {
  const { t } = useTranslation()
  const { rivals, contested } = props
  const { differing, same } = differingLeaves(rivals)
  return (
    <>
      <div className="scroll-x">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('conflicts.field')}</th>
              {rivals.map((rival, index) => (
                <th key={rival.recordId} scope="col">
                  {letterOf(index)} {rival.isShown ? <span className="tag">{t('conflicts.shown')}</span> : null}
                  <div className="quiet">{t('conflicts.by', { who: rival.who, when: dayAndTime(rival.at) })}</div>
                  <ChangedSince rival={rival} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differing.map((path) => (
              <tr key={pathKey(path)}>
                <th scope="row">{leafWords(t, path, contested)}</th>
                {rivals.map((rival) => (
                  <td key={rival.recordId} className="pre">
                    {textOf(rival, pathKey(path)) ?? <span className="quiet">{t('conflicts.missing')}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">{t('conflicts.same', { count: same })}</p>
    </>
  )
}

/** A side that was written again says so: the card shows its newest text only. */
function ChangedSince({ rival: { earlier } }: { readonly rival: Rival }) {
  const { t } = useTranslation()
  const [first] = earlier
  if (first === undefined) return null
  return <div className="quiet">{t('conflicts.changed', { count: earlier.length, when: dayAndTime(first.at) })}</div>
}

const textOf = (rival: Rival, key: string): string | undefined => {
  const leaf = leavesOf(rival.value).find(({ path }) => pathKey(path) === key)
  return leaf === undefined || leaf.value === null ? undefined : String(leaf.value)
}
