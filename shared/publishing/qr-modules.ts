/** A QR code (ISO/IEC 18004) as rows of squares, dark or light. */
import { create } from 'qrcode'

/**
 * Equal payload gives equal squares; level M survives a fold or a stamp over 15 % of them. No quiet zone is included.
 */
export function qrModules(payload: string): boolean[][] {
  const { size, data } = create(payload, { errorCorrectionLevel: 'M' }).modules
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => data[row * size + column] === 1),
  )
}
