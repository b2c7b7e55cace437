/** What a machine of two cores does at once: a stage that keeps both busy runs alone. */
const slots = 2

/** A stage that broke down is a failure, whatever it had passed. */
async function brokenIsFailed(work) {
  try {
    return await work()
  } catch (error) {
    return { passed: 0, failed: 1, skipped: [], output: `${error.stack ?? error}\n` }
  }
}

async function runStage({ name, work }, results) {
  const startedAt = performance.now()
  console.log(`▸ ${name}`)
  const { passed, failed, skipped, output } = await brokenIsFailed(() => work({ results }))
  const seconds = (performance.now() - startedAt) / 1000
  // In one piece: what runs beside this stage speaks before it or after.
  const lines = [
    ...(output === '' ? [] : [output]),
    `${failed === 0 ? '✔' : '✘'} ${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`,
    ...skipped.map((title) => `  not run: ${title}`),
  ]
  console.log(lines.join('\n'))
  return { name, passed, failed, skipped, seconds }
}

/**
 * Runs every stage, in the order given as far as two cores and `after` allow; a stage waits for those it names if they
 * run at all, and runs whether they held or not. Answers all results in that order.
 */
export async function runStages(stages) {
  const waiting = [...stages]
  const running = new Map()
  const results = new Map()
  const isDone = (name) => results.has(name) || stages.every((stage) => stage.name !== name)
  const used = () => [...running.keys()].reduce((total, { cores }) => total + cores, 0)
  const canStart = ({ cores, after }) => used() + cores <= slots && (after ?? []).every(isDone)

  while (waiting.length > 0 || running.size > 0) {
    for (let next = waiting.find(canStart); next !== undefined; next = waiting.find(canStart)) {
      const stage = next
      waiting.splice(waiting.indexOf(stage), 1)
      running.set(
        stage,
        runStage(stage, results).then((result) => {
          results.set(stage.name, result)
          running.delete(stage)
        }),
      )
    }
    if (running.size === 0) throw new Error(`stages wait for each other: ${waiting.map(({ name }) => name).join(', ')}`)
    await Promise.race(running.values())
  }
  return stages.map(({ name }) => results.get(name))
}
