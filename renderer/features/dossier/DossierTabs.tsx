import { Tabs } from 'antd'
import { memo, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { isDossierTab, tabsFor, type DossierTab } from '@shared/workflow/dossier-tabs'
import type { DossierCase } from '@renderer/data/cases'
import { useTranslation } from '@renderer/ui/translation'
import { ChecksTab } from './ChecksTab'
import { DocumentsTab } from './DocumentsTab'
import { EndingTab } from './EndingTab'
import { MaterialsTab } from './MaterialsTab'
import { OpinionsTab } from './OpinionsTab'
import { TimelineTab } from './TimelineTab'
import { YearsTab } from './YearsTab'

/** The parts of an alliance's page, by its phase; each reads what it shows when it is looked at first. */
export function DossierTabs({ dossier }: { readonly dossier: DossierCase }) {
  const { t } = useTranslation()
  const [search, setSearch] = useSearchParams()
  const word = search.get('tab')
  const asked = isDossierTab(word) ? word : null
  const tabs = tabsFor(dossier.status, filledTabs(dossier), asked)
  const shown = asked ?? tabs[0] ?? 'timeline'
  return (
    <Tabs
      activeKey={shown}
      onChange={(tab) => {
        setSearch({ tab }, { replace: true })
      }}
      items={tabs.map((tab) => ({
        key: tab,
        label: t(`dossier.tab.${tab}`),
        children: <Pane isShown={tab === shown}>{parts[tab](dossier)}</Pane>,
      }))}
    />
  )
}

/** A part that nobody looks at waits: it follows an act when it is looked at again. */
const Pane = memo(
  ({ children }: { readonly isShown: boolean; readonly children: ReactNode }) => children,
  (_before, { isShown }) => !isShown,
)
Pane.displayName = 'Pane'

const parts: Readonly<Record<DossierTab, (dossier: DossierCase) => ReactNode>> = {
  materials: (dossier) => <MaterialsTab dossier={dossier} />,
  checks: (dossier) => <ChecksTab dossier={dossier} />,
  opinions: (dossier) => <OpinionsTab dossier={dossier} />,
  years: (dossier) => <YearsTab dossier={dossier} />,
  ending: (dossier) => <EndingTab dossier={dossier} />,
  documents: (dossier) => <DocumentsTab dossier={dossier} />,
  timeline: (dossier) => <TimelineTab dossierId={dossier.file.id} />,
}

/** Parts that hold something, whatever the phase is. */
function filledTabs({ file: { proceedings }, rounds, standings }: DossierCase): ReadonlySet<DossierTab> {
  const { divisionOpinions, panel, expertOpinions, pilotTerm, annualReports, changes, evaluations, campaigns } =
    proceedings
  const hasOpinions =
    divisionOpinions.length + expertOpinions.length + standings.length > 0 || panel !== null || rounds.length > 1
  const hasYears =
    pilotTerm !== null || annualReports.length + changes.length + evaluations.length + (campaigns ?? []).length > 0
  return new Set([...(hasOpinions ? (['opinions'] as const) : []), ...(hasYears ? (['years'] as const) : [])])
}
