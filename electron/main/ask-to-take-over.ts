import { locales } from '@shared/messages/languages'
import { dialog } from 'electron'
import { HostFailure } from '@host/lib/failure'
import type { HostError } from '@shared/ipc/contract'
import { createTranslator } from '@shared/messages/translate'
import { describeStartFailure } from '../shell/start-failure'

const translators = locales.map(createTranslator)

/** Asks whether a profile that is open elsewhere is to be taken over, in both languages: nobody has chosen one yet. */
export async function askToTakeOver(held: HostError): Promise<boolean> {
  const failure = new HostFailure(held)
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: translators.map((t) => t('shell.takeOver.title')).join('\n'),
    detail: translators.map((t) => `${describeStartFailure(failure, t)}\n${t('shell.takeOver.warning')}`).join('\n\n'),
    buttons: (['shell.takeOver.no', 'shell.takeOver.yes'] as const).map((key) =>
      translators.map((t) => t(key)).join(' / '),
    ),
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 1
}
