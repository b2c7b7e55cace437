import { Alert } from 'antd'
import { headlineOf, toneOf, type Registered } from '@shared/ipc/verify-headline'
import type { SignatureReport, VerifyReport } from '@shared/ipc/verify-report'
import type { RegisteredPaper } from '@shared/records/paper-register'
import { failureWords } from '@renderer/platform/failure-words'
import { dayAndTime } from '@renderer/platform/clock'
import { useTranslation } from '@renderer/ui/translation'
import { wordsOf } from '@renderer/ui/words'
import { dossierNames } from '@renderer/data/dossiers'
import { findDeskPapers, isRegisterEmpty } from '@renderer/data/paper-register'
import { useToday } from '@renderer/data/use-live'
import type { Translate } from '@shared/messages/translate'
import { useLiveQuery } from 'dexie-react-hooks'
import { Fact } from './Fact'
import { OpinionSignatures } from './OpinionSignatures'
import { Commitments } from './Commitments'
import { PaperCard } from './PaperCard'
import { problemWords } from './problem-words'
import type { Verified } from './verify-actions'

const noNames: ReadonlyMap<string, string> = new Map()

/** An opinion is `<dossier id> v<version> <hash>`; the kind of a bundle is a code; all else stands as it is. */
function factWords({ key, value }: VerifyReport['facts'][number], t: Translate, names: ReadonlyMap<string, string>) {
  if (key === 'conclusion') return wordsOf(t, `value.conclusion.${String(value)}`)
  if (key === 'kind') return wordsOf(t, `bundleKind.${String(value)}`)
  const opinion = key === 'opinion' ? /^(\S+) v(\d+) ([0-9a-f]+)$/u.exec(String(value)) : null
  if (opinion === null) return String(value)
  const [, dossierId = '', version = '', hash = ''] = opinion
  return t('verifyPage.opinionOn', { name: names.get(dossierId) ?? dossierId, version, hash })
}

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

/** Bundles are not registered, and a desk that registered nothing cannot miss anything. */
function registeredAs(papers: readonly RegisteredPaper[], isRegisterEmpty: boolean): Registered {
  const [newest] = papers
  if (newest === undefined) return isRegisterEmpty ? 'none' : 'absent'
  return newest.isSuperseded ? 'superseded' : 'same'
}

function Report({ report }: { readonly report: VerifyReport }) {
  const { t } = useTranslation()
  const today = useToday()
  const names = useLiveQuery(dossierNames, [], noNames)
  const { sha256, format } = report
  const register = useLiveQuery(
    async () =>
      format === 'bundle'
        ? { papers: [], isEmpty: true }
        : { papers: await findDeskPapers({ kind: 'file', sha256 }, today), isEmpty: await isRegisterEmpty() },
    [sha256, format, today],
  )
  if (register === undefined) return null
  const headline = headlineOf(report, registeredAs(register.papers, register.isEmpty))
  const tone = toneOf(headline)
  return (
    <>
      <Alert
        type={tone}
        showIcon
        title={t(`verifyPage.headline.${headline}`)}
        description={t(`verifyPage.headlineMeaning.${headline}`)}
      />
      {report.problems.length === 0 ? null : (
        // What is said of a whole file, for one that a newer version wrote, is no fault.
        <ul className={isFault(report.verdict) || tone === 'error' ? 'danger' : undefined}>
          {report.problems.map((problem, index) => (
            <li key={`${problem.code}-${index}`}>{problemWords(problem, t)}</li>
          ))}
        </ul>
      )}
      {register.papers.map((paper) => (
        <PaperCard key={paper.exported.id} paper={paper} />
      ))}
      {format === 'bundle' || register.papers.length > 0 ? null : <p className="quiet">{t('paperCode.fileUnknown')}</p>}
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
        <Fact label={t('verifyPage.hash')} value={sha256} />
      </dl>
    </>
  )
}

function Signature(props: { readonly signature: SignatureReport; readonly position: number }) {
  const { t } = useTranslation()
  const { signature, position } = props
  // A name is as good as the key that it is known by.
  const isKnown = signature.trust === 'self' || signature.trust === 'confirmed'
  return (
    <section aria-label={t('verifyPage.signature', { position })}>
      <h3>{t('verifyPage.signature', { position })}</h3>
      <dl className="verify-facts">
        <Fact
          label={t(isKnown ? 'verifyPage.signer' : 'verifyPage.claimedSigner')}
          value={`${signature.signer} · ${signature.unit}`}
        />
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
        {signature.keyFingerprint === undefined ? null : (
          <Fact label={t('verifyPage.keyFingerprint')} value={signature.keyFingerprint} />
        )}
        <Fact label={t('verifyPage.fingerprint')} value={signature.certificateFingerprint} />
      </dl>
    </section>
  )
}
