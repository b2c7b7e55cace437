import type { OfficeSettings } from '@shared/domain/office'
import { memberById } from '@shared/domain/dossier'
import type { Batch } from '@shared/domain/pilot'
import { pilotTerm } from '@shared/domain/pilot-dates'
import type { DossierCase } from '@renderer/data/cases'
import { useTranslation } from '@renderer/ui/translation'

/** 读回核对: count and names, read aloud before anything is printed. */
export function ReadBack(props: {
  readonly batch: Batch
  readonly members: readonly DossierCase[]
  readonly office: OfficeSettings
}) {
  const { t } = useTranslation()
  const { batch, members, office } = props
  const complete = /^\d{4}-\d{2}-\d{2}$/u
  const days = [batch.notice.writtenOn, batch.notice.printedOn].filter((day) => day !== null)
  const term = days.every((day) => complete.test(day)) ? pilotTerm(batch.notice, office) : null
  return (
    <section className="panel read-back" aria-label={t('batch.readBack')}>
      <h2>{t('batch.readBack')}</h2>
      <p className="strong">{t('batch.readBack.count', { count: members.length })}</p>
      <p>{term === null ? t('batch.readBack.noTerm') : t('batch.readBack.term', term)}</p>
      <ol>
        {members.map(({ file }) => (
          <li key={file.id}>
            {file.content.alliance.name}
            <div className="quiet">
              {t('batch.readBack.chair', {
                unit: memberById(file.content, file.content.alliance.chairUnitId)?.fullName ?? t('common.notSet'),
              })}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
