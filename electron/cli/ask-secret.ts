import type { ReadStream } from 'node:tty'

/**
 * Asks at the terminal without echo; null if there is none. Enter ends, Backspace takes back; Ctrl+C, Ctrl+D and a
 * terminal that closes give up (null). The echo is off before the question is seen, so that an early key is kept.
 */
export function askSecret(prompt: string, input: ReadStream, say: (text: string) => void): Promise<string | null> {
  if (!input.isTTY) return Promise.resolve(null)
  input.setRawMode(true)
  return new Promise((resolve) => {
    let typed: readonly string[] = []
    const end = (answer: string | null) => {
      input.off('data', take).off('end', giveUp).setRawMode(false).pause()
      say('\n')
      resolve(answer)
    }
    const giveUp = () => end(null)
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
    input.setEncoding('utf8').on('data', take).once('end', giveUp)
    say(prompt)
  })
}
