/** Papers of the office around a panel, of all its dossiers together. */
import type { ExpertDraw } from '@shared/domain/expert-draw'
import { typedDay, typedText, type Typed } from './catalogue-facts'
import {
  composeDrawRecord,
  composeFeeSheet,
  composeHearingNotice,
  composePanelInvitation,
  type PanelOfficeFacts,
} from './panel-office-papers'
import { asComposed, joinedName, nothingAttached, type Paper } from './paper'
import { paperNames, type PaperKind } from './vocabulary/papers'

const ofPanel = (kind: PaperKind) =>
  ({
    kind,
    basis: null,
    scope: 'dossiers',
    hasCode: true,
    about: () => ({}),
    baseName: ({ panel, draft }: PanelOfficeFacts) => joinedName(paperNames[kind], draft, panel.title),
    attachments: nothingAttached,
  }) as const

const meeting = (typed: Typed) => ({
  startTime: typedText(typed, 'startTime'),
  contact: typedText(typed, 'contact'),
  issuedOn: typedDay(typed, 'issuedOn'),
})

/** 评审会通知, 答辩通知, 专家咨询费发放表. */
export const panelOfficePapers: readonly Paper<PanelOfficeFacts>[] = [
  {
    ...ofPanel('panel-invitation'),
    inputs: ['startTime', 'contact', 'issuedOn'],
    ...asComposed((facts: PanelOfficeFacts, typed: Typed) => composePanelInvitation({ ...facts, ...meeting(typed) })),
  },
  {
    ...ofPanel('hearing-notice'),
    inputs: ['startTime', 'minutes', 'persons', 'contact', 'issuedOn'],
    ...asComposed((facts: PanelOfficeFacts, typed: Typed) =>
      composeHearingNotice({
        ...facts,
        ...meeting(typed),
        minutes: typedText(typed, 'minutes'),
        persons: typedText(typed, 'persons'),
      }),
    ),
  },
  { ...ofPanel('fee-sheet'), inputs: [], ...asComposed((facts: PanelOfficeFacts) => composeFeeSheet(facts)) },
]

/** 专家抽取记录表, of one drawing. */
export const drawRecordPaper: Paper<PanelOfficeFacts & { readonly draw: ExpertDraw }> = {
  ...ofPanel('expert-draw-record'),
  inputs: [],
  ...asComposed((facts: PanelOfficeFacts & { readonly draw: ExpertDraw }) => composeDrawRecord(facts)),
}
