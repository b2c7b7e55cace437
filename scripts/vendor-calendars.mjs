// Writes resources/seeds/calendars/YYYY.json from the installed chinese-days package. Run by hand after the package is
// raised.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const packageRoot = dirname(dirname(fileURLToPath(import.meta.resolve('chinese-days'))))
const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))
const target = resolve('resources/seeds/calendars')
mkdirSync(target, { recursive: true })

// The package's source quotes each year's notice above its data.
const source = readFileSync(join(packageRoot, 'src/holidays/generate.ts'), 'utf8')
const noticeOf = (year) => {
  const comment = new RegExp(`\\* ${year}\\n([\\s\\S]*?)\\*/`, 'u').exec(source)?.[1] ?? ''
  const links = [...comment.matchAll(/https?:\/\/www\.gov\.cn\/\S+/gu)].map((match) => match[0])
  const from = links.length === 0 ? '' : `（${links.join('；')}）`
  return `国务院办公厅关于${year}年部分节假日安排的通知${from}；数据取自 npm chinese-days ${version}（MIT 许可）`
}

const yearsFolder = join(packageRoot, 'dist/years')
for (const file of readdirSync(yearsFolder).filter((name) => /^\d{4}\.json$/u.test(name))) {
  const year = Number(file.slice(0, 4))
  const { holidays, workdays } = JSON.parse(readFileSync(join(yearsFolder, file), 'utf8'))
  const calendar = {
    format: 'lianshen-calendar/1',
    year,
    holidays: Object.keys(holidays).sort(),
    makeUpWorkdays: Object.keys(workdays).sort(),
    sourceNotice: noticeOf(year),
  }
  writeFileSync(join(target, file), `${JSON.stringify(calendar, null, 2)}\n`)
}
copyFileSync(join(packageRoot, 'LICENSE'), join(target, 'LICENSE-chinese-days'))
