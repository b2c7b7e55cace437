import type { Attack } from './attack'
import { bentSignatureAttacks } from './bent-signatures'
import { chainAttacks } from './chain-attacks'
import { certifiedPapers, foreignAttacks, foreignPapers } from './foreign-papers'
import { goodPapers } from './good-papers'
import {
  annotationAttacks,
  endAttacks,
  incrementalAttacks,
  objectStreamAttacks,
  scriptAttacks,
  tableAttacks,
} from './incremental-attacks'
import { bentBaseAttacks, hideAndReplaceAttacks, hideAttacks, replaceAttacks } from './shadow-attacks'
import { contentsAttacks, forgeryAttacks, rangeAttacks, wrappingAttacks } from './signature-attacks'

/** Every signed PDF of the corpus, made anew from fresh keys in each run. */
export const pdfSignatureCorpus: readonly Attack[] = [
  ...goodPapers,
  ...foreignPapers,
  ...certifiedPapers,
  ...contentsAttacks,
  ...incrementalAttacks,
  ...objectStreamAttacks,
  ...wrappingAttacks,
  ...forgeryAttacks,
  ...hideAttacks,
  ...replaceAttacks,
  ...hideAndReplaceAttacks,
  ...annotationAttacks,
  ...scriptAttacks,
  ...tableAttacks,
  ...endAttacks,
  ...rangeAttacks,
  ...bentBaseAttacks,
  ...bentSignatureAttacks,
  ...chainAttacks,
  ...foreignAttacks,
]
