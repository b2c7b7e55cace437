import type { AllianceSpec } from '../spec'
import { vanadium } from './vanadium'

/** Every sample, the clean one first. */
export const alliances: readonly AllianceSpec[] = [vanadium]
