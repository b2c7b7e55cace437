/** How bundles leave and are opened: encrypted for a desk, by passphrase, or in the open. */
export const zhProtection = {
  'protection.title': '加密',
  'protection.recipient': '加密给：{{names}}',
  'protection.recipientNone': '加密给对方（没有对方的加密公钥）',
  'protection.passphrase': '用口令加密',
  'protection.none': '不加密（仅限内部可信介质）',
  'protection.missing':
    '还没有“{{names}}”的加密公钥或指纹未确认，不能加密给对方。请先收下对方的名片并确认指纹，或改用口令加密。',
  'protection.unconfirmed':
    '“{{names}}”的指纹还没有与本人核对。文件只有来包的那个工作台打得开，但那是不是本人，请电话核对。',
  'protection.passphraseLabel': '文件口令（至少 {{least}} 个字符）',
  'protection.passphraseHint': '口令请当面或打电话告知对方，不要和文件放在一起。忘记了口令，文件就打不开。',
  'protection.passphraseShort': '口令太短，至少 {{least}} 个字符。',
  'protection.open.label': '文件口令',
  'protection.open.do': '打开',
  'protection.default': '导出时默认的加密方式',
  'protection.defaultHint': '知道对方的加密公钥时才能加密给对方；不知道时画面会说明原因。',
  'protection.kind.recipient': '加密给对方',
  'protection.kind.passphrase': '用口令加密',
  'protection.kind.none': '不加密',
  'protection.card.title': '本台名片',
  'protection.card.note':
    '名片里有本台的姓名、单位、指纹和加密公钥，没有任何案卷内容。把它交给对方，对方核对指纹后就能加密给您。',
  'protection.card.do': '导出名片',
  'protection.card.fileName': '名片-{{name}}',
  'protection.card.to': '往来各方',
} as const
