/** What our signatures call themselves: no licensed authority's signature and no official seal. */
export const signatureLabel = '内部完整性签名'
