import {
  CloseOutlined,
  EditOutlined,
  FullscreenExitOutlined,
  FullscreenOutlined,
  SplitCellsOutlined,
} from '@ant-design/icons'
import { Button } from 'antd'
import { Fragment, useMemo, useRef, type CSSProperties } from 'react'
import type { Material } from '@shared/domain/dossier'
import type { JudgementVerdict } from '@shared/domain/judgement'
import type { Inspection } from '@shared/inspection/finding'
import type { ReviewStep } from '@renderer/stores/review-steps'
import { usePreferences } from '@renderer/stores/preference-store'
import { Divider } from '@renderer/ui/Divider'
import type { PageTexts } from '@renderer/ui/pdf/page-texts'
import type { PageOverlay } from '@renderer/ui/pdf/page-overlay'
import type { PageMark, SoughtTarget } from '@renderer/ui/pdf/pdf-source'
import { Tool } from '@renderer/ui/pdf/Tool'
import { useTranslation } from '@renderer/ui/translation'
import { JudgementMark } from '@renderer/ui/VerdictMark'
import { ReadingPane } from './ReadingPane'
import { useFullScreen } from './use-full-screen'
import { useSteady, type Reading } from './use-reading'

/** The least share of a pane. */
const leastShare = 0.2

/** What is read: one place, or two side by side, each with its own page and zoom. */
export function Panes(props: {
  readonly reading: Reading
  readonly materials: readonly Material[]
  readonly inspections: ReadonlyMap<string, Inspection>
  readonly texts: ReadonlyMap<string, PageTexts>
  readonly step: ReviewStep
  readonly verdict: JudgementVerdict | null
  readonly onOpen: () => void
  readonly onPin: ((material: Material, mark: PageMark) => void) | null
  readonly onMark: (material: Material, mark: PageMark) => void
  /** What lies on the pages of each file, by the hash of its bytes. */
  readonly overlays: ReadonlyMap<string, readonly PageOverlay[]>
  readonly onOverlay: (overlay: PageOverlay) => void
  readonly onSettled: (material: Material, target: SoughtTarget, mark: PageMark) => void
  readonly onJudging: () => void
}) {
  const { reading, materials, inspections, texts, step, verdict, onOpen, onPin, onMark, onOverlay, onSettled } = props
  const { t } = useTranslation()
  const { splitShare, change } = usePreferences()
  const { isFull, toggle } = useFullScreen()
  const place = useRef<HTMLDivElement>(null)
  const isSplit = reading.panes.length > 1
  const { split, close } = reading
  const onJudging = useSteady(props.onJudging)
  const onFull = useSteady(toggle)
  const first = useMemo(
    () => (
      <>
        <Tool label={t('review.split')} icon={<SplitCellsOutlined />} pressed={isSplit} onClick={split} />
        <Tool
          label={t(isFull ? 'review.leaveFullScreen' : 'review.fullScreen')}
          icon={isFull ? <FullscreenExitOutlined /> : <FullscreenOutlined />}
          pressed={isFull}
          onClick={onFull}
        />
        <Button
          className="review-to-judging"
          size="small"
          type="primary"
          ghost
          icon={<EditOutlined />}
          onClick={onJudging}
        >
          {step === 'overall' ? t('review.overall.short') : t(`review.step.${step}`)}
          {verdict === null ? null : <JudgementMark verdict={verdict} compact />}
        </Button>
      </>
    ),
    [t, isSplit, split, isFull, onFull, onJudging, step, verdict],
  )
  const second = useMemo(
    () => <Tool label={t('review.closePane')} icon={<CloseOutlined />} onClick={() => close(1)} />,
    [t, close],
  )
  return (
    <div ref={place} className="review-panes" style={{ '--split': splitShare } as CSSProperties}>
      {reading.panes.map((pane, at) => {
        const material = materials.find(({ id }) => id === pane.materialId)
        const index = at === 0 ? 0 : 1
        return material === undefined ? null : (
          <Fragment key={index}>
            {index === 0 ? null : (
              <Divider
                label={t('review.splitShare')}
                value={splitShare}
                min={leastShare}
                max={1 - leastShare}
                step={0.05}
                valueAt={(x) => {
                  const box = place.current?.getBoundingClientRect()
                  return box === undefined ? splitShare : (x - box.left) / box.width
                }}
                onChange={(value) => change({ splitShare: value })}
                onReset={() => change({ splitShare: 0.5 })}
              />
            )}
            <ReadingPane
              {...{ index, pane, material, inspections, reading, onOpen, onPin, onMark, onOverlay, onSettled }}
              overlays={props.overlays.get(material.sha256) ?? noOverlays}
              texts={texts.get(material.sha256) ?? noTexts}
              extra={index === 0 ? first : second}
            />
          </Fragment>
        )
      })}
    </div>
  )
}

const noTexts: PageTexts = new Map()
const noOverlays: readonly PageOverlay[] = []
