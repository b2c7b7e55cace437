import { spawn } from 'node:child_process'

/**
 * What a terminal shows in which a shell runs `command` and a person types `keys` at the `prompt`, and how it ended.
 */
export function typeAtTerminal(
  command: string,
  prompt: string,
  keys: string,
): Promise<{ readonly shown: string; readonly code: number | null }> {
  const terminal = spawn('script', ['-qec', command, '/dev/null'], { stdio: ['pipe', 'pipe', 'ignore'] })
  let shown = ''
  let isAsked = false
  terminal.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text
    if (isAsked || !shown.includes(prompt)) return
    isAsked = true
    terminal.stdin.write(keys)
  })
  return new Promise((resolve, reject) => {
    terminal.on('error', reject)
    terminal.on('close', (code) => resolve({ shown, code }))
  })
}
