import { useLiveQuery } from 'dexie-react-hooks'
import { useSession } from '@renderer/data/session'
import type { CalendarDate } from '@shared/domain/date'
import type { DossierId } from '@shared/domain/ids'
import { defaultOfficeSettings } from '@shared/regulation/default-office'
import { loadCase, type DossierCase } from './cases'
import { loadOffice } from './office'

/** This computer's day, as the host said when the desk opened. */
export function useToday(): CalendarDate {
  const today = useSession((session) => session.status?.today)
  if (today === undefined) throw new Error('the desk is not open')
  return today as CalendarDate
}

/** Name of the person at this desk, who answers for what is recorded. */
export function usePerson(): { readonly name: string; readonly unit: string } {
  const profile = useSession((session) => session.status?.profile)
  if (profile?.kind !== 'open') throw new Error('the desk is not open')
  return profile.desk
}

/** A live case: `undefined` while it is read, `null` if there is none. */
export function useCase(dossierId: DossierId | null): DossierCase | null | undefined {
  const today = useToday()
  return useLiveQuery(
    () => (dossierId === null ? Promise.resolve(null) : loadCase(dossierId, today)),
    [dossierId, today],
  )
}

const fallback = defaultOfficeSettings()

/** The office's settings, live. */
export const useOffice = () => useLiveQuery(loadOffice, [], fallback)
