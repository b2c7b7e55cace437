import { Alert } from 'antd'
import { useState } from 'react'
import type { KeptFile } from '@shared/domain/public-display'
import { visibleText } from '@shared/lib/visible-text'
import { acceptedEndings, keepFile, type FileRefusal } from '../../data/kept-files'
import { ErrorNote } from '../../ui/ErrorNote'
import { FileDrop } from '../../ui/FileDrop'
import { useTranslation } from '../../ui/translation'
import { useTask } from '../../ui/use-task'

/** Takes files in beside a form; each is looked into, and what is refused is told with its reason. */
export function TakeFiles(props: {
  readonly hint: string
  readonly files: readonly KeptFile[]
  readonly endings?: string
  readonly onTaken: (files: readonly KeptFile[]) => void
}) {
  const { t } = useTranslation()
  const { hint, files, endings = acceptedEndings, onTaken } = props
  const [refusals, setRefusals] = useState<readonly FileRefusal[]>([])
  const task = useTask()
  return (
    <>
      <FileDrop
        hint={hint}
        accept={endings}
        multiple
        disabled={task.busy}
        onFiles={(chosen) => {
          task.run(async () => {
            const taken: KeptFile[] = []
            const refused: FileRefusal[] = []
            for (const file of chosen) {
              const kept = await keepFile(file, endings)
              if (!kept.ok) refused.push(kept.error)
              else if ([...files, ...taken].some(({ sha256 }) => sha256 === kept.value.sha256)) {
                refused.push({ fileName: file.name, problem: 'twice' })
              } else taken.push(kept.value)
            }
            setRefusals(refused)
            if (taken.length > 0) onTaken(taken)
          })
        }}
      />
      {refusals.map(({ fileName, problem }) => (
        <Alert
          key={fileName}
          type="error"
          showIcon
          role="alert"
          title={
            typeof problem === 'string'
              ? t(`returns.refused.${problem}`, { file: visibleText(fileName) })
              : t('findings.refusedAtIntake', {
                  file: visibleText(fileName),
                  why: t(`finding.${problem.kind}`, problem),
                })
          }
        />
      ))}
      <ErrorNote error={task.error} />
    </>
  )
}
