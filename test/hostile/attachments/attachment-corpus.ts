import { officeCases } from './office-cases'
import { oldOfficeCases } from './old-office-cases'
import { otherCases } from './other-cases'
import { packageCases } from './package-cases'
import { activePdfCases, brokenPdfCases, garbledPdfCases } from './pdf-cases'
import { hiddenPdfCases } from './pdf-hidden-cases'

/** Every hostile attachment, made anew in each run. */
export const attachmentCorpus = [
  ...activePdfCases,
  ...garbledPdfCases,
  ...hiddenPdfCases,
  ...brokenPdfCases,
  ...packageCases,
  ...officeCases,
  ...oldOfficeCases,
  ...otherCases,
]
