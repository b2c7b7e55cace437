import { Alert, Button, Spin } from 'antd'
import { useLiveQuery } from 'dexie-react-hooks'
import { memo, useCallback, useState } from 'react'
import { useParams } from 'react-router'
import type { PanelId } from '@shared/domain/ids'
import { isSameValue } from '@shared/lib/same-value'
import type { Panel, PanelRules } from '@shared/domain/panel'
import { loadCases, type DossierCase } from '@renderer/data/cases'
import { listExperts, loadPanel } from '@renderer/data/panels'
import { useDraft } from '@renderer/data/use-draft'
import { useLiveOf, useLoadedOffice, useToday } from '@renderer/data/use-live'
import { dayAndTime } from '@renderer/platform/clock'
import { DraftNote } from '@renderer/ui/DraftNote'
import { ErrorNote } from '@renderer/ui/ErrorNote'
import { PageHead } from '@renderer/ui/PageHead'
import { PanelRulesFields } from '@renderer/ui/PanelRulesFields'
import { useTask } from '@renderer/ui/use-task'
import { useTranslation } from '@renderer/ui/translation'
import { AssignmentsPart } from './AssignmentsPart'
import { BasicsPart } from './BasicsPart'
import { CommitmentsPart } from './CommitmentsPart'
import { MembersPart } from './MembersPart'
import { contradictions, savePanel, wantedOf, type PanelGaps } from './panels-actions'
import { OfficePapersPart } from './OfficePapersPart'
import { RecusalPart } from './RecusalPart'
import { ReturnPart } from './ReturnPart'
import { StandingPart } from './StandingPart'

/** Whether two say the same; the copy of the experts is made when saving. */
const isSame = (a: Panel, b: Panel): boolean => isSameValue({ ...a, experts: [] }, { ...b, experts: [] })

const noGaps: PanelGaps = new Map()

/** 评审会: who sits over which dossiers, by which work rules, and what went out and came back. */
export function PanelPage() {
  const params = useParams()
  const panelId = (params['panelId'] ?? '') as PanelId
  const office = useLoadedOffice()
  const saved = useLiveOf(panelId, () => loadPanel(panelId))
  if (saved === undefined || office === undefined) return <Spin />
  const fresh: Panel = {
    id: panelId,
    title: '',
    heldOn: '' as Panel['heldOn'],
    place: '',
    rules: office.panelRules,
    experts: [],
    members: [],
    leaderExpertId: null,
    dossierIds: [],
    hearing: false,
  }
  return <PanelForm key={panelId} saved={saved} fresh={fresh} />
}

function PanelForm({ saved, fresh }: { readonly saved: Panel | null; readonly fresh: Panel }) {
  const { t } = useTranslation()
  const today = useToday()
  const draft = useDraft<Panel>(`panel/${fresh.id}`, saved ?? fresh)
  const roster = useLiveQuery(listExperts, [], [])
  const panel = draft.value
  const cases = useLiveQuery(
    () => loadCases(panel.dossierIds, today, { panelId: panel.id }),
    [panel.dossierIds, panel.id, today],
    [],
  )
  const [asked, setGaps] = useState(noGaps)
  const task = useTask()
  // Who sent a hash or an opinion did so under the rule as it stands.
  const isRevealFixed = cases.some(({ standings }) => standings.some(({ state }) => state !== 'none'))
  const dirty = saved === null || !isSame(saved, panel)
  // The copy of its experts is made when it is saved; until then they are those of the roster.
  const whole = {
    ...panel,
    experts: [...panel.experts, ...roster.filter(({ id }) => panel.experts.every((expert) => expert.id !== id))],
  }
  const gaps: PanelGaps = new Map([...contradictions(whole, cases, today, t), ...asked])
  const { change } = draft
  // One and the same for every rendering: what did not change is not drawn anew at each key.
  const set = useCallback(
    (part: Partial<Panel>) => {
      change((now) => ({ ...now, ...part }))
      setGaps(noGaps)
    },
    [change],
  )
  const setRules = useCallback(
    (rules: PanelRules) => {
      set({ rules })
    },
    [set],
  )
  const save = () => {
    const found = wantedOf(whole, cases, today, t)
    setGaps(found)
    if (found.size > 0) return
    task.run(async () => {
      await savePanel(panel, roster, cases, today)
      await draft.drop()
    })
  }
  return (
    <>
      <PageHead title={saved === null ? t('panels.newTitle') : panel.title} note={t('panels.workRuleNote')} />
      <DraftNote draft={draft} timeOf={dayAndTime} />
      <BasicsPart panel={panel} gaps={gaps} onChange={set} />
      <MembersPart
        members={panel.members}
        leaderExpertId={panel.leaderExpertId}
        experts={panel.experts}
        roster={roster}
        gap={gaps.get('members') ?? null}
        onChange={set}
      />
      <section className="panel">
        <h2>
          {t('panels.rules')} <span className="tag work-rule">{t('common.workRule')}</span>
        </h2>
        <PanelRulesFields rules={panel.rules} isRevealFixed={isRevealFixed} onChange={setRules} />
      </section>
      <section className="panel">
        {dirty ? <Alert type="info" showIcon title={t('panels.unsaved')} /> : null}
        <ErrorNote error={task.error} />
        {gaps.size === 0 ? null : (
          <Alert type="error" showIcon role="alert" title={[...gaps.values()].join(t('punctuation.sentenceGap'))} />
        )}
        <div className="panel-foot">
          <Button type="primary" disabled={!dirty} loading={task.busy} onClick={save}>
            {t('panels.save')}
          </Button>
        </div>
      </section>
      {saved === null ? null : <Proceedings panel={saved} cases={cases} />}
    </>
  )
}

/** What went out and came back, of the panel as it is saved. */
const Proceedings = memo(function Proceedings(props: {
  readonly panel: Panel
  readonly cases: readonly DossierCase[]
}) {
  return (
    <>
      <OfficePapersPart {...props} />
      <StandingPart {...props} />
      <RecusalPart {...props} />
      <CommitmentsPart {...props} />
      <AssignmentsPart {...props} />
      <ReturnPart {...props} />
    </>
  )
})
