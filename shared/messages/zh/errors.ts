import { zhEnvelopeErrors } from './envelope-errors'
import { zhLockErrors } from './lock-errors'
import { zhProfileErrors } from './profile-errors'
import { zhPieceErrors } from './profile-pieces'

export const zhErrors = {
  ...zhEnvelopeErrors,
  ...zhLockErrors,
  ...zhProfileErrors,
  ...zhPieceErrors,
  'error.profile.damaged': '工作目录中的文件“{{path}}”已损坏，无法读取。请不要改动该目录，用备份恢复这个文件后再打开。',
  'error.profile.newer':
    '工作目录由更新版本的联审建立（文件“{{path}}”），本版本不能打开，也没有改动其中任何内容。请升级联审后再打开。',
  'error.profile.exists': '这个工作目录里已有“{{name}}”的工作台，不能再新建。请直接输入口令打开，或另选一个目录。',
  'error.profile.none': '这个工作目录里还没有工作台。请先新建。',
  'error.profile.locked': '工作台已锁定。请输入口令打开后再操作。',
  'error.audit.stopped': '审计已中止或已关闭。请重新开始审计。',
  'error.audit.too-many': '选中的记录有 {{count}} 条，审计报告最多列 {{most}} 条。请先筛选，或导出表格（CSV）。',
  'error.drill.no-snapshot': '没有存成演练用的快照，可能磁盘已满或正在保存。请稍后再试；现有资料没有改动。',
  'error.drill.stopped': '演练已中止，没有留下任何文件。请重新开始。',
  'error.passphrase.wrong': '口令不对。请检查大小写和输入法后重新输入；没有任何内容被改动。',
  'error.passphrase.wait': '口令多次输错，请等 {{seconds}} 秒再试。没有任何内容被改动；忘记口令可用恢复密钥打开。',
  'error.recovery-key.malformed':
    '恢复密钥第 {{group}} 组与打印时不一致。请对照纸上的第 {{group}} 组逐字检查（没有字母 I、L、O、U）。',
  'error.recovery-key.wrong': '这份恢复密钥不是本工作台现在的密钥，可能已被更换。请找出最近一次打印的那份。',
  'error.recovery-key.none': '本工作台还没有恢复密钥。请用口令打开，再到“设置”中生成并打印一份。',
  'error.keystore.dummy': '本机没有可靠的系统密钥库，不能用它打开工作台。请继续使用口令；口令和恢复密钥不受影响。',
  'error.keystore.off': '本工作台没有启用系统密钥库。请用口令打开，需要时到“设置”中启用。',
  'error.keystore.failed': '系统密钥库没有给出密钥，可能换了电脑或系统账户。请用口令或恢复密钥打开。',
  'error.vault.converted':
    '旧版本留下的数据已全部加密（{{records}} 条记录、{{attachments}} 个附件、{{snapshots}} 份快照），内容没有改变。请到“设置”中生成并打印恢复密钥。',
  'error.vault.stopped':
    '已暂停加密（{{converted}} / {{total}} 个附件已完成），资料没有丢失。再次打开工作台时会接着做完。',
  'error.vault.not-converted':
    '数据文件有损坏，旧版本留下的内容还没有全部加密。请先到“设置”中的“快照”恢复，下次打开时会接着加密。',
  'error.journal.torn':
    '上次关闭时有一次写入没有完成，未完成的部分已另存到“{{aside}}”，此前保存的内容全部完好。若最后一步操作不见了，请重做一次。',
  'error.journal.damaged':
    '数据文件从第 {{offset}} 字节起损坏，现在只能查看前面完好的部分，不能修改。损坏的文件已另存到“{{aside}}”，请用备份恢复。',
  'error.journal.broken-chain':
    '数据文件中第 {{seq}} 号记录（{{record}}）与前后对不上，现在只能查看它之前的部分，不能修改。请保留该目录，用备份恢复。',
  'error.journal.bad-signature':
    '核对数据时发现第 {{seq}} 号记录（{{record}}）的签名不对。数据可以照常查看和写入，但这条记录不能作为依据。请勿删除任何文件，先导出资料到其他磁盘，再联系维护人员。',
  'error.journal.newer': '数据文件由更新版本的联审写入，现在只能查看读得懂的部分，不能修改。请升级后再打开。',
  'error.journal.read-only': '数据文件目前只能查看，不能写入。请按启动时的提示处理后重新打开。',
  'error.journal.no-such-record': '找不到记录 {{record}}。请刷新后重试。',
  'error.journal.no-introduction': '找不到密钥 {{keyId}} 的身份说明，无法随包带出。请重新导入它的来包。',
  'error.journal.unknown-move':
    '状态表里没有从“{{from}}”经“{{action}}”到“{{to}}”的变更，没有写入任何内容。请刷新案卷，按现在的状态重新办理。',
  'error.journal.published': '这个联盟已经公布为试点，不能再写入“{{type}}”。没有写入任何内容。',
  'error.journal.campaign-fixed': '这项年度工作已经启动，不能再改它的种类和年度，也不能退回筹备。没有写入任何内容。',
  'error.journal.not-asked': '这件案卷不在该项年度工作的名单里，没有写入任何内容。请先把它列入名单，再办理。',
  'error.journal.done-already': '“{{type}}”已经办过，没有重复写入。请刷新后查看。',
  'error.journal.day-order': '{{day}}（{{on}}）早于{{than}}（{{thanOn}}），没有写入任何内容。请核对日期。',
  'error.journal.number-taken': '“{{number}}”已用于另一批次，没有写入任何内容。请核对。',
  'error.journal.listed-twice': '“{{type}}”里同一件案卷或同一位专家列了两次，没有写入任何内容。',
  'error.journal.ending-listed': '登记簿里已有“{{name}}”同一天、同一事由的一条，没有重复写入。',
  'error.journal.reserved-type': '“{{type}}”类记录只能由程序自己写入。',
  'error.drafts.brought-back':
    '草稿文件缺失、损坏或被旧文件替换，已从快照（{{takenAt}}）找回 {{count}} 份草稿，原文件另存在“{{aside}}”。请核对正在填写的内容。',
  'error.attachment.lost':
    '有 {{count}} 个附件缺失或不完整，可能是磁盘故障或被误删。打开所在案卷时会指明是哪一个，请届时重新导入原文件；其余内容不受影响。',
  'error.settings.reset':
    '本机设置文件已损坏，也没有快照可用，设置已恢复为初始值，原文件另存在“{{aside}}”。请到“设置”中核对交换文件夹等各项。',
  'error.drafts.damaged': '草稿文件有损坏，读得出的草稿已保留，损坏的文件另存到“{{aside}}”。请核对正在填写的内容。',
  'error.snapshot.can-restore':
    '有一份核对无误的快照（{{takenAt}}，{{snapshotCount}} 条记录）可用来恢复，能找回 {{brings}} 条现在读不出的记录。请到“设置”中的“快照”恢复；现有文件会另存，不会丢失。',
  'error.snapshot.journal-shorter':
    '数据文件只有 {{count}} 条记录，少于快照（{{takenAt}}，{{snapshotCount}} 条），缺了 {{brings}} 条，可能被截断或被旧文件替换。为免写乱已暂停保存，请到“设置”中的“快照”恢复。',
  'error.snapshot.none': '数据文件已损坏，也没有核对无误的快照。请保留整个工作目录，用备份恢复，或请对方重发联审包。',
  'error.snapshot.fuller-kept':
    '快照（{{takenAt}}，{{snapshotCount}} 条记录）里有现在的数据文件（{{count}} 条）没有的记录，已一直保留。请到“设置”中的“快照”查看，需要时恢复。',
  'error.snapshot.file-restored':
    '文件“{{path}}”缺失或损坏，已用快照（{{takenAt}}）自动补回；原文件另存在 aside 文件夹中。',
  'error.snapshot.failed': '这次快照没有存成（{{detail}}），工作内容不受影响。请检查磁盘，程序会在下个整点再试。',
  'error.snapshot.no-space': '磁盘只剩 {{freeMB}} MB，没有存快照。请清理磁盘；已有的快照都在。',
  'error.snapshot.not-good': '快照“{{name}}”已损坏或已不在，不能用来恢复。请选择另一份。',
  'error.attachment.missing': '找不到附件（校验码 {{sha256}}）。请重新导入它所在的材料或来包。',
  'error.attachment.changed': '附件（校验码 {{sha256}}）的内容与校验码不符，可能是磁盘故障。请重新导入该材料。',
  'error.space.read-only':
    '磁盘只剩 {{freeMB}} MB，为避免写坏数据已暂停保存。请清理磁盘后重试；导出到其他磁盘仍可进行。',
  'error.space.no-rebuild':
    '磁盘只剩 {{freeMB}} MB，不够重建查询库。已保存的内容都在本机日志中，没有丢失；请清理出至少 300 MB 后点“再试一次”。',
  'error.disk.full': '磁盘空间不足，无法写入“{{path}}”。请清理磁盘或换一个位置；没有留下不完整的文件。',
  'error.disk.fat':
    '“{{path}}”写不下这么大的文件：这个 U 盘（FAT32 格式）单个文件不能超过 4 GB。请换用 exFAT 或 NTFS 格式的 U 盘，或分几次导出；没有留下不完整的文件。',
  'error.file.held':
    '“{{path}}”正被其他程序占用（如 Word、WPS、杀毒或同步软件），等了两秒仍未放开。请关闭打开它的程序后重试。',
  'error.file.too-many-open': '同时打开的文件太多，系统不让再打开“{{path}}”。请关闭一些其他程序后重试；内容没有丢失。',
  'error.file.name-too-long': '“{{path}}”的名称或路径太长，系统容不下。请缩短文件名，或换一个层级较浅的文件夹。',
  'error.bundle.export-too-large':
    '要导出的内容超过一个联审包的上限（4 GB、20000 个文件），没有写出文件。请分几次导出，每次少选几个案卷。',
  'error.disk.read-only': '“{{path}}”所在的磁盘是只读的。请打开 U 盘的写保护开关，或换一个位置。',
  'error.disk.failed': '读写“{{path}}”时磁盘出错，可能是 U 盘被拔出或已损坏。请重新插好后重试。',
  'error.file.no-permission':
    '没有权限读写“{{path}}”。请换一个位置，或请管理员授权；文件正在别的程序里打开的，请先关闭。',
  'error.file.missing': '找不到“{{path}}”。请检查 U 盘是否插好、文件是否被移走。',
  'error.file.is-folder': '“{{path}}”是一个文件夹，不是文件。请选择文件。',
  'error.file.read-back': '写入“{{path}}”后回读的内容不一致，介质可能已损坏，写坏的文件已删除。请换一个 U 盘重试。',
  'error.file.bad-name': '文件名“{{fileName}}”不能使用。请去掉 \\ / : * ? " < > | 等字符，缩短后重试。',
  'error.folder.missing': '找不到文件夹“{{folder}}”。请检查 U 盘是否插好，或重新选择。',
  'error.place.forgotten': '所选的文件或文件夹已不再有效（工作台锁定过或重新启动过）。请重新选择。',
  'error.folder.not-a-folder': '“{{folder}}”不是文件夹。请重新选择。',
  'error.database.no-folder':
    '“{{path}}”本应是文件夹，却是一个文件或失效的链接，已移到“{{aside}}”；查询库已根据日志重新建立，内容没有变化。',
  'error.exchange.interrupted': '上次写“{{fileName}}”时程序中断，没有写完的部分已清除。请重新导出一次。',
  'error.exchange.target-link': '目标“{{path}}”是一个链接，为免写到别处已停止。请换一个文件名或位置。',
  'error.exchange.target-folder': '目标“{{path}}”是一个文件夹，不能写成文件。请换一个文件名。',
  'error.exchange.too-many': '“{{path}}”的同名文件太多。请清理该文件夹或换一个文件名。',
  'error.document.gone': '这份预览已经失效。请重新生成。',
  'error.document.not-intact':
    '这份 PDF 与其签名不符、签名之外另有内容，或不是本系统制作的文件，不能在上面签名。请让处室重新发来。',
  'error.document.already-signed': '这份 PDF 上已有同一处签名，不能重复签。',
  'error.document.cannot-mark':
    '这份 PDF 加了密或已损坏，不能制作批注副本。原文件没有改动；可以打印后在纸上批注，或向处室索取未加密的文件。',
  'error.document.cannot-sign': '这份 PDF 不是联审制作的，不能在上面添加签名。请使用会签包里的 PDF。',
  'error.document.missing-glyph':
    '文件中有字库没有的字“{{character}}”（{{code}}），出现在：{{context}}。请核对该字，或改用字库中有的写法；没有生成文件。',
  'error.document.incomplete': '文件还缺 {{count}} 处内容，第一处在 {{where}}。请补齐后再生成；没有生成文件。',
  'error.template.unfit':
    '本单位的模板不再合用，有 {{count}} 处不符，没有生成文件。请在设置的“公文模板”里换一份，或改回内置文字。',
  'error.template.value': '模板里的标签“{{tag}}”没有可以填入的内容，没有生成文件。请补齐该项内容，或修改模板。',
  'error.sample.missing': '找不到示例“{{slug}}”。请重新安装软件。',
  'error.sample.damaged': '示例文件“{{path}}”缺失或已改动。请重新安装软件。',
  'error.verify.no-folder': '这个文件夹打不开。请检查它是否还在、是否有权限，再选一次。',
  'error.verify.stopped': '重新校验已停止。请重新开始。',
  'error.verify.unknown-format':
    '“{{fileName}}”不是可以核验的文件。请选择联审包（.lsb）、PDF，或 DOCX 连同它的 .p7s 签名文件。',
  'error.pdf.encrypted': '“{{fileName}}”是加密的 PDF，无法查看和核验。请让对方取消密码后重新提供。',
  'error.pdf.broken': '“{{fileName}}”不是完整的 PDF，可能没有复制完。请重新复制或请对方重新提供。',
  'error.bundle.no-file': '找不到文件“{{path}}”。请检查 U 盘是否插好。',
  'error.bundle.is-folder': '“{{fileName}}”是一个文件夹，不是联审包。请选择扩展名为 .lsb 的文件。',
  'error.bundle.special-file':
    '“{{fileName}}”不是普通文件，而是管道、设备之类的特殊文件，没有读取。请选择由联审导出的 .lsb 文件。',
  'error.bundle.part-file': '“{{fileName}}”是没有写完的联审包。请让对方重新导出，这个文件可以删除。',
  'error.bundle.mac-companion':
    '“{{fileName}}”是苹果电脑在 U 盘上留下的附带文件，不是联审包。请选择同名、不带“._”开头的文件。',
  'error.bundle.empty': '“{{fileName}}”是空文件，可能没有复制完。请重新复制。',
  'error.bundle.not-a-bundle': '“{{fileName}}”不是联审包。请选择由联审导出的 .lsb 文件。',
  'error.bundle.is-zip':
    '“{{fileName}}”不是联审包，而是 ZIP 压缩文件，里面有“{{name}}”等文件（共 {{count}} 个）。请先解压，取出里面的联审包（.lsb）再选择；里面没有联审包的，请选择由联审导出的 .lsb 文件。',
  'error.bundle.is-archive':
    '“{{fileName}}”不是联审包，而是 {{format}} 压缩文件。请先解压，取出里面的联审包（.lsb）再选择；里面没有联审包的，请选择由联审导出的 .lsb 文件。',
  'error.bundle.is-document': '“{{fileName}}”不是联审包，而是 {{format}} 文件。请选择由联审导出的 .lsb 文件。',
  'error.bundle.truncated': '“{{fileName}}”不完整，末尾缺了一段，可能没有复制完。请重新复制或请对方重新导出。',
  'error.bundle.trailing-bytes': '“{{fileName}}”末尾多出了不属于它的内容。请让对方重新导出，不要经其他软件转存。',
  'error.bundle.too-large': '“{{fileName}}”超过了联审包的上限（4 GB、20000 个文件）。请让对方分几个包导出。',
  'error.bundle.too-heavy':
    '“{{fileName}}”展开后占用的内存超过上限，已停止读取，工作台不受影响。请让对方分几个包导出；若不是熟悉的单位发来的，请勿采用。',
  'error.bundle.too-long':
    '“{{fileName}}”读了 {{seconds}} 秒还没有读完，已停止，工作台不受影响。请复制到本机硬盘后重试，或让对方分几个包导出。',
  'error.bundle.encrypted': '“{{fileName}}”的加密信封里又套着一层加密信封，不予打开。请让对方重新导出。',
  'error.bundle.structure': '“{{fileName}}”的内部结构不对，可能被其他软件改动过。请让对方重新导出。',
  'error.bundle.double-name': '“{{fileName}}”里有两个同名的“{{name}}”，内容不可信。请让对方重新导出。',
  'error.bundle.foreign-entry': '“{{fileName}}”里有不属于联审包的文件“{{name}}”。请让对方重新导出，不要自行添加文件。',
  'error.bundle.compressed': '“{{fileName}}”里的“{{name}}”被压缩过，说明这个包被重新打包。请让对方提供原始导出的文件。',
  'error.bundle.missing-entry': '“{{fileName}}”缺少“{{name}}”。请让对方重新导出。',
  'error.bundle.unlisted-entry': '“{{fileName}}”里的“{{name}}”不在清单上，可能是后加的。请让对方重新导出。',
  'error.bundle.entry-too-large': '“{{fileName}}”里的“{{name}}”大得不合理，已停止读取。请让对方重新导出。',
  'error.bundle.wrong-hash': '“{{fileName}}”里的“{{name}}”与清单不符，内容被改动或已损坏。请重新复制或请对方重新导出。',
  'error.bundle.bad-json':
    '“{{fileName}}”里的“{{name}}”写法不对（{{problem}}），不是联审写出的内容。请让对方重新导出。',
  'error.bundle.manifest-invalid': '“{{fileName}}”的清单有误，读不出来。请让对方重新导出。',
  'error.bundle.manifest-signature':
    '“{{fileName}}”的清单签名不对，清单被改动过或签名来自别的包。请勿采用，并联系对方核实。',
  'error.bundle.not-understood':
    '“{{fileName}}”由更新版本的联审写出，其中有本工作台读不懂的内容（{{what}}），只能查看，没有收下任何内容。请等本工作台升级后再交一次同一个文件，或用与本工作台相同的版本重新导出。',
  'error.bundle.newer-format': '“{{fileName}}”由更新版本的联审导出（{{format}}）。请升级后再打开。',
  'error.bundle.unknown-suite': '“{{fileName}}”使用了这个版本不认识的签名方式（{{suite}}）。请升级后再打开。',
  'error.bundle.no-sender-key': '“{{fileName}}”里没有制作者的密钥（{{keyId}}），无法核对是谁做的。请让对方重新导出。',
  'error.bundle.unknown-key':
    '“{{fileName}}”里有记录出自密钥 {{keyId}}，包里却没有这个密钥，无法核对。请让对方重新导出。',
  'error.bundle.key-replaced':
    '“{{fileName}}”里密钥 {{keyId}} 的文件与其本人签名的身份说明不符，可能被调换。请勿采用，并联系对方核实。',
  'error.bundle.record-invalid': '“{{fileName}}”里的记录“{{name}}”格式不对。请让对方重新导出。',
  'error.bundle.record-place': '“{{fileName}}”里的“{{name}}”所装的记录与文件名不符。请让对方重新导出。',
  'error.bundle.record-changed': '“{{fileName}}”里的记录 {{record}} 内容被改动过。请勿采用，并联系对方核实。',
  'error.bundle.record-signature': '“{{fileName}}”里的记录 {{record}} 签名不对。请勿采用，并联系对方核实。',
  'error.bundle.record-summary': '“{{fileName}}”里的记录与清单上的总数或总校验码不符，可能缺了几条。请让对方重新导出。',
  'error.bundle.lock': '“{{fileName}}”里锁定的案卷（{{lockId}}）与它的钥匙或密文对不上，不能采用。请对方重新导出。',
  'error.bundle.chain': '“{{fileName}}”里第 {{seq}} 号记录（{{record}}）接不上它的前一条。请勿采用，并联系对方核实。',
  'error.bundle.double-number':
    '“{{fileName}}”里密钥 {{keyId}} 有两条不同的第 {{seq}} 号记录。请勿采用，并联系对方核实。',
  'error.bundle.no-stage': '这次导入已经取消或过期。请重新选择文件。',
  'error.bundle.nothing-to-import': '“{{fileName}}”里没有可以导入的新内容。',
  'error.import.not-undoable': '这次导入没有留下记录清单，或本机没有这次导入，不能撤销。',
  'error.import.on-paper': '这次导入的内容已经印在导出的文书上：{{files}}。请先看清这些文书再决定是否撤销。',
  'error.import.built-on':
    '不能撤销：本机后来的 {{count}} 条记录以这次导入为依据。请先看清楚是哪些，再在案卷上作更正。',
  'error.import.already': '这次导入已经是这个状态，没有什么要改。',
  'import.newer-format': '由更新版本导出，这里只能查看。请升级后再导入。',
  'import.not-for-this-desk': '这个包不是给本工作台的。',
  'import.sender-role': '制作者的身份不对：这种包应由另一方工作台导出。',
  'import.unknown-author': '不知道这条记录的作者是谁。',
  'import.author-role': '这类记录不该由该作者来写。',
  'import.type-not-allowed': '这类记录只属于写它的工作台，不随包导入。',
  'import.other-author': '这条记录不是制作者本人写的。',
  'import.unknown-panel': '本工作台没有这个专家组。',
  'import.not-a-member': '该专家不在这个专家组中，或这个案卷不由该组评审。',
  'import.other-expert-key': '该密钥已确认属于另一位专家。',
  'import.expert-has-other-key': '这位专家已使用另一个密钥。请先核对指纹并确认。',
  'import.sealed-already': '这份意见已经封存，不能改动；更正应作为新的一版。',
  'import.wrong-person': '身份说明与签名的密钥不符。',
  'import.no-round': '本工作台没有为这一稿专家组意见发起会签。',
  'import.other-opinion': '所签的内容与会签的专家组意见不一致，不予采用。请让专家重新打开会签包再签。',
  'import.opinion-superseded': '专家组意见已有新的一稿，对旧稿的签名不再采用。请就新的一稿重新会签。',
  'import.round-closed': '组长已结束这次会签，此后的签名不再收入。',
  'import.not-to-sign': '该专家已回避、未到会，或不在签名表中，不能在这份意见上签名。',
  'import.scan-missing': '纸质签名的扫描件没有随包带来。请让专家重新导出会签包。',
  'import.lock-without-key': '这份锁定的案卷没有带钥匙，在这里永远打不开，不予采用。请处室重新导出送审包。',
  'import.signed-already': '这位专家已经签过，签名只收一次。',
  'import.unknown-type': '这类记录由更新版本写出，这里读不懂。请升级后再导入。',
  'import.unknown-fields': '这条记录有本版本不认得的项目，由更新版本写出。请升级后再导入。',
  'import.newer-version': '这条记录由更新版本写出，这里读不懂。请升级后再导入。',
  'import.bad-payload': '这条记录的内容不合格式，不予采用。',
  'import.fork': '同一作者的同一编号出现了两条不同的记录，已隔离，请联系作者核实。',
} as const
