import { Alert } from 'antd'
import type { SignatureReport, VerifyReport } from '@shared/ipc/verify-report'
import { failureWords } from '@renderer/platform/failure-words'
import { dayAndTime } from '@renderer/platform/clock'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'
import { listLatestVersions } from '@renderer/data/dossiers'
import { hasMessage, type Translate } from '@shared/messages/translate'
import { useLiveQuery } from 'dexie-react-hooks'
import { Fact } from './Fact'
import { OpinionSignatures } from './OpinionSignatures'
import { Commitments } from './Commitments'
import { RegisteredAs } from './RegisteredAs'
import type { Verified } from './verify-actions'

const noNames: ReadonlyMap<string, string> = new Map()

/** Names of the dossiers on this desk, so that an opinion is not named by an id. */
async function dossierNames(): Promise<ReadonlyMap<string, string>> {
  const versions = await listLatestVersions()
  return new Map(versions.map(({ value }) => [value.dossierId, value.content.alliance.name]))
}

/** What is wrong: in the words of verifying, or of reading a bundle. */
function problemWords({ code, params }: VerifyReport['problems'][number], t: Translate): string {
  const key = `verify.${code}`
  return hasMessage(key) ? t(key, params) : wordsOf(t, `error.${code}`, params)
}

/** An opinion is `<dossier id> v<version> <hash>`; the kind of a bundle is a code; all else stands as it is. */
function factWords({ key, value }: VerifyReport['facts'][number], t: Translate, names: ReadonlyMap<string, string>) {
  if (key === 'conclusion') return wordsOf(t, `value.conclusion.${String(value)}`)
  if (key === 'kind') return wordsOf(t, `bundleKind.${String(value)}`)
  const opinion = key === 'opinion' ? /^(\S+) v(\d+) ([0-9a-f]+)$/u.exec(String(value)) : null
  if (opinion === null) return String(value)
  const [, dossierId = '', version = '', hash = ''] = opinion
  return t('verifyPage.opinionOn', { name: names.get(dossierId) ?? dossierId, version, hash })
}

const tone = {
  intact: 'success',
  'other-form': 'warning',
  unchecked: 'warning',
  'not-signed': 'warning',
  damaged: 'error',
} as const

/** Of what is sound, or cannot be judged here, nothing is said in red. */
const isFault = (verdict: VerifyReport['verdict']): boolean => verdict === 'damaged' || verdict === 'not-signed'

/** One file: intact or not, who signed it when by which clock, and what was found. */
export function ReportCard({ verified }: { readonly verified: Verified }) {
  const { t } = useTranslation()
  return (
    <section className="panel" aria-label={verified.fileName}>
      <h2>{verified.fileName}</h2>
      {verified.kind === 'failed' ? (
        <Alert type="error" showIcon title={failureWords(verified.error, t)} />
      ) : verified.kind === 'lonely-signature' ? (
        <Alert type="warning" showIcon title={t('verifyPage.lonelySignature')} />
      ) : (
        <Report report={verified.report} />
      )}
    </section>
  )
}

function Report({ report }: { readonly report: VerifyReport }) {
  const { t } = useTranslation()
  const names = useLiveQuery(dossierNames, [], noNames)
  return (
    <>
      <Alert
        type={tone[report.verdict]}
        showIcon
        title={t(`verifyPage.verdict.${report.verdict}`)}
        description={t(`verifyPage.meaning.${report.verdict}`)}
      />
      {report.problems.length === 0 ? null : (
        // What is said of a whole file, for one that a newer version wrote, is no fault.
        <ul className={isFault(report.verdict) ? 'danger' : undefined}>
          {report.problems.map((problem, index) => (
            <li key={`${problem.code}-${index}`}>{problemWords(problem, t)}</li>
          ))}
        </ul>
      )}
      {report.signatures.map((signature, index) => (
        <Signature key={index} signature={signature} position={index + 1} />
      ))}
      <OpinionSignatures signatures={report.opinionSignatures} />
      <Commitments commitments={report.commitments} names={names} />
      <dl className="verify-facts">
        {report.facts.map((fact, index) => (
          <Fact
            key={`${fact.key}-${index}`}
            label={wordsOf(t, `verifyPage.fact.${fact.key}`)}
            value={factWords(fact, t, names)}
          />
        ))}
        <Fact label={t('verifyPage.hash')} value={report.sha256} />
      </dl>
      {report.format === 'bundle' ? null : <RegisteredAs sha256={report.sha256} />}
    </>
  )
}

function Signature(props: { readonly signature: SignatureReport; readonly position: number }) {
  const { t } = useTranslation()
  const { signature, position } = props
  return (
    <section aria-label={t('verifyPage.signature', { position })}>
      <h3>{t('verifyPage.signature', { position })}</h3>
      <dl className="verify-facts">
        <Fact label={t('verifyPage.signer')} value={`${signature.signer} · ${signature.unit}`} />
        <Fact
          label={t('verifyPage.signedAt')}
          value={
            signature.signedAt === null
              ? t('verifyPage.noTime')
              : t('expert.localClock', { time: dayAndTime(signature.signedAt) })
          }
        />
        <Fact
          label={t('verifyPage.content')}
          value={t(signature.intact ? 'verifyPage.intact' : 'verifyPage.notIntact')}
        />
        <Fact
          label={t('verifyPage.cover')}
          value={t(signature.coversWholeFile ? 'verifyPage.coversAll' : 'verifyPage.coversPart')}
        />
        <Fact label={t('verifyPage.trust')} value={t(`expert.trust.${signature.trust}`)} />
        <Fact label={t('verifyPage.fingerprint')} value={signature.certificateFingerprint} />
      </dl>
    </section>
  )
}
