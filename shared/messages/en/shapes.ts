import type { zhShapes } from '../zh/shapes'

export const enShapes: Readonly<Record<keyof typeof zhShapes, string>> = {
  'shape.at': '{{place}}: {{problem}}',
  'shape.nth': 'no. {{number}}',
  'shape.whole': 'the whole file',
  'shape.missing': 'is missing',
  'shape.kind': 'must be {{kind}}',
  'shape.kind.string': 'text',
  'shape.kind.number': 'a number',
  'shape.kind.int': 'a whole number',
  'shape.kind.boolean': 'yes or no (true / false)',
  'shape.kind.array': 'a list',
  'shape.kind.object': 'a group of items',
  'shape.day': 'is no day; write it as 2026-11-22',
  'shape.format': 'is not written as it should be',
  'shape.empty': 'must not be empty',
  'shape.tooLong': 'is too long; at most {{most}} characters',
  'shape.tooMuch': 'is too much; at most {{most}}',
  'shape.tooLittle': 'is too little; at least {{least}}',
  'shape.choice': 'must be one of: {{values}}',
  'shape.unknown': 'is not known to this version',
}
