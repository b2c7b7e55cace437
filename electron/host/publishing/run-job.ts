/** Publishing work in the thread that loads this: writers and fonts come along. */
import { printableModel } from '@shared/documents/blocks-complete'
import { renderDocx } from '@shared/publishing/docx/render-docx'
import { FontSet } from '@shared/publishing/fonts/font-set'
import { markedCopy } from '@shared/publishing/pdf/marked-copy'
import { renderPdf } from '@shared/publishing/pdf/render-pdf'
import { densityOf } from '@shared/publishing/typeset/compose-pages'
import { signDetached } from '@shared/publishing/signing/detached'
import { signPdf } from '@shared/publishing/signing/sign-pdf'
import { loadFontBytes } from './load-fonts'
import { type PublishingJob, type PublishingResult } from './publishing-job'

type Outcome = PublishingResult[PublishingJob['kind']]

/** A worker on jobs. Fonts are read and parsed once, at the first PDF. `resources` holds `fonts/`; default: found. */
export function createJobRunner(resources: string | undefined): (job: PublishingJob) => Promise<Outcome> {
  let fonts: Promise<FontSet> | undefined
  const fontSet = () => (fonts ??= loadFontBytes(resources).then((bytes) => new FontSet(bytes)))
  return async (job) => {
    switch (job.kind) {
      case 'pdf':
        return renderPdf(job.model, await fontSet(), job.options)
      case 'docx':
        // Both copies of a paper are set alike.
        return renderDocx(job.model, { density: densityOf(printableModel(job.model), await fontSet()) })
      case 'marked-pdf':
        return markedCopy(job.bytes, job.marks, job.words, await fontSet())
      case 'signed-pdf':
        return signPdf(job.bytes, job.signer, job.options)
      case 'signature-file':
        return signDetached(job.bytes, job.signer, job.signedAt)
    }
  }
}
