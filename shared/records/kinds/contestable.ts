import { bundleRecords } from './bundle'
import { campaignRecords } from './campaign'
import { deskRecords } from './desk'
import { dossierRecords } from './dossier'
import { opinionRecords } from './opinion'
import { panelOpinionRecords } from './panel-opinion'
import { panelRecords } from './panel'
import { paperRecords } from './paper'
import { pilotRecords } from './pilot'
import { publicationRecords } from './publication'

/** Every kind but those whose schemas speak of other kinds. */
export const plainRecords = {
  ...deskRecords,
  ...dossierRecords,
  ...panelRecords,
  ...opinionRecords,
  ...panelOpinionRecords,
  ...pilotRecords,
  ...campaignRecords,
  ...publicationRecords,
  ...bundleRecords,
  ...paperRecords,
}

type Plain = typeof plainRecords

/** Kinds between whose statements a person may have to choose. */
export type ContestableType = {
  [T in keyof Plain]: Plain[T]['isContestable'] extends true ? T : never
}[keyof Plain]

export const contestableTypes = (Object.keys(plainRecords) as (keyof Plain)[]).filter(
  (type): type is ContestableType => plainRecords[type].isContestable,
)
