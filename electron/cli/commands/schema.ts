import type { Command } from 'commander'
import { z } from 'zod'
import { manifestSchema } from '@shared/bundle/manifest'
import { dossierFileSchema } from '@shared/domain/dossier'
import { unusable } from '../failure'
import { batchFileSchema, opinionRecordSchema } from '../formats'
import { answerJson, type CliWorld } from '../world'

const schemas: Readonly<Record<string, z.ZodType>> = {
  dossier: dossierFileSchema,
  opinion: opinionRecordSchema,
  batch: batchFileSchema,
  manifest: manifestSchema,
}

/**
 * `lianshen schema`: the JSON Schema (2020-12) of what the other commands read; fields with a default may be left out.
 */
export function addSchemaCommand(program: Command, world: CliWorld): void {
  const { t } = world
  program
    .command('schema')
    .description(t('cli.schema.about'))
    .argument('<NAME>', t('cli.schema.name'))
    .option('--json', t('cli.option.json'))
    .action((name: string) => {
      const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined
      if (schema === undefined) {
        throw unusable('cli.schema.unknown', { name, known: Object.keys(schemas).join(', ') })
      }
      answerJson(world, z.toJSONSchema(schema, { io: 'input' }))
    })
}
