/** What a newer version wrote and this one does not understand. */
export const zhNewer = {
  'newer.readOnly': '这个联审包由更新版本的联审写出（{{format}}），只能查看，不能收下。',
  'newer.holds': '这个联审包里有更新版本的联审才认得的记录，只能查看，不能收下。',
  'newer.why':
    '包的签名、清单和每个文件都已核对，没有损坏。其中有本版本读不懂的内容，读懂的部分单独收下可能会错，所以一条也没有记入本工作台。请升级联审后再导入同一个文件；文件请留好。来不及升级的，请把拒收说明交给对方。',
  'newer.records': '读不懂的记录共 {{count}} 条',
  'newer.line': '{{what}} {{count}} 条，由{{author}}写出：{{why}}',
  'newer.lineOfDossier': '案卷“{{dossier}}”的{{what}} {{count}} 条，由{{author}}写出：{{why}}',
  'newer.unknownKind': '“{{type}}”',
  'newer.unknownAuthor': '不认识的工作台',
  'newer.why.unknown-type': '本版本没有这类记录',
  'newer.why.newer-version': '按第 {{v}} 版格式写成，本版本只认得第 1 版',
  'newer.why.unknown-fields': '多出本版本不认得的项目：{{fields}}',
  'newer.why.bad-payload': '内容的写法本版本不认得',
  'newer.fields': '清单里本版本不认得的项目：{{names}}',
  'newer.entries': '本版本不认得的文件（只核对，不打开）：{{names}}',
  'newer.leftOut': '另有 {{count}} 项未列出',
  'newer.nothingNamed': '没有认不得的名称，但格式版本较新，写法可能另有含义',
  'outcome.read-only': '仅供查看',
  'importedDossiers.readOnly': '仅供查看',
} as const
