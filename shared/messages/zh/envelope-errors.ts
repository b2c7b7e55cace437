/** Why an encrypted bundle (age) cannot be opened or made. */
export const zhEnvelopeErrors = {
  'error.envelope.passphrase-needed': '“{{fileName}}”是用口令加密的。请输入对方另行告知的口令。',
  'error.envelope.wrong-passphrase':
    '“{{fileName}}”的口令不对。请核对大小写、全角半角和输入法后重新输入；没有任何内容被改动。',
  'error.envelope.wrong-recipient':
    '“{{fileName}}”不是加密给本工作台的，这里打不开。请把本工作台的名片发给对方，请对方重新加密导出。',
  'error.envelope.needs-desk':
    '“{{fileName}}”是加密给某个工作台的，不打开那个工作台就读不出内容。请在收件人的工作台里打开它。',
  'error.envelope.bad-recipient': '对方名片里的加密公钥无效，不能加密给对方。请让对方重新导出名片，或改用口令加密。',
  'error.envelope.no-recipient-key': '不知道“{{name}}”的加密公钥，不能加密给对方。请先收下对方的名片，或改用口令加密。',
  'error.envelope.work-factor':
    '打开“{{fileName}}”要求的计算量过大（{{factor}}，最多 {{most}}），已拒绝以免电脑停住。请让对方用联审重新导出。',
  'error.envelope.header-changed': '“{{fileName}}”的加密信封头被改动过，内容不可信。请让对方重新导出。',
  'error.envelope.two-ways': '“{{fileName}}”的信封既用口令又用别的方式加密，这样的文件不可信。请让对方重新导出。',
  'error.envelope.malformed': '“{{fileName}}”的加密信封第 {{line}} 行不合格式，无法打开。请让对方重新导出。',
  'error.envelope.armour': '“{{fileName}}”的文本封装（armor）不完整或不合格式。请让对方发送未经转换的原文件。',
  'error.envelope.truncated': '“{{fileName}}”没有复制完整，或结尾被改动。请重新复制一次；仍不行就让对方重新导出。',
  'error.envelope.trailing-bytes': '“{{fileName}}”的末尾多出了不属于它的内容，不可信。请让对方重新导出。',
  'error.envelope.damaged': '“{{fileName}}”的加密内容从第 {{segment}} 段起损坏或被改动。请重新复制或让对方重新导出。',
} as const
