import { Button } from 'antd'
import { offeredDocuments } from '@shared/documents/catalogue'
import type { DossierCase } from '@renderer/data/cases'
import { loadDocumentFacts } from '@renderer/data/document-facts'
import { usePaperDesk } from '@renderer/parts/papers/use-paper-desk'
import { clauseName } from '@renderer/ui/clause-name'
import { useTranslation } from '@renderer/ui/translation'

/**
 * What may be written of the dossier in its present state, by the table of documents, and what each still waits for.
 */
export function DocumentList({ dossier }: { readonly dossier: DossierCase }) {
  const { t, locale } = useTranslation()
  const desk = usePaperDesk()
  const dossierId = dossier.file.id
  const panelId = dossier.file.proceedings.panel?.id
  const offered = offeredDocuments(dossier.status, dossier.file)
  if (offered.length === 0) return <p className="quiet">{t('documents.makeNone')}</p>
  return (
    <>
      <table className="plain-table">
        <tbody>
          {offered.map(({ document, unmet, subjects }) => (
            <tr key={document.kind}>
              <th scope="row">{t(`document.${document.kind}`)}</th>
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
                        disabled={desk.busy}
                        aria-label={`${t('documents.preview')} ${t(`document.${document.kind}`)} ${subject.label}`}
                        onClick={() => {
                          desk.open({
                            paper: document,
                            subject,
                            ground: {
                              dossierId,
                              dossierIds: [dossierId],
                              ...(panelId === undefined ? {} : { panelId }),
                            },
                            load: (createdAt) =>
                              loadDocumentFacts(dossier, createdAt, { kind: document.kind, subjectId: subject.id }),
                          })
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
      {desk.element}
    </>
  )
}
