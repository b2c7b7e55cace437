import { Tabs } from 'antd'
import type { ReactNode } from 'react'
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
  return (
    <Tabs
      activeKey={asked ?? tabs[0] ?? 'timeline'}
      onChange={(tab) => {
        setSearch({ tab }, { replace: true })
      }}
      items={tabs.map((tab) => ({
        key: tab,
        label: t(`dossier.tab.${tab}`),
        children: parts[tab](dossier),
      }))}
    />
  )
}

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
