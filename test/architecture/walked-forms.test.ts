import { expect, it } from 'vitest'
import { formsAlone, formsOfDivision, formsOfExpert, harmless } from '../screens/forms/forms'
import { sourceFiles } from './source-files'

const typing =
  /<(?:Input(?:\.\w+)?|InputNumber|TextArea|DayInput|NumberInput|MoneyInput|ReasonField|TypedField|textarea)\b/u

it('every file that takes typing is walked with wrong input of each type, or says why it need not be', () => {
  const taking = sourceFiles('renderer').filter(({ text }) => typing.test(text))
  const walked = [...formsOfDivision, ...formsAlone, ...formsOfExpert, ...Object.keys(harmless)]
  expect(taking.map(({ path }) => path).sort()).toEqual(walked.sort())
})
