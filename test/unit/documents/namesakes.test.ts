import { describe, expect, it } from 'vitest'
import { dossierDocuments } from '@shared/documents/catalogue'
import type { DossierFile } from '@shared/domain/dossier'
import { catalogueFacts, typedOf } from './catalogue-facts'
import { textOf } from './panel-review'
import { wholeFile } from './every-document'

const name = '李同名'

/** A panel on which everybody bears one name, and nobody works where another does. */
function ofOneName(file: DossierFile): DossierFile {
  const { panel, expertOpinions } = file.proceedings
  const experts = panel!.experts.map((expert, index) => ({ ...expert, name, unitName: `某某大学第${index + 1}学院` }))
  return {
    ...file,
    proceedings: {
      ...file.proceedings,
      panel: { ...panel!, experts },
      expertOpinions: expertOpinions.map((opinion) => ({ ...opinion, expertName: name })),
      panelOpinion: {
        ...file.proceedings.panelOpinion!,
        refusals: [{ expertId: experts[6]!.id, reason: '出差在外' }],
      },
    },
  }
}

const file = ofOneName(wholeFile())
const units = file.proceedings.panel!.experts.map(({ unitName }) => unitName)
const papers = dossierDocuments.flatMap((paper) =>
  paper.subjects(file).flatMap(({ id, label }) => {
    const composed = paper.compose(catalogueFacts(file), { ...typedOf, year: '2025' }, id)
    return composed.ok ? [{ kind: paper.kind, label, id, text: textOf(composed.value), paper }] : []
  }),
)

describe('experts of one name', () => {
  it('stand on no line of any paper without the unit that tells who it is', () => {
    const lines = papers.flatMap(({ kind, text }) =>
      text
        .split('\n')
        .filter((line) => line.includes(name))
        .map((line) => `${kind}: ${line}`),
    )
    expect(lines.length).toBeGreaterThan(20)
    expect(lines.filter((line) => !units.some((unit) => line.includes(unit)))).toEqual([])
  })

  it('have papers and files of their own', () => {
    const personal = papers.filter(({ kind }) => kind === 'personal-opinion' || kind === 'pledge')
    expect(personal.length).toBeGreaterThan(7)
    const names = personal.map(({ paper, id, label }) => paper.baseName(catalogueFacts(file), { id, label }))
    expect(new Set(names).size).toBe(names.length)
  })
})
