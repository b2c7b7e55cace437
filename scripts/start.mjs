// Opens the workbench: Electron if there is one or one can be had quickly, else the browser shell. Says which and why.
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfNeeded } from './build-if-needed.mjs'
import { fetchElectron, findElectron, recentFailure } from './lib/electron-runtime.mjs'
import { root } from './lib/root.mjs'

const usage = `用法 Usage: npm start -- [--profile DIR] [--exchange DIR] [--port N] [--no-open] [--shell electron|browser] [--take-over]

  --profile DIR    档案文件夹（一个文件夹即一个工作台）   the desk's own folder
  --exchange DIR   交换文件夹（收发联审包）               the folder bundles are exchanged through
  --port N         浏览器外壳的端口，默认由档案决定         port of the browser shell, fixed per profile by default
  --no-open        只在本机提供服务并给出地址和一次性口令   serve on loopback, print address and one-time code
  --shell NAME     指定外壳：electron 或 browser          which shell to take
  --take-over      别处已不再使用这个档案：接管它            the profile is not used elsewhere any more: take it over
`

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        profile: { type: 'string' },
        exchange: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        shell: { type: 'string' },
        'take-over': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    if (values.shell !== undefined && !['electron', 'browser'].includes(values.shell))
      throw new Error(`--shell ${values.shell}`)
    if (values.help) {
      console.log(usage)
      process.exit(0)
    }
    return values
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`)
    process.exit(2)
  }
}

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)

/** Which shell, and why, in both languages. `executable` is Electron's. */
function chooseShell(options) {
  const browser = (zh, en) => ({ executable: null, zh: `浏览器外壳：${zh}`, en: `Browser shell: ${en}` })
  if (options.shell === 'browser') return browser('按 --shell 的指定。', 'asked for by --shell.')
  const isAsked = options.shell === 'electron'
  if (!isAsked && options['no-open'])
    return browser('--no-open 只提供服务，不开窗口。', '--no-open serves without a window.')
  if (!isAsked && options.port !== undefined)
    return browser('--port 只用于浏览器外壳。', '--port is for the browser shell.')
  if (!hasDisplay()) {
    if (isAsked) return null
    return browser('没有图形显示（DISPLAY 为空）。', 'there is no display (DISPLAY is empty).')
  }
  const electron = (executable, zh, en) => ({ executable, zh: `Electron：${zh}`, en: `Electron: ${en}` })
  const found = findElectron()
  if (found !== null) return electron(found, '运行时已在本机。', 'its runtime is on disk.')
  if (!isAsked && recentFailure()) {
    return browser(
      '本机没有 Electron 运行时，一天之内已试过下载而未成。',
      'no Electron runtime here, and fetching it failed within the last day.',
    )
  }
  console.log(
    '本机没有 Electron 运行时，尝试下载（最多 20 秒）… No Electron runtime here; trying to fetch it (20 s at most)…',
  )
  const fetched = fetchElectron(20)
  if (fetched !== null) return electron(fetched, '运行时已下载。', 'its runtime was fetched.')
  if (isAsked) return null
  return browser(
    '本机没有 Electron 运行时，20 秒内也未能下载。',
    'no Electron runtime here, and none could be fetched within 20 s.',
  )
}

const options = readOptions()
try {
  const built = await buildIfNeeded({
    want: 'all',
    say: () => console.log('正在构建（首次约半分钟）… Building (about half a minute the first time)…'),
  })
  if (built) console.log('构建完成。 Built.')
} catch (error) {
  console.error(error.message)
  process.exit(1)
}

const shell = chooseShell(options)
if (shell === null) {
  console.error('无法使用 Electron：没有图形显示，或运行时不在本机且未能下载。可改用 --shell browser。')
  console.error(
    'Electron cannot be used: no display, or no runtime here and none could be fetched. Try --shell browser.',
  )
  process.exit(1)
}
console.log(`${shell.zh}\n${shell.en}`)

const from = (path) => resolve(process.env.INIT_CWD ?? process.cwd(), path)
const shared = ['profile', 'exchange'].flatMap((name) =>
  options[name] === undefined ? [] : [`--${name}`, from(options[name])],
)
if (options['take-over']) shared.push('--take-over')
const isRoot = process.getuid?.() === 0
const [command, args] =
  shell.executable === null
    ? [
        process.execPath,
        [
          join(root, 'out', 'main', 'browser-shell.js'),
          ...shared,
          ...(options.port === undefined ? [] : ['--port', options.port]),
          ...(options['no-open'] || !hasDisplay() ? ['--no-open'] : []),
        ],
      ]
    : [shell.executable, [...(isRoot ? ['--no-sandbox'] : []), root, ...shared]]

const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ELECTRON_RUN_AS_NODE: undefined } })
// Ctrl-C reaches the child by itself; a termination does not.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
child.on('exit', (code) => process.exit(code ?? 1))
