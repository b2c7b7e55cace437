import type { CalendarDate } from '@shared/domain/date'
import { createTranslator } from '@shared/messages/translate'

const t = createTranslator('zh-CN')

/**
 * How a bundle of the demonstration leaves: under the name that the screens would give it, and in the open, for everything
 * in it is invented and it is there to be verified with public tools.
 */
export const demoBundle = (
  kind: 'assign.fileName' | 'expert.export.opinionsName' | 'documents.archiveName',
  about: { readonly name: string; readonly today: CalendarDate },
) => ({ fileName: `${t(kind, about)}.lsb`, protect: { kind: 'none' as const } })
