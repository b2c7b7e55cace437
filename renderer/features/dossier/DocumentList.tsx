import { Button } from 'antd'
import { useState } from 'react'
import { offeredDocuments, type OfferedDocument } from '@shared/documents/catalogue'
import type { DossierCase } from '@renderer/data/cases'
import { clauseName } from '@renderer/ui/clause-name'
import { useTranslation } from '@renderer/ui/translation'
import { MakeDocument } from './MakeDocument'

type Chosen = { readonly document: OfferedDocument['document']; readonly subject: OfferedDocument['subjects'][number] }

/** What may be written of the dossier in its present state, by the table of documents, and what each still waits for. */
export function DocumentList({ dossier }: { readonly dossier: DossierCase }) {
  const { t, locale } = useTranslation()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const offered = offeredDocuments(dossier.status, dossier.file)
  if (offered.length === 0) return <p className="quiet">{t('documents.makeNone')}</p>
  return (
    <>
      <table className="plain-table">
        <tbody>
          {offered.map(({ document, unmet, subjects }) => (
            <tr key={document.kind}>
              <th scope="row">{t(document.title)}</th>
              <td className="quiet">
                {document.basis === null ? t('documents.workRule') : clauseName(document.basis, locale)}
              </td>
              <td>
                {unmet.length > 0 ? (
                  <span className="quiet">
                    {t('documents.unmet', {
                      items: unmet.map((need) => t(`documentNeed.${need}`)).join(t('punctuation.semicolon')),
                    })}
                  </span>
                ) : (
                  <div className="row">
                    {subjects.map((subject) => (
                      <Button
                        key={subject.id}
                        size="small"
                        aria-label={`${t('documents.preview')} ${t(document.title)} ${subject.label}`}
                        onClick={() => {
                          setChosen({ document, subject })
                        }}
                      >
                        {subject.label === '' ? t('documents.preview') : subject.label}
                      </Button>
                    ))}
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen === null ? null : (
        <MakeDocument
          dossier={dossier}
          document={chosen.document}
          subject={chosen.subject}
          onClose={() => {
            setChosen(null)
          }}
        />
      )}
    </>
  )
}
