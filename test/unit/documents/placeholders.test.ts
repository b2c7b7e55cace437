import { describe, expect, it } from 'vitest'
import { batchDocument, dossierDocument } from '@shared/documents/catalogue'
import { inBuiltInWords, makePaper, theOne } from '@shared/documents/paper'
import { dossierContentHash, type DossierFile } from '@shared/domain/dossier'
import { catalogueFacts } from './catalogue-facts'
import { batchFacts, everyDocument, typedForBatch, wholeFile } from './every-document'

/** A text with every mark of a sample taken out of it, but where it is kept. */
const without = (text: string): string => text.replaceAll('（可编辑示例）', '').replaceAll('示例', '某某')

/**
 * The sample as if it were real: alliance, members, experts, everybody bears a name, and all that was judged was judged
 * so.
 */
function real(): DossierFile {
  const file = JSON.parse(without(JSON.stringify(wholeFile()))) as DossierFile
  const dossierHash = dossierContentHash(file.content)
  const { panelOpinion, expertOpinions } = file.proceedings
  return {
    ...file,
    proceedings: {
      ...file.proceedings,
      panelOpinion: { ...panelOpinion!, dossierHash },
      expertOpinions: expertOpinions.map((opinion) => ({ ...opinion, dossierHash })),
    },
  }
}

const realSettings = <F extends { settings: unknown }>(facts: F): F => ({
  ...facts,
  settings: JSON.parse(without(JSON.stringify(facts.settings))) as F['settings'],
})

const lacks = async (
  file: DossierFile,
  kind: Parameters<typeof dossierDocument>[0],
  change = realSettings,
  draft = {},
) => {
  const facts = { ...change({ ...catalogueFacts(file) }), ...draft }
  const [subject = theOne] = dossierDocument(kind).subjects(file)
  const made = await makePaper(dossierDocument(kind), { facts, typed: {}, subject }, inBuiltInWords)
  return made.ok ? [] : made.error.missing
}

describe('a name that is nobody’s', () => {
  it('keeps a paper about a real alliance in the house, and is named with the place where it is put right', async () => {
    expect(await lacks(real(), 'panel-opinion')).toEqual([])
    const file = real()
    const [first] = file.proceedings.panel!.experts
    const panel = {
      ...file.proceedings.panel!,
      experts: file.proceedings.panel!.experts.with(0, { ...first!, unitName: '示例大学' }),
    }
    expect(await lacks({ ...file, proceedings: { ...file.proceedings, panel } }, 'panel-opinion')).toEqual([
      { field: 'file.proceedings.panel.experts.0.unitName', label: '“示例大学”的真实名称' },
    ])
  })

  it('is found where it was sealed, whatever the settings have been called since', async () => {
    const file = real()
    const first = file.proceedings.divisionOpinions.find((opinion) => opinion.kind === 'organisation')
    const divisionOpinions = [{ ...first!, divisionName: '业务处室一（示例）' }]
    const sealed = { ...file, proceedings: { ...file.proceedings, divisionOpinions } }
    const kind = 'organisation-opinion'
    expect((await lacks(sealed, kind)).map(({ label }) => label)).toEqual(['“业务处室一（示例）”的真实名称'])
  })

  it('stands on drafts, and on papers about samples', async () => {
    expect(everyDocument().length).toBeGreaterThan(20)
    const sample = wholeFile()
    expect(await lacks(sample, 'panel-opinion', (facts) => facts)).toEqual([])
  })

  it('is named on the notice of a real batch', async () => {
    const facts = batchFacts([{ ...real(), id: wholeFile().id }])
    const notice = batchDocument('notice')
    const made = await makePaper(notice, { facts, typed: typedForBatch, subject: theOne }, inBuiltInWords)
    expect(made.ok ? [] : made.error.missing.map(({ label }) => label)).toContain(
      '“成员单位二（可编辑示例）”的真实名称',
    )
  })
})
