import type { zhCommon } from '../zh/common'

export const enCommon: Readonly<Record<keyof typeof zhCommon, string>> = {
  'app.name': 'Lianshen',
  'app.fullName': 'Lianshen · review workbench for innovation alliances',
}
