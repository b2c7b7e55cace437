import type { Manifest } from '@shared/bundle/manifest'

import { visibleText } from '@shared/lib/visible-text'
const kindNames: Readonly<Record<Manifest['kind'], string>> = {
  assignment: '送审包（处室交专家）',
  opinion: '评审意见包（专家交回）',
  return: '退回补正包',
  countersign: '会签包',
  dossier: '卷宗包（处室之间）',
  archive: '归档包',
}

type PageFacts = {
  readonly fingerprint: string
  readonly recordCount: number
  readonly attachmentCount: number
  readonly lockCount: number
}

/** `index.html` of a bundle: what this is, who made it, how to verify it by hand. Readable without this software. */
export function composeIndexPage(
  manifest: Pick<Manifest, 'bundleId' | 'kind' | 'createdAt' | 'from' | 'to'>,
  { fingerprint, recordCount, attachmentCount, lockCount }: PageFacts,
): string {
  const rows: readonly (readonly [string, string])[] = [
    ['用途', kindNames[manifest.kind]],
    ['交给', manifest.to],
    ['制作者', `${manifest.from.name}（${manifest.from.unit}）`],
    ['密钥编号', manifest.from.keyId],
    ['密钥指纹', fingerprint],
    ['制作时间（制作者电脑的时钟）', manifest.createdAt],
    ['包编号', manifest.bundleId],
    ['内容', `${recordCount} 条记录，${attachmentCount} 个附件`],
    ...(lockCount === 0
      ? []
      : ([['锁定', `${lockCount} 份案卷，专家声明无需回避后由其软件打开；其记录和附件在 blobs/ 中是密文`]] as const)),
  ]
  const table = rows.map(([label, value]) => `<tr><th>${escapeHtml(label)}</th><td>${escapeHtml(value)}</td></tr>`)
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>联审包</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>body{font:16px/1.8 serif;max-width:46em;margin:2em auto;padding:0 1em}th{text-align:left;padding-right:1.5em;white-space:nowrap;vertical-align:top}code{word-break:break-all}</style></head>
<body>
<h1>联审包</h1>
<p>本文件是“联审”软件制作的联审包，请用“联审”打开并导入。不装软件也可按下列办法核对。</p>
<table>${table.join('')}</table>
<h2>如何手工核对</h2>
<ol>
<li>本包是不压缩的 ZIP 文件。<code>manifest.json</code> 列出其余每个文件的 SHA-256，逐个计算并比对。</li>
<li><code>manifest.sig</code> 是 64 字节的签名（ECDSA P-256，SHA-256，IEEE P1363），签在文字 <code>lianshen/manifest/1</code> 紧接 <code>manifest.json</code> 的 SHA-256（64 位小写十六进制）之上。</li>
<li>制作者的证书在 <code>keys/${escapeHtml(manifest.from.keyId)}.json</code>。其公钥（SPKI，DER）的 SHA-256 前 32 位十六进制即密钥编号。</li>
<li>打电话给制作者，逐组核对上面的密钥指纹：SHA-256 的前 30 字节，每 5 字节作一个大端整数，取除以 100000 的余数，写成 5 位数字。</li>
<li><code>records/</code> 中每行是一条签名记录，<code>blobs/</code> 中是以 SHA-256 命名的附件。</li>
</ol>
<p>上述签名是软件的内部完整性签名，不是电子印章，也不是持证机构颁发的电子签名。</p>
</body>
</html>
`
}

const escapeHtml = (text: string): string =>
  visibleText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
