import { useRef, useState, type CSSProperties, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import type { Material } from '@shared/domain/dossier'
import type { EvidencePin } from '@shared/domain/judgement'
import type { DossierCase } from '@renderer/data/cases'
import { flushDrafts } from '@renderer/data/drafts'
import { changeItem, type OpinionDraft } from '@shared/acts/expert-opinion'
import { useInspections } from '@renderer/data/use-inspections'
import { useExpertDesk } from '@renderer/stores/expert-desk-store'
import { usePreferences } from '@renderer/stores/preference-store'
import { keepReading, readingPlaceOf, type DossierKey } from '@renderer/stores/reading-place'
import { Divider } from '@renderer/ui/Divider'
import type { PageTexts } from '@renderer/ui/pdf/page-texts'
import type { PageMark } from '@renderer/ui/pdf/pdf-source'
import { useTranslation } from '@renderer/ui/translation'
import { CriterionPanel } from './CriterionPanel'
import { DossierSearch } from './DossierSearch'
import { MaterialList } from './MaterialList'
import { MaterialRail } from './MaterialRail'
import { OverallPanel } from './OverallPanel'
import { Panes } from './Panes'
import { ReviewSteps } from './ReviewSteps'
import { isFree, useCaret } from './use-caret'
import { useReading, useSteady } from './use-reading'
import { useReviewKeys } from './use-review-keys'

/** Width of the judging column as it comes, in rem, its bounds, and the least that stays for pages and lists. */
const usualJudging = 27
const leastJudging = 20
const mostJudging = 60
const leastPages = 24

/** The pages and the criterion being judged: side by side, in large type one at a time, nothing behind a dialog. */
export function ReviewScreen(props: {
  readonly of: DossierKey
  readonly dossier: DossierCase
  readonly draft: OpinionDraft
  /** Null for what is sealed. */
  readonly onChange: ((change: (now: OpinionDraft) => OpinionDraft) => void) | null
  readonly notice: ReactNode
}) {
  const { dossier, draft, onChange, notice } = props
  const { t } = useTranslation()
  const { panelId, dossierId } = props.of
  const [of] = useState<DossierKey>({ panelId, dossierId })
  const { materials } = dossier.file.content
  const { step, judge, move: moveStep } = useExpertDesk()
  const { materialsFolded, judgingWidth, fontScale, change } = usePreferences()
  const screen = useRef<HTMLDivElement>(null)
  const judging = useRef<HTMLElement>(null)
  const reading = useReading(of, materials)
  const inspections = useInspections(materials.map(({ sha256 }) => sha256))
  const [texts] = useState<ReadonlyMap<string, PageTexts>>(
    () => new Map(materials.map(({ sha256 }) => [sha256, new Map()])),
  )
  const [side, setSide] = useState(() => readingPlaceOf(of).side)
  /** Counts up when the keyboard is to go to the search of the dossier; null while there is none. */
  const [searching, setSearching] = useState<number | null>(null)
  useCaret(of, judging)

  /** In large type one side is seen at a time. */
  const show = (next: 'reading' | 'judging') => {
    flushSync(() => setSide(next))
    keepReading(of, { side: next })
  }
  const toPages = () => {
    show('reading')
    reading.viewer()?.focus()
  }
  const toReason = () => {
    show('judging')
    judging.current?.querySelector('textarea')?.focus({ preventScroll: true })
  }
  const pin = (material: Material, mark: PageMark) => {
    if (onChange === null || step === 'overall') return
    const made: EvidencePin = {
      materialId: material.id,
      materialTitle: material.title,
      sha256: material.sha256,
      page: mark.page,
      quote: mark.quote,
      region: mark.region,
    }
    onChange((now) => changeItem(now, step, { evidence: [...now.items[step].evidence, made] }))
  }
  const steadyPin = useSteady(pin)
  const current = reading.panes[reading.active]?.materialId ?? null
  const pinHere = () => {
    const mark = reading.viewer()?.mark()
    const material = materials.find(({ id }) => id === current)
    if (mark !== undefined && material !== undefined) pin(material, mark)
  }
  const move = (by: 1 | -1) => {
    void flushDrafts()
    moveStep(by)
    keepReading(of, { judgingTop: 0 })
    // The next criterion is read out, digits judge it at once, and Tab goes on from there.
    requestAnimationFrame(() => judging.current?.querySelector('h2')?.focus())
  }
  const searchAll = () => {
    setSearching((before) => (before ?? 0) + 1)
  }
  const fold = () => {
    change({ materialsFolded: !materialsFolded })
  }
  useReviewKeys({
    onVerdict: (verdict) => {
      if (onChange !== null && step !== 'overall') onChange((now) => changeItem(now, step, { verdict }))
    },
    onMove: move,
    onPin: pinHere,
    onPage: () => {
      if (document.activeElement instanceof HTMLTextAreaElement) toPages()
      else toReason()
    },
    onSearch: () => {
      show('reading')
      reading.viewer()?.search()
    },
    onSearchAll: searchAll,
    onStep: reading.step,
    onMaterials: fold,
    onSplit: reading.split,
  })
  /** The keyboard goes back to the pages where it was there. */
  const onOpen = useSteady(() => {
    if (isFree() && readingPlaceOf(of).focus?.kind === 'pages') reading.viewer()?.focus()
  })
  const rem = 14 * fontScale
  const width = judgingWidth ?? usualJudging
  return (
    <div ref={screen} className="review" data-side={side} style={{ '--judging': `${width}rem` } as CSSProperties}>
      {searching === null || inspections === null ? (
        <MaterialRail isFolded={materialsFolded} onFold={fold} onSearch={searchAll}>
          <MaterialList materials={materials} inspections={inspections} current={current} onChoose={reading.choose} />
        </MaterialRail>
      ) : (
        <DossierSearch
          {...{ materials, inspections, texts }}
          asked={searching}
          onGo={reading.goToHit}
          onClose={() => {
            setSearching(null)
            reading.viewer()?.focus()
          }}
        />
      )}
      <div className="review-page">
        {reading.panes.length === 0 ? <p className="review-empty">{t('review.noMaterials')}</p> : null}
        {inspections === null ? null : (
          <Panes
            {...{ reading, materials, inspections, texts, onOpen, step }}
            onPin={onChange === null || step === 'overall' ? null : steadyPin}
            verdict={step === 'overall' ? null : draft.items[step].verdict}
            onJudging={toReason}
          />
        )}
      </div>
      <Divider
        label={t('review.judgingWidth')}
        value={-width}
        min={-mostJudging}
        max={-leastJudging}
        step={1}
        valueAt={(x) => -((screen.current?.getBoundingClientRect().right ?? x) - x) / rem}
        onChange={(value) => {
          const room = (screen.current?.clientWidth ?? 0) / rem - leastPages
          change({ judgingWidth: Math.max(leastJudging, Math.min(-value, room)) })
        }}
        onReset={() => change({ judgingWidth: null })}
      />
      <aside ref={judging} className="review-judging" aria-label={t('review.judging')}>
        <div className="review-notice">{notice}</div>
        <ReviewSteps draft={draft} step={step} onStep={judge} onPages={toPages} />
        {step === 'overall' ? (
          <OverallPanel
            draft={draft}
            onChange={onChange}
            onBack={() => {
              move(-1)
            }}
          />
        ) : (
          <CriterionPanel
            key={step}
            criterionId={step}
            dossier={dossier}
            item={draft.items[step]}
            onChange={onChange === null ? null : (change) => onChange((now) => changeItem(now, step, change))}
            onPinHere={pinHere}
            onGoTo={(evidence) => {
              show('reading')
              reading.goToPin(evidence)
            }}
            onMove={move}
          />
        )}
      </aside>
    </div>
  )
}
