import { fact, missing, type Evidence, type EvidenceWriter } from './evidence'
import type { Facts } from './rule'

/**
 * The pinned industry item with its list, and whether the list was in force on the day of application, else of filing,
 * else today. `otherwise` is the level at which a list out of force is shown (Art. 2 and 11(1) differ).
 */
export function industryFacts({ content, settings, today }: Facts, otherwise: EvidenceWriter): readonly Evidence[] {
  const { industry } = content.alliance
  if (industry === null) return [missing('industry')]
  const catalogue = settings.catalogues.find((candidate) => candidate.id === industry.catalogueId)
  if (catalogue === undefined) {
    return [missing('industry.catalogue'), otherwise.text('industryCatalogue', industry.catalogueId)]
  }
  const item = catalogue.items.find((candidate) => candidate.code === industry.itemCode)
  const on = content.application.appliedOn ?? content.filing.submittedOn ?? today
  const inForce =
    (catalogue.validFrom === null || catalogue.validFrom <= on) &&
    (catalogue.validTo === null || on <= catalogue.validTo)
  return [
    item === undefined ? missing('industry.item') : fact.text('industryItem', item.name),
    (inForce ? fact : otherwise).text('industryCatalogue', catalogue.name),
    (inForce ? fact : otherwise).flag('catalogueInForce', inForce),
  ]
}
