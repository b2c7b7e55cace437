import { jointIssuers, withHost } from '@shared/domain/issuers'
import { AutoComplete, Button, Input, Radio } from 'antd'
import { usualAddressees, usualCopies } from '@shared/documents/vocabulary/addressees'
import type { Gap } from '@shared/acts/act'
import type { OfficeSettings } from '@shared/domain/office'
import type { Batch, Notice } from '@shared/domain/pilot'
import type { PlainKey } from '@shared/messages/catalogue'
import { wordsAt } from '@renderer/platform/gap-words'
import { DayInput } from '@renderer/ui/DayInput'
import { Labelled } from '@renderer/ui/Labelled'
import { useTranslation } from '@renderer/ui/translation'

type TextKey = 'docNo' | 'addressee' | 'copiedTo' | 'printedBy' | 'note'

const texts: readonly (readonly [TextKey, PlainKey])[] = [
  ['docNo', 'batch.docNo'],
  ['addressee', 'batch.addressee'],
  ['copiedTo', 'batch.copiedTo'],
  ['printedBy', 'batch.printedBy'],
  ['note', 'batch.noteLabel'],
]

/** What offices usually write there; anything else may be typed. */
const choices = { addressee: usualAddressees, copiedTo: usualCopies } as const

/** 公布通知: only what a person must say; counts, names and the term are computed. */
export function NoticeForm(props: {
  readonly batch: Batch
  readonly office: OfficeSettings
  /** What contradicts the procedure, said beside its field while one types. */
  readonly gaps: readonly Gap[]
  readonly onChange: (part: Partial<Batch>) => void
}) {
  const { t } = useTranslation()
  const { batch, office, gaps, onChange } = props
  const { notice } = batch
  const set = (part: Partial<Notice>) => {
    onChange({ notice: { ...notice, ...part } })
  }
  return (
    <section className="panel stack">
      <h2>{t('batch.notice')}</h2>
      <div className="fields">
        {texts.map(([key, words]) => (
          <Labelled key={key} label={t(words)} htmlFor={`notice-${key}`} error={wordsAt(gaps, key, t)}>
            {key in choices ? (
              <AutoComplete
                id={`notice-${key}`}
                value={notice[key]}
                options={choices[key as keyof typeof choices].map((value) => ({ value }))}
                onChange={(value: string) => {
                  set({ [key]: value })
                }}
              />
            ) : (
              <Input
                id={`notice-${key}`}
                value={notice[key]}
                onChange={(event) => {
                  set({ [key]: event.target.value })
                }}
              />
            )}
          </Labelled>
        ))}
        <Labelled label={t('batch.writtenOn')} htmlFor="notice-written" error={wordsAt(gaps, 'writtenOn', t)}>
          <DayInput
            id="notice-written"
            value={notice.writtenOn}
            onChange={(day) => {
              set({ writtenOn: day as Notice['writtenOn'] })
            }}
          />
        </Labelled>
        <Labelled label={t('batch.printedOn')} htmlFor="notice-printed" error={wordsAt(gaps, 'printedOn', t)}>
          <DayInput
            id="notice-printed"
            value={notice.printedOn}
            onChange={(day) => {
              set({ printedOn: day as Notice['printedOn'] })
            }}
          />
        </Labelled>
      </div>
      <div className="row spread">
        <h3>{t('batch.issuers')}</h3>
        <Button
          size="small"
          onClick={() => {
            set({ issuers: jointIssuers(office) })
          }}
        >
          {t('batch.issuersFromSettings')}
        </Button>
      </div>
      <ol className="issuers">
        {notice.issuers.map((issuer, index) => (
          <li key={issuer.agencyId}>
            <span className="row tight">
              <Input
                aria-label={`${t('batch.issuers')} ${index + 1}`}
                value={issuer.name}
                onChange={(event) => {
                  set({ issuers: notice.issuers.with(index, { ...issuer, name: event.target.value }) })
                }}
              />
              <Radio
                checked={issuer.isHost}
                onChange={() => {
                  set({ issuers: withHost(notice.issuers, index) })
                }}
              >
                {t('batch.host')}
              </Radio>
              <Button
                size="small"
                disabled={index < 2}
                onClick={() => {
                  const rest = notice.issuers.toSpliced(index, 1)
                  set({ issuers: rest.toSpliced(index - 1, 0, issuer) })
                }}
              >
                {t('batch.up')}
              </Button>
              <Button
                size="small"
                onClick={() => {
                  set({ issuers: notice.issuers.toSpliced(index, 1) })
                }}
              >
                {t('common.remove')}
              </Button>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
