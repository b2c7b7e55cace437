import { createContext, useContext } from 'react'
import type { DossierContent } from '@shared/domain/dossier'
import type { OfficeSettings } from '@shared/domain/office'
import type { FormErrors } from './intake-actions'

type Intake = {
  readonly content: DossierContent
  readonly office: OfficeSettings
  readonly errors: FormErrors
  /** Days that contradict others, by place, in words; they are told and keep nothing from being saved. */
  readonly contradictions: ReadonlyMap<string, string>
  /** Puts a value at a place of the form and saves the draft. */
  readonly set: (path: string, value: unknown) => void
}

export const IntakeContext = createContext<Intake | null>(null)

/** The form around a field. @throws outside of a form, which is a bug. */
export function useIntake(): Intake {
  const intake = useContext(IntakeContext)
  if (intake === null) throw new Error('a field stands outside of the form')
  return intake
}
