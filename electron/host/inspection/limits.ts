import { mostPages } from '@shared/inspection/finding'

/** What a file may ask of a reader before it is left closed. Materials of real dossiers stay far below. */
export const inspectionLimits = {
  /** Bytes of a file that is looked into as a whole. */
  fileBytes: 256_000_000,
  /** Bytes that one packed part may unfold to. */
  unpackedBytes: 256_000_000,
  /** Bytes of an object stream, or of an XML part, that are read. */
  readBytes: 32_000_000,
  pages: mostPages,
  depth: 200,
  elementDepth: 1_000,
  objects: 1_000_000,
  /** Pixels of one picture; the viewer leaves larger ones out. */
  pixels: 100_000_000,
  packageParts: 5_000,
  /** A sheet of a workbook that is read as a table, and all cells that its sheets span. */
  sheetRows: 20_000,
  sheetCells: 2_000_000,
} as const
