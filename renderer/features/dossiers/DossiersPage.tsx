import { PageHead } from '@renderer/ui/PageHead'
import { useTranslation } from '@renderer/ui/translation'

/** 案卷: every dossier with its state, next step and deadline. */
export function DossiersPage() {
  const { t } = useTranslation()
  return <PageHead title={t('dossiers.title')} />
}
