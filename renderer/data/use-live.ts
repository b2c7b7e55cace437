import { useLiveQuery } from 'dexie-react-hooks'
import { useSession } from '@renderer/data/session'
import type { CalendarDate } from '@shared/domain/date'
import type { DossierId, PanelId } from '@shared/domain/ids'
import type { OfficeSettings } from '@shared/domain/office'
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

/**
 * What there is of one thing, live; `undefined` while it is read. `useLiveQuery` goes on showing what it found for the
 * thing before while it reads the next one: a form would begin with another's words.
 */
export function useLiveOf<T>(key: string, query: () => Promise<T>): T | undefined {
  const found = useLiveQuery(async () => ({ key, value: await query() }), [key])
  return found?.key === key ? found.value : undefined
}

/** A live case, asked of one panel where that is given: `undefined` while it is read, `null` if there is none. */
export function useCase(dossierId: DossierId | null, panelId: PanelId | null = null): DossierCase | null | undefined {
  const today = useToday()
  return useLiveOf(`${dossierId ?? ''} ${panelId ?? ''} ${today}`, () =>
    dossierId === null ? Promise.resolve(null) : loadCase(dossierId, today, { panelId }),
  )
}

const fallback = defaultOfficeSettings()

/** The office's settings, live; those of a fresh desk until they are read. Not for what a form begins with. */
export const useOffice = (): OfficeSettings => useLiveQuery(loadOffice, [], fallback)

/** The same, `undefined` until they are read: for forms, which begin with what they are given first. */
export const useLoadedOffice = (): OfficeSettings | undefined => useLiveQuery(loadOffice)
