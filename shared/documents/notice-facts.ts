import type { DossierFile } from '@shared/domain/dossier'
import type { OfficeSettings } from '@shared/domain/office'
import type { Batch } from '@shared/domain/pilot'
import type { DocumentModel } from './blocks'

/** All that goes into the joint 公布通知. Counts, names, list and term are computed. */
export type NoticeFacts = {
  readonly batch: Batch
  /** The dossiers of the batch, in any order; the batch's own order is printed. */
  readonly dossiers: readonly DossierFile[]
  /** Those that other sections of the notice list. */
  readonly listed?: readonly DossierFile[]
  readonly settings: OfficeSettings
  /** Title of the regulation version the dossiers were judged by. */
  readonly regulationTitle: string
  /** Instant in UTC for the file's metadata. */
  readonly createdAt: string
  /** Marks every page and leaves serial number and dates open. */
  readonly draft?: NonNullable<DocumentModel['draft']>
}

/** Brackets that people and input methods put around the year: GB/T 9704-2012 7.2.5 prints 〔〕. */
const opening = '〔﹝[［(（【〖《<﹙﹛{〘『「'
const closing = '〕﹞]］)）】〗》>﹚﹜}〙』」'
const numberPattern = new RegExp(
  `^(.*\\P{Nd})[${opening.replace('[', '\\[')}](\\d{4})年?[${closing.replace(']', '\\]')}](?:第)?0*(\\d*)[号號]?$`,
  'u',
)

/** 发文字号 as typed, e.g. 川科高〔2026〕27号: any brackets, digits of any width; the serial may still be open. */
export function parseDocumentNumber(typed: string): { agencyCode: string; year: number; serial?: number } | undefined {
  const plain = typed.replace(/\s|\p{Cf}/gu, '').replace(/[\uff10-\uff19]/gu, (digit) => digit.normalize('NFKC'))
  const [, agencyCode, year, serial] = numberPattern.exec(plain) ?? []
  if (agencyCode === undefined || year === undefined) return undefined
  return {
    agencyCode,
    year: Number(year),
    ...(serial === undefined || serial === '' ? {} : { serial: Number(serial) }),
  }
}
