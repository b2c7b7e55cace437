/**
 * A failure of the system at an open file tells no path: puts in the one that the person knows, also for the part file
 * that stands for it. Other failures stay as they are.
 */
export function named(error: unknown, path: string, part?: string): unknown {
  if (error instanceof Error && 'syscall' in error) {
    const told = 'path' in error ? error.path : undefined
    if (told === undefined || told === part) Object.assign(error, { path })
  }
  return error
}
