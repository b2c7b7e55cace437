import { Alert } from 'antd'
import { criterionIds } from '@shared/domain/judgement'
import type { ExpertOpinion, PanelOpinion } from '@shared/domain/panel'
import { useTranslation } from '@renderer/ui/translation'
import { JudgementMark } from '@renderer/ui/VerdictMark'
import { wordsOf } from '@renderer/ui/words'

/** The panel's judgements beside the own sealed ones: what differs is marked, and decides nothing. */
export function Comparison({ opinion, own }: { readonly opinion: PanelOpinion; readonly own: ExpertOpinion | null }) {
  const { t } = useTranslation()
  const dissent = own?.dissent.trim() ?? ''
  const isQuoted = opinion.dissents.some(({ expertId, text }) => expertId === own?.expertId && text.trim() === dissent)
  return (
    <section className="panel" aria-label={t('signing.comparison')}>
      <h2>{t('signing.comparison')}</h2>
      {own === null ? <p className="quiet">{t('signing.noOwn')}</p> : null}
      {dissent === '' ? null : (
        <Alert
          type={isQuoted ? 'success' : 'warning'}
          showIcon
          title={t(isQuoted ? 'signing.dissentQuoted' : 'signing.dissentMissing')}
        />
      )}
      <div className="table-scroll">
        <table className="plain-table comparison">
          <thead>
            <tr>
              <th scope="col">{t('signing.criterion')}</th>
              <th scope="col">{t('signing.panel')}</th>
              {own === null ? null : <th scope="col">{t('signing.own')}</th>}
            </tr>
          </thead>
          <tbody>
            {criterionIds.map((id) => {
              const panel = opinion.items.find((item) => item.criterionId === id)
              const mine = own?.items.find((item) => item.criterionId === id)
              const differs = mine !== undefined && panel !== undefined && mine.verdict !== panel.verdict
              return (
                <tr key={id} data-differs={differs}>
                  <th scope="row">
                    {wordsOf(t, `criterion.${id}.title`)}
                    {differs ? <div className="warn">{t('signing.differs')}</div> : null}
                  </th>
                  <td>{panel === undefined ? null : <Judged verdict={panel.verdict} reason={panel.reason} />}</td>
                  {mine === undefined ? null : (
                    <td>
                      <Judged verdict={mine.verdict} reason={mine.reason} />
                    </td>
                  )}
                </tr>
              )
            })}
            <tr>
              <th scope="row">{t('signing.conclusion')}</th>
              <td>{wordsOf(t, `value.conclusion.${opinion.conclusion}`)}</td>
              {own === null ? null : <td>{wordsOf(t, `vote.${own.vote}`)}</td>}
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  )
}

type Item = PanelOpinion['items'][number]

function Judged({ verdict, reason }: Pick<Item, 'verdict' | 'reason'>) {
  return (
    <>
      <JudgementMark verdict={verdict} />
      <p className="verbatim">{reason}</p>
    </>
  )
}
