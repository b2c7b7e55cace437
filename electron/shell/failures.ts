import type { WordedCode } from '@host/lib/failure'

/** What the shells find, outside of the host. */
export const shellFailures = ['database.no-folder'] as const satisfies readonly WordedCode[]

declare module '@host/lib/failure' {
  interface DeclaredFailures {
    readonly shell: (typeof shellFailures)[number]
  }
}
