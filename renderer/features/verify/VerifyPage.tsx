import { useTranslation } from '../../ui/translation'

/** 验证: what the signatures of a file say, in words. */
export function VerifyPage() {
  const { t } = useTranslation()
  return <h1>{t('verifyPage.title')}</h1>
}
