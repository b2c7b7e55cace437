import type { AllianceSpec } from '../spec'
import { aviation } from './aviation'
import { biology } from './biology'
import { cyber } from './cyber'
import { herbs } from './herbs'
import { machines } from './machines'
import { recycling } from './recycling'
import { shale } from './shale'
import { storage } from './storage'
import { tea } from './tea'
import { vanadium } from './vanadium'
import { vehicles } from './vehicles'

/** Every sample, the clean one first. */
export const alliances: readonly AllianceSpec[] = [
  vanadium,
  herbs,
  machines,
  shale,
  storage,
  tea,
  aviation,
  cyber,
  recycling,
  biology,
  vehicles,
]
