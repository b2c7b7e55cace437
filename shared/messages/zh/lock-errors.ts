/** Why a locked dossier stays closed, and what to do. */
export const zhLockErrors = {
  'error.lock.no-dossier': '要锁定的内容里没有这份案卷的任何版本，无法导出。请刷新画面后重试。',
  'error.lock.unknown': '本机没有这份锁定的案卷，可能已有更新的送审包。请刷新画面后重试。',
  'error.lock.undeclared': '还没有回避声明，案卷不能打开。请先声明。',
  'error.lock.recused': '您已回避，案卷不再打开。如处室决定不需回避，请处室重新导出送审包。',
  'error.lock.destroyed': '这份案卷的钥匙已在您声明回避时销毁。如需评审，请处室重新导出送审包。',
  'error.lock.key-missing': '本机找不到这份案卷的钥匙，可能是文件被误删或换过磁盘。请把原来的送审包再导入一次。',
  'error.lock.part-missing': '这份案卷的加密内容缺了一部分，可能是磁盘故障或被误删。请把原来的送审包再导入一次。',
  'error.lock.other-desk':
    '这份案卷的钥匙是给您另一个工作台的，本机打不开。请在那台电脑上打开，或把本台名片交处室后请其重新导出。',
  'error.lock.newer':
    '这份案卷由更新版本的联审写出，本版本读不懂其中的一部分，所以没有打开；钥匙和内容都还在。请升级联审后再打开。',
  'error.lock.broken': '锁定的内容与钥匙或清单不符，不能采用，没有改动任何已有内容。请处室重新导出送审包，并核对指纹。',
} as const
