/** Dossiers that stay closed until the expert has declared on recusal. */
export const zhLocks = {
  'lock.option': '锁定案卷，专家声明无需回避后才能打开',
  'lock.optionHint':
    '案卷的记录和附件各用一把钥匙加密，送审包里只看得到联盟、成员单位和有关人员的名称，供专家声明。专家声明回避的，他的工作台会销毁钥匙。',
  'lock.optionOff': '不锁定：专家收下后，案卷内容就在他的工作台里，只靠界面挡在声明之后。',
  'lock.readable':
    '没有“{{names}}”的加密公钥，文件又不加密：锁的钥匙就放在文件里，锁只在对方的画面上起作用，拿到文件的人都能解开。要真正锁住，请用口令加密，或先收下对方的名片并确认指纹。',
  'lock.version': '第 {{version}} 版 · 材料 {{materials}} 份，声明后打开',
  'lock.dryRun':
    '{{count}} 份案卷已锁定：现在只看得到名称，您声明无需回避后自动打开。其中的附件现在查不了，打开时再逐份检查有没有危险内容。',
  'lock.willDestroy': '声明后，本机将销毁这份案卷的钥匙。如果是填错了，须请处室重新导出送审包。',
  'lock.opening.title': '正在打开案卷',
  'lock.opening.note': '逐个解开附件并核对校验码，完成后自动进入审阅。中途停止也不会丢失已经解开的部分。',
  'lock.opening.progress': '已打开 {{done}}，共 {{total}}',
  'lock.opening.stopped': '已停止，案卷还没有打开。',
  'lock.opening.again': '继续打开',
  'lock.destroyed.title': '案卷已锁闭',
  'lock.destroyed.note':
    '您曾声明回避，本机已销毁这份案卷的钥匙，旧的送审包在这里不再打得开。如需评审，请处室重新为您导出送审包。',
  'lock.recused.destroyed': '本机已销毁这份案卷的钥匙，内容从未打开。',
} as const
