import { recordCourse, type CourseDraft } from '@shared/acts/evaluation-course'
import type { CalendarDate } from '@shared/domain/date'
import type { OfficeSettings } from '@shared/domain/office'
import { appendAct } from '@renderer/data/append-act'
import type { DossierCase } from '@renderer/data/cases'

/** @throws ActRefused */
export const saveCourse = async (
  { file }: DossierCase,
  draft: CourseDraft,
  around: { readonly settings: OfficeSettings; readonly today: CalendarDate },
): Promise<number> => appendAct(recordCourse(file, draft, around))
