/** Screens of tests speak whole languages from the first moment. What people see reads them: see words-on-demand. */
if (typeof document !== 'undefined') {
  const { readWords } = await import('@renderer/platform/language-words')
  await Promise.all([readWords('zh-CN'), readWords('en')])
}

export {}
