/** A fresh UUID, branded as the caller asks. */
export const newId = <T extends string>(): T => crypto.randomUUID() as T

/** A fresh id for a row inside one dossier, such as `u-3f2a91c4`. */
export const newLocalId = (prefix: string): string => `${prefix}-${crypto.randomUUID().slice(0, 8)}`
