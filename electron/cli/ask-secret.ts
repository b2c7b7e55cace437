import type { ReadStream } from 'node:tty'

/** Asks at the terminal without echo; null if there is none. Enter ends, Ctrl+C gives up (null), Backspace takes back. */
export function askSecret(prompt: string, input: ReadStream, say: (text: string) => void): Promise<string | null> {
  if (!input.isTTY) return Promise.resolve(null)
  say(prompt)
  input.setRawMode(true)
  input.setEncoding('utf8').resume()
  return new Promise((resolve) => {
    let typed: readonly string[] = []
    const end = (answer: string | null) => {
      input.off('data', take).setRawMode(false).pause()
      say('\n')
      resolve(answer)
    }
    const take = (text: string) => {
      for (const character of text) {
        if (character === '\r' || character === '\n') {
          end(typed.join(''))
          return
        }
        if (character === '\u0003' || character === '\u0004') {
          end(null)
          return
        }
        typed = character === '\u007f' || character === '\b' ? typed.slice(0, -1) : [...typed, character]
      }
    }
    input.on('data', take)
  })
}
