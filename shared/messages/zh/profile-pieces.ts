import type { PieceName, PieceProblem } from '../../ipc/profile-pieces'

/** What a profile consists of, in the desk's words. */
export const zhPieces = {
  root: '工作目录',
  profile: '工作台说明文件',
  keys: '密钥文件',
  journal: '数据文件',
  drafts: '草稿文件',
  settings: '本机设置文件',
  wait: '口令等候记录',
  attachments: '附件文件夹',
  staging: '暂存文件夹',
  locks: '锁定案卷的文件夹',
  snapshots: '快照文件夹',
  aside: '另存文件夹',
} as const satisfies Readonly<Record<PieceName, string>>

/** What may be wrong with one of them: cause and remedy. `[piece]` stands for its name. */
const problems = {
  unreadable:
    '[piece]“{{path}}”读不出：当前的系统用户没有读取权限。请换回原来的用户登录，或请管理员把读写权限给当前用户，再重新打开；内容没有改动。',
  'read-only':
    '[piece]“{{path}}”只能读、不能写。请去掉它的只读属性，或请管理员给当前用户写入权限，再重新打开；内容没有改动。',
  'no-folder':
    '[piece]“{{path}}”的位置上不是文件夹。请把占用它位置的那个文件移走，从备份放回原来的文件夹，再重新打开；内容没有改动。',
  'no-file':
    '[piece]“{{path}}”的位置上不是文件。请把占用它位置的东西移走，从备份放回原来的文件，再重新打开；内容没有改动。',
  'dead-link':
    '[piece]“{{path}}”是一个失效的链接，它指向的地方已经不在。请接好原来的磁盘，或删除这个链接、从备份放回，再重新打开；内容没有改动。',
  'disk-read-only':
    '[piece]“{{path}}”所在的磁盘是只读的，不能工作。请打开写保护开关或请管理员改为可写；只想查看时，可用命令行 audit 读取。内容没有改动。',
} as const satisfies Readonly<Record<PieceProblem, string>>

export type PieceSentences = Readonly<Record<`error.piece.${PieceProblem}.${PieceName}`, `${string}{{path}}${string}`>>

/** A sentence for every piece and every problem. */
export const pieceSentences = (
  pieces: Readonly<Record<PieceName, string>>,
  sentences: Readonly<Record<PieceProblem, string>>,
): PieceSentences =>
  Object.fromEntries(
    Object.entries(pieces).flatMap(([name, words]) =>
      Object.entries(sentences).map(([problem, sentence]) => [
        `error.piece.${problem}.${name}`,
        sentence.replace('[piece]', words),
      ]),
    ),
  ) as PieceSentences

export const zhPieceErrors = pieceSentences(zhPieces, problems)
