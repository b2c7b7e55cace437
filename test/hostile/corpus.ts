import type { HostileCase } from './case'
import { encryptionCases } from './encryption-cases'
import { manifestCases } from './manifest-cases'
import { recordCases } from './record-cases'
import { signatureCases } from './signature-cases'
import { zipCases } from './zip-cases'

/** Every hostile bundle, made anew from fresh keys in each run. */
export const hostileCorpus: readonly HostileCase[] = [
  ...zipCases,
  ...manifestCases,
  ...recordCases,
  ...signatureCases,
  ...encryptionCases,
]
