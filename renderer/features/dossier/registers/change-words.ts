import { changeParts } from '@shared/acts/change-gaps'
import type { Change } from '@shared/domain/change'
import { currentMembers, memberById, type DossierContent } from '@shared/domain/dossier'
import type { Translate } from '@shared/messages/translate'
import type { ReadBackLine } from '@renderer/ui/ReadBackLines'

/** What a change does, in a sentence; empty where only its kind is known. */
export function changeWords(
  content: DossierContent,
  { kind, unitId, effect = {}, carried }: Change,
  t: Translate,
): string {
  const { newName, unitIds = [], toUnitId, units = [] } = effect
  const nameOf = (id: string | null | undefined) => memberById(content, id ?? null)?.fullName ?? ''
  const listed = (names: readonly string[]) => names.join(t('punctuation.list'))
  const coming = listed(units.map(({ fullName }) => fullName))
  const unit = nameOf(unitId)
  switch (kind) {
    case 'member-joined':
      return coming === '' ? '' : t('changes.joins', { names: coming })
    case 'member-left':
      return unit === '' ? '' : t('changes.leaves', { names: unit })
    case 'members-merged':
      return unitIds.length === 0
        ? ''
        : t('changes.merges', {
            names: listed(unitIds.map(nameOf)),
            to: toUnitId === undefined ? coming : nameOf(toUnitId),
          })
    case 'member-split':
      return unit === '' ? '' : t('changes.splits', { name: unit, names: coming })
    case 'chair-changed':
    case 'secretariat-changed':
      return toUnitId === undefined ? '' : t('changes.to', { name: nameOf(toUnitId) })
    default: {
      if (newName === undefined || !changeParts[kind].includes('newName')) return unit
      const present = kind === 'alliance-renamed' ? content.alliance.name : unit
      return t('changes.from', { from: carried?.oldName ?? present, to: newName })
    }
  }
}

/** What differs between two versions in names, offices and members: what a person reads back. */
export function carriedLines(before: DossierContent, after: DossierContent, t: Translate): readonly ReadBackLine[] {
  const arrow = (from: string, to: string) =>
    t('changes.arrow', { from: from === '' ? t('common.notSet') : from, to: to === '' ? t('common.notSet') : to })
  const office = (words: ReadBackLine['term'], key: 'chairUnitId' | 'leadUnitId' | 'secretariatUnitId') =>
    before.alliance[key] === after.alliance[key]
      ? []
      : [
          {
            term: words,
            words: arrow(
              memberById(before, before.alliance[key])?.fullName ?? '',
              memberById(after, after.alliance[key])?.fullName ?? '',
            ),
          },
        ]
  const person = (term: string, key: 'chairPerson' | 'secretaryGeneral') =>
    before.alliance[key] === after.alliance[key]
      ? []
      : [{ term, words: arrow(before.alliance[key], after.alliance[key]) }]
  const old = currentMembers(before)
  const now = currentMembers(after)
  const joined = now.filter(({ unitId }) => !old.some((member) => member.unitId === unitId))
  const left = old.filter(({ unitId }) => !now.some((member) => member.unitId === unitId))
  const renamed = now.flatMap(({ unitId, fullName }) => {
    const was = memberById(before, unitId)
    return was === undefined || was.fullName === fullName ? [] : [arrow(was.fullName, fullName)]
  })
  const list = (term: string, names: readonly string[]) =>
    names.length === 0 ? [] : [{ term, words: names.join(t('punctuation.list')) }]
  const { name } = before.alliance
  return [
    ...(name === after.alliance.name
      ? [{ term: t('field.allianceName'), words: name }]
      : [{ term: t('field.allianceName'), words: arrow(name, after.alliance.name), isStrong: true }]),
    ...office(t('field.chairUnitId'), 'chairUnitId'),
    ...person(t('field.chairPerson'), 'chairPerson'),
    ...office(t('field.leadUnitId'), 'leadUnitId'),
    ...office(t('field.secretariatUnitId'), 'secretariatUnitId'),
    ...person(t('field.secretaryGeneral'), 'secretaryGeneral'),
    ...list(
      t('changes.line.joined'),
      joined.map(({ fullName }) => fullName),
    ),
    ...list(
      t('changes.line.left'),
      left.map(({ fullName }) => fullName),
    ),
    ...list(t('changes.line.renamed'), renamed),
    ...(old.length === now.length
      ? []
      : [
          {
            term: t('changes.line.count'),
            words: t('changes.countWords', { from: old.length, to: now.length }),
          },
        ]),
  ]
}
