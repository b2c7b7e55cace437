import { knownFrom, nobodyKnown, type KnownDesks } from '@host/verify/known-desks'
import { printedCode, readPaperCode } from '@shared/documents/paper-code'
import { foldDesk } from '@shared/records/desk-state'
import {
  findPapers,
  registerOfState,
  type LaterEvent,
  type PaperKey,
  type RegisteredPaper,
} from '@shared/records/paper-register'
import { hasWords, type Translate } from '@shared/messages/translator'
import { unusable } from './failure'
import { openUnderstood } from './open-bundle'
import type { CliWorld } from './world'

/** A paper of the register as `--json` answers it. */
export type PaperAnswer = {
  readonly code: string
  readonly document: string
  readonly name: string
  readonly exportedAt: string
  readonly opinionVersion: number | null
  readonly dossierVersion: number | null
  readonly superseded: boolean
  readonly later: readonly LaterEvent[]
  readonly pilots: readonly {
    readonly name: string
    readonly status: string
    readonly from: string | null
    readonly to: string | null
  }[]
  readonly files: readonly { readonly fileName: string; readonly sha256: string }[]
}

export type Register = {
  readonly find: (key: PaperKey) => Promise<readonly PaperAnswer[]>
  /** Every registered file, in the order of registering. */
  readonly files: readonly { readonly fileName: string; readonly sha256: string }[]
  /** The desks that the register's own desk knows; that desk counts as one's own. */
  readonly known: KnownDesks
}

/** The register in an archive or dossier bundle, verified first. @throws CliFailure */
export async function readRegister(path: string, world: CliWorld, passphraseFile?: string): Promise<Register> {
  const { records: incoming, manifest, statements } = await openUnderstood(path, world, passphraseFile)
  const records = incoming.flatMap((one) => (one.kind === 'read' ? [one.record] : []))
  const desk = foldDesk(records)
  const { state } = desk
  if (state.documentExports.size === 0) throw unusable('cli.verify.noRegister', { file: path })
  const source = registerOfState(desk)
  const today = world.today()
  const self = statements.find(({ keyId }) => keyId === manifest.from.keyId)
  return {
    find: async (key) => (await findPapers(source, key, today)).map(answerOf),
    files: [...state.documentExports.values()].flatMap(({ value }) => value.files),
    known: self === undefined ? nobodyKnown : knownFrom(records, self),
  }
}

/** The key in a typed code or a scanned QR code. @throws CliFailure */
export function keyOfCode(typed: string): Extract<PaperKey, { kind: 'code' }> {
  const read = readPaperCode(typed)
  if (read === undefined) throw unusable('cli.verify.badCode', { code: typed })
  return { kind: 'code', ...read }
}

function answerOf(paper: RegisteredPaper): PaperAnswer {
  const { value, at } = paper.exported
  const opinion = paper.kind === 'panel-opinion' ? paper.opinion : null
  return {
    code: value.code,
    document: value.documentKind,
    name: paper.kind === 'notice' ? (paper.batch?.notice.docNo ?? '') : paper.name,
    exportedAt: at,
    opinionVersion: opinion?.version ?? null,
    dossierVersion: opinion?.dossierVersion ?? null,
    superseded: paper.isSuperseded,
    later: paper.later,
    pilots:
      paper.kind === 'notice'
        ? paper.pilots.map(({ name, status, term }) => ({
            name,
            status,
            from: term?.from ?? null,
            to: term?.to ?? null,
          }))
        : [],
    files: value.files.map(({ fileName, sha256 }) => ({ fileName, sha256 })),
  }
}

/** What the register says of one paper, in lines. */
export function paperLines(paper: PaperAnswer, t: Translate): readonly string[] {
  const document = `document.${paper.document}`
  const title = hasWords(t, document) ? t(document) : paper.document
  const status = (code: string) => {
    const key = `status.${code}`
    return hasWords(t, key) ? t(key) : code
  }
  return [
    t('cli.verify.paper', { document: title, name: paper.name, code: printedCode(paper.code), at: paper.exportedAt }),
    t(paper.superseded ? 'paperCode.state.superseded' : 'paperCode.state.current'),
    ...paper.later.map((event) =>
      'code' in event
        ? t(`paperCode.by.${event.kind}`, { code: printedCode(event.code) })
        : t(`paperCode.by.${event.kind}`, { version: event.version }),
    ),
    ...(paper.opinionVersion === null || paper.dossierVersion === null
      ? []
      : [t('cli.verify.paperVersion', { opinion: paper.opinionVersion, version: paper.dossierVersion })]),
    ...paper.pilots.map(({ name, status: code, from, to }) =>
      t('cli.verify.pilot', { name, status: status(code), term: from === null ? '' : `${from} — ${to ?? ''}` }),
    ),
    ...paper.files.map(({ fileName, sha256 }) => `${fileName} SHA-256 ${sha256}`),
  ]
}
