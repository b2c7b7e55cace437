// The command line: builds the Node side if it must, quietly, so that stdout carries the answer alone.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildIfNeeded } from './build-if-needed.mjs'
import { root } from './lib/root.mjs'

try {
  await buildIfNeeded({
    want: 'node',
    say: () => console.error('正在构建命令行（约几秒）… Building the command line…'),
  })
} catch (error) {
  console.error(error.message)
  process.exit(2)
}

// npm changes into the checkout: paths on the command line are meant from where the user stands.
const cwd = process.env.INIT_CWD ?? process.cwd()
const child = spawn(process.execPath, [join(root, 'out', 'main', 'cli.js'), ...process.argv.slice(2)], {
  cwd,
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 2))
