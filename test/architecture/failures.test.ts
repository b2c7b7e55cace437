import { describe, expect, it } from 'vitest'
import { hostFailures } from '@host/failures'
import { fail, refuse } from '@host/lib/failure'
import { pageFailures } from '@renderer/platform/host-failure'
import { messages } from '@shared/messages/catalogue'
import { shellFailures } from '../../electron/shell/failures'

const declared: readonly string[] = [...hostFailures, ...shellFailures, ...pageFailures]

/** Never called: what the compiler says of each line is what is tested, by `tsc`. */
export function refused(): readonly (() => never)[] {
  return [
    () => fail('profile.none'),
    () => fail('bundle.nothing-to-import', { fileName: '' }),
    () => refuse('bundle.empty'),
    // @ts-expect-error a failure without the name of its file
    () => fail('bundle.nothing-to-import'),
    // @ts-expect-error a failure of a file, made as if its name would be added later, without what its reader knows
    () => refuse('bundle.wrong-hash'),
    // @ts-expect-error a code that nobody declared
    () => fail('bundle.no-such-code'),
  ]
}

describe('the codes of failures', () => {
  it('are declared once, each beside what makes it', () => {
    expect(declared.filter((code, index) => declared.indexOf(code) !== index)).toEqual([])
  })

  it('have each its sentence, and no sentence waits for a failure that nobody makes', () => {
    const worded = Object.keys(messages['zh-CN']).flatMap((key) => (key.startsWith('error.') ? [key.slice(6)] : []))
    expect(worded.toSorted()).toEqual(declared.toSorted())
  })
})
