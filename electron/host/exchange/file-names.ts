/** What a name in the exchange folder says about its file. */
export type NameKind = 'bundle' | 'temporary' | 'conflict-copy' | 'other'

const temporary = [
  /\.(part|tmp|temp|partial|filepart|crdownload|download|downloading|!sync)$/iu,
  /^~\$/u,
  /^\.~/u,
  /^~.*\.tmp$/iu,
  /^\.syncthing\./iu,
]

/** What a Mac writes beside a file on a drive that is not its own (AppleDouble): no bundle, whatever its ending. */
const companion = /^\._/u

/** As OneDrive, Dropbox, Nextcloud, Syncthing and the Chinese clients name the loser of two writers. */
const conflict = [/conflicted copy/iu, /\.sync-conflict-/iu, /冲突副本|冲突文件|的冲突版本/u, /\(case conflict/iu]

/** Tells bundles from what a sync client or a copying program leaves beside them. */
export function kindOfName(fileName: string): NameKind {
  if (!/\.lsb/iu.test(fileName) || companion.test(fileName)) return 'other'
  if (temporary.some((pattern) => pattern.test(fileName))) return 'temporary'
  if (!/\.lsb(\.age)?$/iu.test(fileName)) {
    return conflict.some((pattern) => pattern.test(fileName)) ? 'conflict-copy' : 'other'
  }
  return conflict.some((pattern) => pattern.test(fileName)) ? 'conflict-copy' : 'bundle'
}
