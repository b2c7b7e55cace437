import { Button } from 'antd'
import { useState } from 'react'
import { filingFormPaper } from '@shared/documents/catalogue-other'
import type { DossierContent } from '@shared/domain/dossier'
import { presentRegulation } from '@shared/regulation/versions'
import { usePaperDesk } from '@renderer/parts/papers/use-paper-desk'
import { useTranslation } from '@renderer/ui/translation'
import { FilledFormDialog } from './FilledFormDialog'

/** What a filled form may bring something into. */
const parts = ['alliance', 'members', 'tasks', 'goals', 'agreement'] as const

/** The form of Art. 7 as a paper, with what stands in the intake or blank, and back again when it is filled. */
export function FormActions(props: {
  readonly content: DossierContent
  readonly set: (path: string, value: unknown) => void
}) {
  const { t } = useTranslation()
  const { content, set } = props
  const [isReading, setReading] = useState(false)
  const desk = usePaperDesk()
  return (
    <>
      <Button
        loading={desk.busy}
        onClick={() => {
          desk.open({
            paper: filingFormPaper,
            ground: {},
            load: (createdAt) =>
              Promise.resolve({
                createdAt,
                content: content.alliance.name.trim() === '' ? null : content,
                regulationTitle: presentRegulation.title,
              }),
          })
        }}
      >
        {t('form.make')}
      </Button>
      <Button
        onClick={() => {
          setReading(true)
        }}
      >
        {t('form.read')}
      </Button>
      {desk.element}
      {isReading ? (
        <FilledFormDialog
          content={content}
          onLeave={() => {
            setReading(false)
          }}
          onTake={(read) => {
            for (const part of parts) if (read[part] !== content[part]) set(part, read[part])
            setReading(false)
          }}
        />
      ) : null}
    </>
  )
}
