import { typedText, type DossierDocumentFacts } from './catalogue-facts'
import {
  fromPanel,
  pilot,
  settled,
  underReview,
  withPresent,
  type Composed,
  type DossierDocument,
} from './catalogue-entry'
import { composeDivisionOpinion } from './division-opinion'
import { composePanelMinutes } from './panel-minutes'
import { composePanelOpinion } from './panel-opinion'
import type { PanelOpinionFacts } from './panel-opinion-facts'
import { composePledge, composeSignInSheet, composeTallySheet } from './panel-papers'
import { composePersonalOpinion } from './personal-opinion'

/** The sealed opinion with its panel, as the papers of the panel take it. */
function withPanelOpinion(facts: DossierDocumentFacts, compose: (facts: PanelOpinionFacts) => Composed): Composed {
  const { panel, panelOpinion } = facts.file.proceedings
  return withPresent(panel, '评审会', (sitting) =>
    withPresent(panelOpinion, '封存的专家组意见', (opinion) => compose({ ...facts, panel: sitting, opinion })),
  )
}

const divisionOpinion = (kind: 'business' | 'organisation'): DossierDocument => ({
  kind: `${kind}-opinion`,
  title: `document.${kind}-opinion`,
  basis: kind === 'business' ? '11' : '10',
  inputs: [],
  statuses: ['division-rejected', ...underReview, 'panel-rejected', ...settled, ...pilot],
  needs: [`${kind}-opinion`],
  subjects: ({ proceedings }) =>
    proceedings.divisionOpinions
      .filter((opinion) => opinion.kind === kind)
      .map(({ divisionId, divisionName }) => ({ id: divisionId, label: divisionName })),
  compose: (facts, _typed, subjectId) =>
    withPresent(
      facts.file.proceedings.divisionOpinions.find((item) => item.kind === kind && item.divisionId === subjectId),
      '处室审核意见',
      (opinion) => composeDivisionOpinion({ ...facts, opinion }),
    ),
})

/** Documents of the divisions and the panel (Art. 10-12). */
export const reviewDocuments: readonly DossierDocument[] = [
  divisionOpinion('business'),
  divisionOpinion('organisation'),
  {
    kind: 'sign-in-sheet',
    title: 'document.sign-in-sheet',
    basis: null,
    inputs: [],
    statuses: fromPanel,
    needs: ['panel'],
    compose: (facts) =>
      withPresent(facts.file.proceedings.panel, '评审会', (panel) =>
        composeSignInSheet({ ...facts, panel, allianceNames: [facts.file.content.alliance.name] }),
      ),
  },
  {
    kind: 'pledge',
    title: 'document.pledge',
    basis: null,
    inputs: [],
    statuses: fromPanel,
    needs: ['panel', 'recusal-declaration'],
    subjects: ({ proceedings: { recusalDeclarations, panel } }) =>
      recusalDeclarations.flatMap(({ expertId, panelId }) =>
        (panel?.id === panelId ? panel.experts : [])
          .filter(({ id }) => id === expertId)
          .map(({ id, name }) => ({ id, label: name })),
      ),
    compose: (facts, _typed, subjectId) =>
      withPresent(facts.file.proceedings.panel, '评审会', (panel) =>
        withPresent(
          facts.file.proceedings.recusalDeclarations.findLast(
            (item) => item.panelId === panel.id && item.expertId === subjectId,
          ),
          '专家的承诺和回避声明',
          (declaration) => composePledge({ ...facts, panel, declaration }),
        ),
      ),
  },
  {
    kind: 'personal-opinion',
    title: 'document.personal-opinion',
    basis: '12',
    inputs: [],
    statuses: fromPanel,
    needs: ['panel', 'expert-opinion'],
    subjects: ({ proceedings }) =>
      proceedings.expertOpinions.map(({ expertId, expertName }) => ({ id: expertId, label: expertName })),
    compose: (facts, _typed, subjectId) =>
      withPresent(facts.file.proceedings.panel, '评审会', (panel) =>
        withPresent(
          facts.file.proceedings.expertOpinions.findLast((item) => item.expertId === subjectId),
          '专家的个人评审意见',
          (opinion) => composePersonalOpinion({ ...facts, panel, opinion }),
        ),
      ),
  },
  {
    kind: 'tally-sheet',
    title: 'document.tally-sheet',
    basis: null,
    inputs: [],
    statuses: fromPanel,
    needs: ['panel', 'panel-opinion'],
    compose: (facts) => withPanelOpinion(facts, composeTallySheet),
  },
  {
    kind: 'panel-opinion',
    title: 'document.panel-opinion',
    basis: '12',
    inputs: [],
    statuses: fromPanel,
    needs: ['panel', 'panel-opinion'],
    attachments: ({ proceedings }) => [{ name: 'panel-opinion.json', json: proceedings.panelOpinion }],
    compose: (facts) => withPanelOpinion(facts, composePanelOpinion),
  },
  {
    kind: 'panel-minutes',
    title: 'document.panel-minutes',
    basis: null,
    inputs: ['chairedBy', 'recordedBy', 'observers', 'hearing', 'discussion'],
    statuses: fromPanel,
    needs: ['panel', 'panel-opinion'],
    compose: (facts, typed) =>
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
  },
]
