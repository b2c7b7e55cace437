import type { zhExpert } from '../zh/expert'

export const enExpert: Readonly<Record<keyof typeof zhExpert, string>> = {
  'expert.desk.title': 'My dossiers',
  'pdf.label': 'File: {{fileName}}',
  'verifyPage.title': 'Verify a file',
}
