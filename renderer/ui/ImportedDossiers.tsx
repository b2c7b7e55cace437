import type { ImportReport } from '@shared/bundle/import-report'
import { useTranslation } from './translation'

const onlyShown = ['readOnly', 'identical'] as const
const imported = ['new', 'changed', 'conflicting', 'identical', 'notForYou', 'rejected'] as const

/** What an import would bring to each dossier, in numbers of records. */
export function ImportedDossiers({ dossiers }: { readonly dossiers: ImportReport['dossiers'] }) {
  const { t } = useTranslation()
  if (dossiers.length === 0) return null
  // Of a bundle that may only be looked at, every record is, and no other count says anything but what is here already.
  const counts = dossiers.some((dossier) => dossier.readOnly > 0) ? onlyShown : imported
  return (
    <div className="scroll-x">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('importedDossiers.alliance')}</th>
            <th scope="col" className="number">
              {t('importedDossiers.version')}
            </th>
            {counts.map((count) => (
              <th key={count} scope="col" className="number">
                {t(`importedDossiers.${count}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {dossiers.map((dossier) => (
            <tr key={dossier.dossierId}>
              <td>{dossier.name}</td>
              <td className="number">{dossier.version}</td>
              {counts.map((count) => (
                <td key={count} className={count === 'conflicting' && dossier[count] > 0 ? 'number danger' : 'number'}>
                  {dossier[count]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
