import { useMemo, useRef, useState, type CSSProperties, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import type { Material } from '@shared/domain/dossier'
import type { EvidencePin } from '@shared/domain/judgement'
import type { ReviewStep } from '@renderer/stores/review-steps'
import type { DossierCase } from '@renderer/data/cases'
import { flushDrafts } from '@renderer/data/drafts'
import { changeItem, pinAtPlaceOf, type OpinionDraft } from '@shared/acts/expert-opinion'
import type { KeptMark, ReadingMarkKind } from '@shared/domain/reading-mark'
import { draftKeyOf } from '@renderer/data/expert-tasks'
import type { OpinionSteps } from '@renderer/data/opinion-steps'
import { useInspections } from '@renderer/data/use-inspections'
import { useExpertDesk } from '@renderer/stores/expert-desk-store'
import { usePreferences } from '@renderer/stores/preference-store'
import { keepReading, readingPlaceOf, type DossierKey } from '@renderer/stores/reading-place'
import { dayAndTime } from '@renderer/platform/clock'
import { Divider } from '@renderer/ui/Divider'
import { DraftNote } from '@renderer/ui/DraftNote'
import { unionOf } from '@renderer/ui/pdf/page-boxes'
import type { PageOverlay } from '@renderer/ui/pdf/page-overlay'
import type { PageTexts } from '@renderer/ui/pdf/page-texts'
import type { PageMark, SoughtTarget } from '@renderer/ui/pdf/pdf-source'
import { useTranslation } from '@renderer/ui/translation'
import type { FactSource } from '@shared/regulation/fact-sources'
import { wordsOf } from '@renderer/ui/words'
import { CriterionPanel } from './CriterionPanel'
import { DossierSearch } from './DossierSearch'
import { LookAgain } from './LookAgain'
import { MarkList } from './MarkList'
import { MarkStrip } from './MarkStrip'
import { MaterialList } from './MaterialList'
import { MaterialRail } from './MaterialRail'
import { OverallPanel } from './OverallPanel'
import { overlaysOf, pinIndexOf } from './overlays-of'
import { Panes } from './Panes'
import { ReviewSteps } from './ReviewSteps'
import { stepFact, type FactActs } from './FactButton'
import { StepTools } from './StepTools'
import { isFree, useCaret } from './use-caret'
import { useMarks } from './use-marks'
import { useReading, useSteady } from './use-reading'
import type { Supplement } from './use-supplement'
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
  /** What was done here, to take it back; null for what is sealed. */
  readonly steps: OpinionSteps | null
  /** What changed since it was judged; null if nothing did, or while it is read. */
  readonly supplement: Supplement | null
  readonly onShowSupplement: (() => void) | null
  readonly notice: ReactNode
}) {
  const { dossier, draft, onChange, steps, supplement, onShowSupplement, notice } = props
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
  /** The same of the list of marks. */
  const [listing, setListing] = useState<number | null>(null)
  const marks = useMarks(of, materials)
  const [pinnedAgain, setPinnedAgain] = useState<EvidencePin | null>(null)
  /** The pin of the criterion that was opened last. */
  const openedPin = useRef(-1)
  const pins = step === 'overall' ? noPins : draft.items[step].evidence
  const { all: allMarks, current: currentMark } = marks
  const overlays = useMemo(() => overlaysOf(allMarks, currentMark, pins, t), [allMarks, currentMark, pins, t])
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
    const there = pinAtPlaceOf(draft.items[step].evidence, made)
    setPinnedAgain(there ?? null)
    if (there !== undefined) return
    onChange((now) => changeItem(now, step, { evidence: [...now.items[step].evidence, made] }))
  }
  const goToPin = (evidence: EvidencePin) => {
    openedPin.current = pins.indexOf(evidence)
    setPinnedAgain(null)
    show('reading')
    reading.goToTarget(evidence.materialId, { page: evidence.page, region: evidence.region })
  }
  const goToMark = (mark: KeptMark) => {
    show('reading')
    reading.goToTarget(mark.materialId, { page: mark.page, region: unionOf(mark.boxes) })
    marks.choose(mark.id)
  }
  const markAt = (kind: ReadingMarkKind, material: Material, mark: PageMark) => {
    show('reading')
    marks.add(kind, material, mark)
  }
  /** A place that is being gone to, to be pinned once it is there; never the page that one is leaving. */
  const underWay = useRef<{ readonly target: SoughtTarget; readonly step: ReviewStep; isWanted: boolean } | null>(null)
  const openFact = ({ materialId, page, words }: FactSource, isWanted = false) => {
    const target: SoughtTarget = { page, words }
    underWay.current = { target, step, isWanted }
    show('reading')
    reading.goToTarget(materialId, target)
  }
  const onSettled = useSteady((material: Material, target: SoughtTarget, mark: PageMark) => {
    const going = underWay.current
    if (going?.target !== target) return
    underWay.current = null
    if (going.isWanted && going.step === step) pin(material, mark)
  })
  const onOpenFact = useSteady((source: FactSource) => openFact(source))
  const onPinFact = useSteady((source: FactSource) => openFact(source, true))
  const isSealed = onChange === null
  const facts = useMemo<FactActs>(
    () => ({ onOpen: onOpenFact, onPin: isSealed ? null : onPinFact }),
    [onOpenFact, onPinFact, isSealed],
  )
  const lastFact = useRef<HTMLElement | null>(null)
  const goToFact = (by: 1 | -1) => {
    lastFact.current = stepFact(judging.current, by, lastFact.current) ?? lastFact.current
  }
  const steadyPin = useSteady(pin)
  const current = reading.panes[reading.active]?.materialId ?? null
  const pinHere = () => {
    if (underWay.current !== null) {
      underWay.current.isWanted = true
      return
    }
    const mark = reading.viewer()?.mark()
    const material = materials.find(({ id }) => id === current)
    if (mark !== undefined && material !== undefined) pin(material, mark)
  }
  const markHere = (kind: ReadingMarkKind) => {
    const mark = reading.viewer()?.mark()
    const material = materials.find(({ id }) => id === current)
    if (mark !== undefined && material !== undefined) markAt(kind, material, mark)
  }
  const onMark = useSteady((material: Material, mark: PageMark) => markAt('point', material, mark))
  const onOverlay = useSteady((overlay: PageOverlay) => {
    const index = pinIndexOf(overlay)
    if (index === null) marks.choose(overlay.id)
    else if (pins[index] !== undefined) setPinnedAgain(pins[index])
  })
  const openPin = () => {
    const next = pins[(openedPin.current + 1) % Math.max(1, pins.length)]
    if (next !== undefined) goToPin(next)
  }
  const move = (by: 1 | -1) => {
    openedPin.current = -1
    setPinnedAgain(null)
    void flushDrafts()
    moveStep(by)
    keepReading(of, { judgingTop: 0 })
    // The next criterion is read out, digits judge it at once, and Tab goes on from there.
    requestAnimationFrame(() => judging.current?.querySelector('h2')?.focus())
  }
  const list = () => {
    setSearching(null)
    setListing((before) => (before ?? 0) + 1)
  }
  const [said, setSaid] = useState('')
  /** Takes back or does again, and goes where that was. */
  const go = (way: 'undo' | 'redo') => {
    const place = steps?.[way]() ?? null
    if (place === null) return
    judge(place)
    const name = place === 'overall' ? t('review.overall') : wordsOf(t, `criterion.${place}.title`)
    setSaid(t(way === 'undo' ? 'writing.undone' : 'writing.redone', { place: name }))
  }
  const tools =
    steps === null ? null : (
      <StepTools
        canUndo={steps.canUndo}
        canRedo={steps.canRedo}
        onUndo={() => {
          go('undo')
        }}
        onRedo={() => {
          go('redo')
        }}
      />
    )
  const searchAll = () => {
    setListing(null)
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
    onMark: markHere,
    onMarks: list,
    onDraw: () => {
      show('reading')
      reading.viewer()?.draw()
    },
    onOpenPin: openPin,
    onFact: goToFact,
    onUndo: () => {
      go('undo')
    },
    onRedo: () => {
      go('redo')
    },
  })
  /** The keyboard goes back to the pages where it was there. */
  const onOpen = useSteady(() => {
    if (isFree() && readingPlaceOf(of).focus?.kind === 'pages') reading.viewer()?.focus()
  })
  const chosen = marks.all.find(({ id }) => id === marks.current)
  const rem = 14 * fontScale
  const width = judgingWidth ?? usualJudging
  return (
    <div ref={screen} className="review" data-side={side} style={{ '--judging': `${width}rem` } as CSSProperties}>
      {listing !== null ? (
        <MarkList
          {...{ marks, materials }}
          asked={listing}
          onGo={goToMark}
          onClose={() => {
            setListing(null)
            reading.viewer()?.focus()
          }}
        >
          <DraftNote draft={{ ...marks.draft, restoredAt: null }} timeOf={dayAndTime} />
        </MarkList>
      ) : searching === null || inspections === null ? (
        <MaterialRail isFolded={materialsFolded} onFold={fold} onSearch={searchAll} onMarks={list}>
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
            {...{ reading, materials, inspections, texts, onOpen, step, onMark, overlays, onOverlay, onSettled }}
            onPin={onChange === null || step === 'overall' ? null : steadyPin}
            verdict={step === 'overall' ? null : draft.items[step].verdict}
            onJudging={toReason}
          />
        )}
        {chosen === undefined ? null : (
          <MarkStrip
            mark={chosen}
            onChange={(change) => marks.change(chosen.id, change)}
            onRemove={() => {
              marks.remove(chosen.id)
              reading.viewer()?.focus()
            }}
            onClose={() => {
              marks.choose(null)
              reading.viewer()?.focus()
            }}
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
        <span className="visually-hidden" role="status">
          {said}
        </span>
        <ReviewSteps draft={draft} step={step} onStep={judge} onPages={toPages} />
        {step === 'overall' ? (
          <OverallPanel
            of={draftKeyOf(of)}
            draft={draft}
            onChange={onChange}
            tools={tools}
            onBack={() => {
              move(-1)
            }}
          />
        ) : (
          <CriterionPanel
            key={step}
            criterionId={step}
            dossier={dossier}
            pinnedAgain={pinnedAgain}
            facts={facts}
            notes={marks}
            of={draftKeyOf(of)}
            draft={draft}
            onChange={onChange}
            tools={tools}
            again={
              draft.items[step].looked === undefined || onChange === null || onShowSupplement === null ? null : (
                <LookAgain
                  touch={supplement?.touches.get(step) ?? null}
                  onShow={onShowSupplement}
                  onLooked={() => {
                    onChange((now) => changeItem(now, step, { looked: undefined }))
                  }}
                />
              )
            }
            onPinHere={pinHere}
            onGoTo={goToPin}
            onMove={move}
          />
        )}
      </aside>
    </div>
  )
}

const noPins: readonly EvidencePin[] = []
