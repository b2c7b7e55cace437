import { z } from 'zod'
import { bundleKinds } from '../records/payloads'

/** A file of the exchange folder, as far as a look without verifying tells. */
export const exchangeFileSchema = z.strictObject({
  /** To have it read: its handle. */
  place: z.string().min(1),
  /** To be shown. */
  path: z.string(),
  fileName: z.string().min(1).max(255),
  size: z.int().min(0),
  modifiedAt: z.iso.datetime({ offset: true }),
  /**
   * copying: not at rest or without its end; ready: to be tried; own: written by this desk; passphrase: encrypted by
   * one; not-ours: encrypted for another desk; unreadable: no bundle; temporary and conflict-copy: left by a sync
   * client.
   */
  state: z.enum(['copying', 'ready', 'own', 'passphrase', 'not-ours', 'unreadable', 'temporary', 'conflict-copy']),
  kind: z.enum(bundleKinds).nullable(),
  from: z.string().nullable(),
  /** Set if a bundle of this id was imported. */
  importedAt: z.string().nullable(),
})
export type ExchangeFile = z.infer<typeof exchangeFileSchema>

/**
 * Whether a file waits for a person to try it. One that needs a passphrase does so until somebody opened it: then its
 * kind is known.
 */
export const isNewArrival = ({
  state,
  importedAt,
  kind,
}: Pick<ExchangeFile, 'state' | 'importedAt' | 'kind'>): boolean =>
  importedAt === null && (state === 'ready' || (state === 'passphrase' && kind === null))

/** Whether a person may have it read at all: what is still being copied, or is no file of ours, may not. */
export const canBeTried = ({ state }: Pick<ExchangeFile, 'state'>): boolean =>
  state !== 'copying' && state !== 'temporary'
