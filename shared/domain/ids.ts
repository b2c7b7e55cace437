import { z } from 'zod'

export const dossierIdSchema = z.uuid().brand<'DossierId'>()
export type DossierId = z.infer<typeof dossierIdSchema>

export const expertIdSchema = z.uuid().brand<'ExpertId'>()
export type ExpertId = z.infer<typeof expertIdSchema>

export const panelIdSchema = z.uuid().brand<'PanelId'>()
export type PanelId = z.infer<typeof panelIdSchema>

export const batchIdSchema = z.uuid().brand<'BatchId'>()
export type BatchId = z.infer<typeof batchIdSchema>

export const campaignIdSchema = z.uuid().brand<'CampaignId'>()
export type CampaignId = z.infer<typeof campaignIdSchema>

/** First 32 hexadecimal digits of SHA-256 over the public key (SPKI, DER) of a desk. */
export const keyIdSchema = z
  .string()
  .regex(/^[0-9a-f]{32}$/u)
  .brand<'KeyId'>()
export type KeyId = z.infer<typeof keyIdSchema>

/** SHA-256, 64 lower-case hexadecimal digits. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/u)

/** Id of a row inside one dossier (a unit, a task, a material): short, unique in its dossier. */
export const localIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/u)

/** Free text a person typed. NFC, at most 20,000 characters. */
export const textSchema = z.string().max(20_000)

/** A name or title: not empty, at most 300 characters. */
export const nameSchema = z.string().trim().min(1).max(300)

/** Integer fen, never negative. */
export const fenSchema = z.int().min(0)
