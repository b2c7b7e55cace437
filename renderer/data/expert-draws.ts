import { answerDraw, drawExperts } from '@shared/acts/expert-draw'
import type { ExpertDraw } from '@shared/domain/expert-draw'
import type { PanelId } from '@shared/domain/ids'
import { appendAct } from './append-act'
import { deskDatabase } from './desk'

/** The drawings for a panel in the order in which they were made. */
export async function loadDraws(
  panelId: PanelId,
): Promise<readonly { readonly id: string; readonly draw: ExpertDraw }[]> {
  const rows = await deskDatabase().rows('expertDraws').toArray()
  return rows
    .filter(({ value }) => value.draw.panelId === panelId)
    .toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1))
    .map(({ value }) => value)
}

/** @throws ActRefused */
export const keepDraw = (...asked: Parameters<typeof drawExperts>): Promise<number> => appendAct(drawExperts(...asked))

/** @throws ActRefused */
export const keepDrawAnswer = (...asked: Parameters<typeof answerDraw>): Promise<number> =>
  appendAct(answerDraw(...asked))
