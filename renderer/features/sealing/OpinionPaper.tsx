import { Button } from 'antd'
import { dossierDocument } from '@shared/documents/catalogue'
import type { ExpertOpinion } from '@shared/domain/panel'
import { loadCase } from '@renderer/data/cases'
import { loadDocumentFacts } from '@renderer/data/document-facts'
import type { OpenTask } from '@renderer/data/expert-tasks'
import { useToday } from '@renderer/data/use-live'
import { usePaperDesk } from '@renderer/parts/papers/use-paper-desk'
import { useTranslation } from '@renderer/ui/translation'

/** 个人评审意见表: the sealed opinion on paper, to sign by hand or to keep. */
export function OpinionPaper({ task, opinion }: { readonly task: OpenTask; readonly opinion: ExpertOpinion }) {
  const { t } = useTranslation()
  const today = useToday()
  const desk = usePaperDesk()
  const { dossierId, panel } = task
  const load = async (createdAt: string) => {
    const dossier = await loadCase(dossierId, today)
    if (dossier === null) throw new Error('the dossier of a sealed opinion is not on this desk')
    const meant = { ...(panel === null ? {} : { panel }), expertOpinion: opinion }
    return loadDocumentFacts(dossier, createdAt, { kind: 'personal-opinion', subjectId: opinion.expertId }, { meant })
  }
  return (
    <>
      <Button
        loading={desk.busy}
        onClick={() => {
          desk.open({
            paper: dossierDocument('personal-opinion'),
            subject: { id: opinion.expertId, label: opinion.expertName },
            ground: { dossierId },
            load,
          })
        }}
      >
        {t('sealing.paper')}
      </Button>
      {desk.element}
    </>
  )
}
