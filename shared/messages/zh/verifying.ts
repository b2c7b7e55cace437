/** 校验：先说什么，为什么不收，重新校验的结果。 */
export const zhVerifying = {
  'verify.p7s-embedded':
    '.p7s 签名文件里另带了一份原文，签的不一定是这份文件，不予采信。请向签发方索取与文件分开的签名（.p7s）。',
  'verify.p7s-several-signers': '.p7s 签名文件里不是恰好一个签名，说不清以哪个为准，不予采信。请向签发方索取原件。',
  'verify.p7s-ambiguous-signer':
    '.p7s 签名文件没有指明唯一的一张证书，说不清签名人是谁，不予采信。请向签发方索取原件。',
  'verify.p7s-false-certificate':
    '.p7s 签名文件里的证书不是由它自己的密钥签发的，可能是伪造的。请勿采用，并向签发方核实。',
  'verify.p7s-algorithm': '.p7s 签名文件用了这里不认识或已不安全的算法，无法判断。请向签发方索取用现行算法签名的文件。',
  'verify.p7s-malformed':
    '.p7s 签名文件的写法不合规范（{{reason}}），可能被人改写过，不予采信。请重新复制，或向签发方索取原件。',
  'verifyPage.headline.registered': '就是登记的那一份',
  'verifyPage.headline.superseded': '是登记过的文件，但已被取代',
  'verifyPage.headline.damaged': '内容与签名不符，或文件已损坏',
  'verifyPage.headline.locked': '文件加密，无法核验',
  'verifyPage.headline.not-signed': '没有签名',
  'verifyPage.headline.namesake': '可能冒名：姓名是认识的，密钥不是',
  'verifyPage.headline.not-registered': '不是登记过的文件',
  'verifyPage.headline.other-form': '签名有效，但不是本系统的签名形式',
  'verifyPage.headline.unchecked': '签名无法在这里核验',
  'verifyPage.headline.stranger': '内容没有改动，签名人不明',
  'verifyPage.headline.unconfirmed': '内容没有改动，签名人未经核对',
  'verifyPage.headline.intact': '完好：签名有效，内容没有改动',
  'verifyPage.headlineMeaning.registered': '与登记簿里登记的文件逐字节相同。',
  'verifyPage.headlineMeaning.superseded': '与登记簿里登记的文件逐字节相同；请以取代它的文书为准。',
  'verifyPage.headlineMeaning.damaged': '请不要采用这份文件，向签发方索取原件。',
  'verifyPage.headlineMeaning.locked': '读不到里面的内容，说不出是否签过名、是否改动过。请让对方取消密码后重新提供。',
  'verifyPage.headlineMeaning.not-signed': '无法说明它由谁制作、是否改动过。DOCX 请连同同名的 .p7s 一起放入。',
  'verifyPage.headlineMeaning.namesake':
    '签名用的姓名和单位与这里认识的工作台相同，密钥却不是它的：任何人都能做出这样的文件。请勿采用，并打电话向本人核实。',
  'verifyPage.headlineMeaning.not-registered':
    '签名用的是本工作台的密钥，但内容与登记簿里任何一份都不相同。请以登记的文件为准，不要采用这一份。',
  'verifyPage.headlineMeaning.other-form':
    '签名与它所覆盖的内容相符。文件或签名由其他软件制作，签名人不是这里认识的工作台；是否采用，请向签名人核实。',
  'verifyPage.headlineMeaning.unchecked':
    '签名由其他软件以这里不核验的形式或算法制作，不能据此判断内容是否改动过。请用签名所用的软件核验，或向签名人核实。',
  'verifyPage.headlineMeaning.stranger':
    '签名的密钥不属于这里认识的任何工作台；姓名和单位由签名人自己填写，谁都可以填。采用之前，请打电话与对方核对密钥指纹。',
  'verifyPage.headlineMeaning.unconfirmed':
    '这把密钥以前收到过，还没有人核对。采用之前，请打电话与对方核对密钥指纹，并在工作台确认。',
  'verifyPage.headlineMeaning.intact':
    '自签名以来，签过名的内容一个字节也没有变；密钥是本工作台的，或已由本工作台核对确认。',
  'verifyPage.claimedSigner': '自称（未核对）',
  'verifyPage.keyFingerprint': '密钥指纹（电话核对用）',
  'again.title': '重新校验',
  'again.note':
    '0.1.0 及更早的版本可能把伪造的文件判为完好。这里用现在的规则把文件重新校验一遍，并指出哪些文件的结论与当时不同。不改动任何文件。',
  'again.register': '重新校验登记过的文件',
  'again.folder': '重新校验一个文件夹…',
  'again.progress': '已校验 {{done}} / {{total}} 个文件',
  'again.stop': '停止',
  'again.stopped': '已停止，只校验了 {{done}} / {{total}} 个文件。',
  'again.done': '已校验 {{total}} 个文件。',
  'again.none': '没有可校验的文件。',
  'again.other': '其中 {{count}} 个的结论与旧版本不同：',
  'again.noOther': '没有一个文件的结论与旧版本不同。',
  'again.column.now': '现在的结论',
  'again.column.before': '旧版本的结论',
  'again.column.signers': '签名人（证书上的姓名）',
  'again.before.intact': '完好',
  'again.before.not-signed': '未签名',
  'again.before.damaged': '已损坏或被改动',
  'again.isOther': '结论不同',
  'again.outcome.missing': '原处已没有这个文件',
  'again.outcome.unread': '没有校验：太大、需要口令，或读不出来',
  'again.onlyOther': '只看结论不同的',
} as const
