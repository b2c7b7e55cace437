import { useLiveQuery } from 'dexie-react-hooks'
import { findDeskPapers } from '@renderer/data/paper-register'
import { useToday } from '@renderer/data/use-live'
import { useTranslation } from '@renderer/ui/translation'
import { PaperCard } from './PaperCard'

/** What the register of this desk says of a file, found by its hash: the version, what took its place, whether the pilot is valid. */
export function RegisteredAs({ sha256 }: { readonly sha256: string }) {
  const { t } = useTranslation()
  const today = useToday()
  const papers = useLiveQuery(() => findDeskPapers({ kind: 'file', sha256 }, today), [sha256, today])
  if (papers === undefined) return null
  if (papers.length === 0) return <p className="quiet">{t('paperCode.fileUnknown')}</p>
  return papers.map((paper) => <PaperCard key={paper.exported.id} paper={paper} />)
}
