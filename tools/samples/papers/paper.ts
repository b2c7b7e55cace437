import type { MaterialCode } from '../../../shared/domain/dossier'
import type { Faces } from '../fonts'
import { Sheet } from '../sheet'
import { unitOf, type AllianceSpec } from '../spec'
import { styles } from '../style'

/** A finished file of a dossier. */
export interface Paper {
  readonly code: MaterialCode
  readonly title: string
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly pages: number
  readonly signed: boolean | null
  readonly sealed: boolean | null
  readonly signaturePage: number | null
  readonly textLayer: 'present' | 'absent'
}

export const openSheet = (faces: Faces, spec: AllianceSpec, title: string): Promise<Sheet> =>
  Sheet.open(faces, styles[spec.style], title, unitOf(spec, spec.secretariatId).name)
