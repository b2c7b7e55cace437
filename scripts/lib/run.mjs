import { spawn } from 'node:child_process'
import { root } from './root.mjs'

/** Runs a program in the checkout and keeps what it says; passes it on while it runs if `isLoud`. */
export function run(command, args, { env = {}, isLoud = false, timeoutMinutes = 25 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    // Not the option of spawn: of a program that cannot be started, its clock would keep this process alive.
    const clock = setTimeout(() => child.kill('SIGKILL'), timeoutMinutes * 60_000)
    const settle = (result) => {
      clearTimeout(clock)
      resolve(result)
    }
    let output = ''
    const take = (stream) => (text) => {
      output += text
      if (isLoud) stream.write(text)
    }
    child.stdout.setEncoding('utf8').on('data', take(process.stdout))
    child.stderr.setEncoding('utf8').on('data', take(process.stderr))
    child.on('error', (error) => settle({ isOk: false, output: `${output}${error.message}\n` }))
    child.on('close', (code, signal) => {
      const ending = signal === null ? '' : `${command} was ended by ${signal}\n`
      settle({ isOk: code === 0, output: `${output}${ending}` })
    })
  })
}
