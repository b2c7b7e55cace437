/** A checked template and values to a Word file. */
import { type DXT } from 'docxtemplater'
import { visibleText } from '@shared/lib/visible-text'
import { openArchive, openTemplate } from './open-template'
import { type TemplateValues } from './template-problem'

/** A value that the template asks for and that is absent, blank or not printable: it stops the export and is named. */
export class TemplateValueError extends Error {
  readonly kind = 'template-value'
  constructor(readonly tag: string) {
    super(`no printable value for ${tag}`)
    this.name = 'TemplateValueError'
  }
}

/** XML 1.0, 2.2: no control characters but the new line (which breaks the line) and no half characters. */
const unprintable = /[^\P{Cc}\n]|\p{Cs}|[\ufffe\uffff]/u

/**
 * Fills a template that `checkTemplate` has passed. Values are text: they are escaped, tags inside them are not looked
 * at, and characters that cannot be seen are named. Equal input gives equal bytes, but for the library's version.
 * Throws `TemplateValueError`.
 */
export function fillTemplate(bytes: Uint8Array, values: TemplateValues): Uint8Array<ArrayBuffer> {
  refuseUnprintable(values, '')
  const missing = (part: DXT.Part): never => {
    throw new TemplateValueError(part.value)
  }
  const template = openTemplate(openArchive(bytes), { nullGetter: missing })
  try {
    template.render(shown(values))
  } catch (error) {
    throw valueErrorIn(error) ?? error
  }
  return new Uint8Array(template.toUint8Array({ compression: 'DEFLATE' }))
}

/** Every value with the characters in it that cannot be seen named. */
const shown = (values: TemplateValues): TemplateValues =>
  Object.fromEntries(
    Object.entries(values).map(([tag, value]) => [
      tag,
      typeof value === 'string' ? visibleText(value) : value.map((row) => shown(row)),
    ]),
  )

function refuseUnprintable(values: TemplateValues, path: string): void {
  for (const [tag, value] of Object.entries(values)) {
    if (typeof value !== 'string') value.forEach((row) => refuseUnprintable(row, `${path}${tag}.`))
    else if (value.trim() === '' || unprintable.test(value)) throw new TemplateValueError(path + tag)
  }
}

/** The library gathers what was thrown while rendering. */
function valueErrorIn(error: unknown): TemplateValueError | undefined {
  if (error instanceof TemplateValueError) return error
  const gathered = (error as { properties?: { errors?: unknown[] } }).properties?.errors ?? []
  return gathered.find((one) => one instanceof TemplateValueError)
}
