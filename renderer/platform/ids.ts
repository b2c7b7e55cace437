import type { BatchId, CampaignId, DossierId, ExpertId, PanelId } from '@shared/domain/ids'

export const newDossierId = (): DossierId => crypto.randomUUID() as string as DossierId
export const newExpertId = (): ExpertId => crypto.randomUUID() as string as ExpertId
export const newPanelId = (): PanelId => crypto.randomUUID() as string as PanelId
export const newCampaignId = (): CampaignId => crypto.randomUUID() as string as CampaignId
export const newBatchId = (): BatchId => crypto.randomUUID() as string as BatchId

/** 32 random bytes, hexadecimal. */
export const newSalt = (): string =>
  [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** A fresh id for a row inside one dossier, such as `u-3f2a91c4`. */
export const newLocalId = (prefix: string): string => `${prefix}-${crypto.randomUUID().slice(0, 8)}`
