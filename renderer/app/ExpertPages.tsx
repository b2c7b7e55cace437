import { ExpertDesk } from '@renderer/features/assignments/ExpertDesk'
import { expertScreens } from './expert-screens'

/** The expert's desk with the screens of the way through a dossier. */
export function ExpertPages() {
  return <ExpertDesk screens={expertScreens} />
}
