import { presentMeasureId, type MeasureId } from '../domain/measure'
import { regulation2010 } from './2010/index'
import type { RegulationVersion } from './rule'

/** Every version of the measure with its rules; a new one stands beside the others and touches none (Art. 29). */
const versions: Readonly<Record<MeasureId, RegulationVersion>> = { '2010': regulation2010 }

/** The rules that a dossier is held against: those of the version under which it is handled. */
export const regulationOf = ({ regulationVersionId }: { readonly regulationVersionId: MeasureId }): RegulationVersion =>
  versions[regulationVersionId]

/** The version in force: of papers that belong to no single dossier. */
export const presentRegulation: RegulationVersion = versions[presentMeasureId]
