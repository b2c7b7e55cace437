import { verifyRefusals } from '../verify-refusals'
import { zhErrors } from './errors'

export const zhVerify = {
  ...verifyRefusals(zhErrors),
  'verify.altered': '“{{signer}}”签名之后，文件内容被改动过。请勿采用，并联系签名人核实。',
  'verify.changed-later':
    '“{{signer}}”签名之后，文件在第 {{save}} 次保存时又添加或改动了签名以外的内容（对象 {{objects}}）。请勿采用，以其签名时的文件为准。',
  'verify.changed-pages': '第 {{pages}} 页在第 {{save}} 次保存时被改动，现在显示的可能不是签名时的内容。',
  'verify.not-covered': '文件末尾有 {{bytes}} 个字节不在签名范围内，是签名之后附加的。请勿采用，向签发方索取原件。',
  'verify.wrong-range': '“{{signer}}”的签名没有覆盖它应当覆盖的内容（签名范围不对）。请勿采用，并联系签名人核实。',
  'verify.signature-unreadable': '第 {{position}} 个签名缺失、残缺或读不出来，无法核验。请勿采用，向签发方索取原件。',
  'verify.signature-unchecked':
    '第 {{position}} 个签名的写法或算法这里不核验（如 SHA-1、非 DER 编码）。请用签名所用的软件核验。',
  'verify.time-stamp': '第 {{position}} 个是时间戳；这里不联网，不核验时间戳。',
  'verify.signature-unreachable':
    '文件里有签名的数据，但阅读软件按目录找不到它：签名可能被去掉了。请勿采用，向签发方索取原件。',
  'verify.broken-chain':
    '文件的目录（交叉引用表）有损坏或前后不通，不同软件看到的内容可能不同。请勿采用，向签发方索取原件。',
  'verify.misplaced-objects':
    '文件的目录指向不该指的地方（对象 {{objects}}），不同软件看到的内容可能不同。请勿采用，向签发方索取原件。',
  'verify.other-form': '签名有效。证书上的签名人是“{{signer}}”；不是这里认识的工作台，文件也不是本系统制作的形式。',
  'verify.covered-in-part':
    '“{{signer}}”签名之后，文件又添加了 {{bytes}} 个字节，不在签名范围内。签名只证明此前的部分。',
  'verify.opinion-unreadable':
    'PDF 中附带的专家组意见数据（panel-opinion.json）读不出来，可能被改动过。请勿采用，向处室索取原件。',
  'verify.countersignatures-unreadable':
    'PDF 中附带的会签数据（countersignatures.json）读不出来或有缺漏，可能被改动过。请勿采用，向处室索取原件。',
  'verify.countersignature-altered':
    '“{{signer}}”的会签签名不成立：签名的不是这份意见，或签名记录被改动过。请勿采用，并向处室核实。',
  'verify.other-opinion': 'PDF 附带的专家组意见与专家会签的意见不一致。请勿采用，并向处室核实。',
  'verify.outside-validity': '“{{signer}}”的签名时间（签名人电脑的时钟）不在证书有效期内。请向签名人核实时间。',
  'verify.no-p7s': '没有提供 .p7s 签名文件。请把与 DOCX 同名的 .p7s 文件一并选上。',
  'verify.p7s-unreadable': '.p7s 签名文件无法读取，可能没有复制完。请重新复制或让对方重新导出。',
  'verify.newer-minor': '由更新版本的联审导出（{{format}}），有些内容这里可能看不到。请升级后再导入。',
  'verify.not-understood': '其中有本版本读不懂的内容：{{what}}。文件完整，签名有效，但只能查看。',
  'verify.trust.self': '本工作台',
  'verify.trust.confirmed': '已确认',
  'verify.trust.known': '见过，未确认',
} as const
