import { useTranslation } from '../../ui/translation'

/** 专家工作台: the assigned dossiers and the way through each of them. */
export function ExpertDesk() {
  const { t } = useTranslation()
  return <h1>{t('expert.desk.title')}</h1>
}
