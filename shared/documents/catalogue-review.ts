import { expertLabel, labelAmong } from '@shared/domain/expert-label'
import type { Panel } from '@shared/domain/panel'
import { typedText, type DossierDocumentFacts, type Typed } from './catalogue-facts'
import { fromPanel, ofDossier, pilot, settled, underReview, withPresent, type DossierDocument } from './catalogue-entry'
import { composeDivisionOpinion } from './division-opinion'
import { composePanelMinutes } from './panel-minutes'
import { composePanelOpinion } from './panel-opinion'
import type { PanelOpinionFacts } from './panel-opinion-facts'
import { composePledge, composeSignInSheet, composeTallySheet } from './panel-papers'
import { asComposed, joinedName, nothingAttached, theOne, type Composed } from './paper'
import { composePersonalOpinion } from './personal-opinion'
import { paperNames } from './vocabulary/papers'

/** The panel that sits, or the one that is meant. */
const panelOf = ({ file, meant }: DossierDocumentFacts): Panel | null => meant?.panel ?? file.proceedings.panel

const withPanel = (facts: DossierDocumentFacts, compose: (panel: Panel) => Composed): Composed =>
  withPresent(panelOf(facts), '评审会', compose, 'panel')

/** The sealed opinion with its panel, as the papers of the panel take it. */
function withPanelOpinion(facts: DossierDocumentFacts, compose: (facts: PanelOpinionFacts) => Composed): Composed {
  const { file, meant } = facts
  return withPanel(facts, (panel) =>
    withPresent(
      meant?.panelOpinion ?? file.proceedings.panelOpinion,
      '封存的专家组意见',
      (opinion) => compose({ ...facts, panel, opinion }),
      'opinion',
    ),
  )
}

/** The expert's own words: those that are meant, or the newest that was opened. */
const opinionOf = ({ file, meant }: DossierDocumentFacts, expertId: string) =>
  meant?.expertOpinion ?? file.proceedings.expertOpinions.findLast((item) => item.expertId === expertId)

const divisionOpinion = (kind: 'business' | 'organisation'): DossierDocument => ({
  ...ofDossier(`${kind}-opinion`),
  basis: kind === 'business' ? '11' : '10',
  hasCode: true,
  attachments: nothingAttached,
  inputs: [],
  statuses: ['division-rejected', ...underReview, 'panel-rejected', ...settled, ...pilot],
  needs: [`${kind}-opinion`],
  subjects: ({ proceedings }) =>
    proceedings.divisionOpinions
      .filter((opinion) => opinion.kind === kind)
      .map(({ divisionId, divisionName }) => ({ id: divisionId, label: divisionName })),
  ...asComposed((facts: DossierDocumentFacts, _typed: Typed, subjectId: string) =>
    withPresent(
      facts.file.proceedings.divisionOpinions.find((item) => item.kind === kind && item.divisionId === subjectId),
      '处室审核意见',
      (opinion) => composeDivisionOpinion({ ...facts, opinion }),
    ),
  ),
})

/** Documents of the divisions and the panel (Art. 10-12). */
export const reviewDocuments: readonly DossierDocument[] = [
  divisionOpinion('business'),
  divisionOpinion('organisation'),
  {
    ...ofDossier('sign-in-sheet'),
    basis: null,
    hasCode: true,
    attachments: nothingAttached,
    inputs: [],
    statuses: fromPanel,
    needs: ['panel'],
    subjects: () => [theOne],
    ...asComposed((facts: DossierDocumentFacts) =>
      withPanel(facts, (panel) =>
        composeSignInSheet({ ...facts, panel, allianceNames: [facts.file.content.alliance.name] }),
      ),
    ),
  },
  {
    ...ofDossier('pledge'),
    basis: null,
    hasCode: true,
    attachments: nothingAttached,
    inputs: [],
    statuses: fromPanel,
    needs: ['panel', 'recusal-declaration'],
    subjects: ({ proceedings: { recusalDeclarations, panel } }) =>
      recusalDeclarations.flatMap(({ expertId, panelId }) =>
        (panel?.id === panelId ? panel.experts : [])
          .filter(({ id }) => id === expertId)
          .map((expert) => ({ id: expert.id, label: expertLabel(expert, panel?.experts ?? []) })),
      ),
    ...asComposed((facts: DossierDocumentFacts, _typed: Typed, subjectId: string) =>
      withPanel(facts, (panel) =>
        withPresent(
          facts.file.proceedings.recusalDeclarations.findLast(
            (item) => item.panelId === panel.id && item.expertId === subjectId,
          ),
          '专家的承诺和回避声明',
          (declaration) => composePledge({ ...facts, panel, declaration }),
        ),
      ),
    ),
  },
  {
    ...ofDossier('personal-opinion'),
    baseName: (facts, { id, label }) =>
      joinedName(
        paperNames['personal-opinion'],
        label,
        facts.file.content.alliance.name,
        (opinionOf(facts, id)?.version ?? 1) > 1 ? `第${opinionOf(facts, id)?.version ?? 1}版` : '',
      ),
    basis: '12',
    hasCode: true,
    attachments: nothingAttached,
    inputs: [],
    statuses: fromPanel,
    needs: ['panel', 'expert-opinion'],
    subjects: ({ proceedings }) =>
      proceedings.expertOpinions.map(({ expertId, expertName }) => ({
        id: expertId,
        label: labelAmong(expertId, expertName, proceedings.panel?.experts ?? []),
      })),
    ...asComposed((facts: DossierDocumentFacts, _typed: Typed, subjectId: string) =>
      withPanel(facts, (panel) =>
        withPresent(
          opinionOf(facts, subjectId),
          '专家的个人评审意见',
          (opinion) => composePersonalOpinion({ ...facts, panel, opinion }),
          'file.proceedings.expertOpinions',
        ),
      ),
    ),
  },
  {
    ...ofDossier('tally-sheet'),
    basis: null,
    hasCode: true,
    attachments: nothingAttached,
    inputs: [],
    statuses: fromPanel,
    needs: ['panel', 'panel-opinion'],
    subjects: () => [theOne],
    ...asComposed((facts: DossierDocumentFacts) => withPanelOpinion(facts, composeTallySheet)),
  },
  {
    ...ofDossier('panel-opinion'),
    basis: '12',
    hasCode: true,
    attachments: ({ file, draft, meant }) =>
      draft === undefined
        ? [{ name: 'panel-opinion.json', json: meant?.panelOpinion ?? file.proceedings.panelOpinion }]
        : [],
    inputs: [],
    statuses: fromPanel,
    needs: ['panel', 'panel-opinion'],
    subjects: () => [theOne],
    ...asComposed((facts: DossierDocumentFacts) => withPanelOpinion(facts, composePanelOpinion)),
  },
  {
    ...ofDossier('panel-minutes'),
    basis: null,
    hasCode: true,
    attachments: nothingAttached,
    inputs: ['chairedBy', 'recordedBy', 'observers', 'hearing', 'discussion'],
    statuses: fromPanel,
    needs: ['panel', 'panel-opinion'],
    subjects: () => [theOne],
    ...asComposed((facts: DossierDocumentFacts, typed: Typed) =>
      withPanelOpinion(facts, (panelFacts) =>
        composePanelMinutes({
          ...panelFacts,
          words: {
            chairedBy: typedText(typed, 'chairedBy'),
            recordedBy: typedText(typed, 'recordedBy'),
            observers: typedText(typed, 'observers'),
            hearing: typedText(typed, 'hearing'),
            discussion: typedText(typed, 'discussion'),
          },
        }),
      ),
    ),
  },
]
