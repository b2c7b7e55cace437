export const zhDivisionDossiers = {
  'dossiers.title': '案卷',
} as const
