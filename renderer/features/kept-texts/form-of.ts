import { hasWords, type Translate } from '@shared/messages/translator'

/** The name of the form that a draft belongs to, and where it is; null where a form is reached by its own way only. */
export function formOf(key: string, t: Translate): { readonly words: string; readonly path: string | null } {
  const [kind = '', ...ids] = key.split('/')
  const own = `kept.of.${kind}`
  return { words: t(hasWords(t, own) ? own : 'kept.of.other'), path: pathOf(kind, ids) }
}

function pathOf(kind: string, [first = '', second = '']: readonly string[]): string | null {
  switch (kind) {
    case 'intake':
      return `/intake/${first}`
    case 'division-opinion':
      return `/dossiers/${first}/review/${second}`
    case 'panel-opinion':
      return `/panels/${first}/opinion/${second}`
    case 'judge':
    case 'override':
      return `/dossiers/${first}?tab=checks`
    case 'panel':
      return `/panels/${first}`
    case 'batch':
    case 'display':
    case 'objection':
    case 'correction':
      return `/batches/${first}`
    case 'campaign':
      return `/campaigns/${first}`
    case 'consultation':
      return '/consultation'
    case 'ending':
    case 'endings-table':
    case 'strike-ending':
      return '/endings'
    case 'support':
    case 'strike-support':
      return '/support'
    case 'settings':
      return '/settings'
    case 'opinion':
    case 'reading-notes':
    case 'recusal':
      return '/assignments'
    default:
      return null
  }
}
