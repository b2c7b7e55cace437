/** Makes a province and says what it weighs: `npx tsx test/bench/province/make.ts 1000`. */
import { provinceOf } from './province'

for (const size of process.argv.slice(2)) {
  const { root, facts } = await provinceOf(Number(size))
  console.log(root, facts, `${(facts.journalBytes / facts.dossiers / 1000).toFixed(1)} KB a dossier`)
}
