import { canonicalJson } from '../lib/canonical-json'
import type { DossierContent } from './dossier'
import type { Handling } from './handling'

type Handled = Omit<Handling, 'successions'>

const nothing: Handled = {
  filedOn: null,
  filingNo: '',
  no: '',
  acceptedOn: null,
  hostDivisionId: null,
  coDivisionIds: [],
}

/** What a content says of how the office handles the dossier: all that versions of older programs know of it. */
export const handlingIn = ({ filing, application }: DossierContent): Handled => ({
  filedOn: filing.filedOn,
  filingNo: filing.filingNo,
  no: application.no,
  acceptedOn: application.acceptedOn,
  hostDivisionId: application.hostDivisionId,
  coDivisionIds: application.coDivisionIds,
})

/** Whether a content says nothing of it: what is saved now does not. */
export const isWithoutHandling = (content: DossierContent): boolean => isSameHandling(handlingIn(content), nothing)

export const isSameHandling = (a: Handled, b: Handled): boolean =>
  canonicalJson(handled(a)) === canonicalJson(handled(b))

/** The content as the applicant handed it in: what is kept as a version, and hashed. */
export const withoutHandling = (content: DossierContent): DossierContent => withHandling(content, nothing)

/** The content as people read it: with the office's own numbers, days and divisions. Never hash it. */
export const withHandling = (content: DossierContent, handling: Handled): DossierContent => {
  const { filedOn, filingNo, no, acceptedOn, hostDivisionId, coDivisionIds } = handling
  return {
    ...content,
    filing: { ...content.filing, filedOn, filingNo },
    application: { ...content.application, no, acceptedOn, hostDivisionId, coDivisionIds: [...coDivisionIds] },
  }
}

const handled = ({ filedOn, filingNo, no, acceptedOn, hostDivisionId, coDivisionIds }: Handled): Handled => ({
  ...{ filedOn, filingNo, no, acceptedOn, hostDivisionId },
  coDivisionIds: [...coDivisionIds],
})
