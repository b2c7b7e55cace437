import { Alert, Button } from 'antd'
import { Link, useLocation } from 'react-router'
import type { DocumentInputId } from '@shared/documents/catalogue-facts'
import type { MissingValue } from '@shared/documents/missing-values'
import { useTranslation } from '../../ui/translation'
import { placeOfGap, type PaperGround } from './gap-place'

/** Everything that a paper lacks, each with the way to where it is said. */
export function MissingList(props: {
  readonly missing: readonly MissingValue[]
  readonly inputs: readonly DocumentInputId[]
  readonly ground: PaperGround
}) {
  const { t } = useTranslation()
  const { missing, inputs, ground } = props
  if (missing.length === 0) return null
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={t('documents.missing')}
      description={
        <ul className="why-not">
          {missing.map((value) => (
            <li key={`${value.field}-${value.label}`}>
              {value.label} <Way value={value} inputs={inputs} ground={ground} />
            </li>
          ))}
        </ul>
      }
    />
  )
}

function Way(props: {
  readonly value: MissingValue
  readonly inputs: readonly DocumentInputId[]
  readonly ground: PaperGround
}) {
  const { t } = useTranslation()
  const { value, inputs, ground } = props
  const { pathname } = useLocation()
  const place = placeOfGap(value, inputs, ground)
  // The page where one is already is no way to anywhere.
  if (place === null || (place.kind === 'page' && place.path === pathname)) return null
  const label = t('documents.toPlaceOf', { label: value.label })
  if (place.kind === 'page') {
    return (
      <Link to={place.path} aria-label={label}>
        {t('documents.toPlace')}
      </Link>
    )
  }
  return (
    <Button
      type="link"
      size="small"
      aria-label={label}
      onClick={() => {
        document.getElementById(fieldId(place.input))?.focus()
      }}
    >
      {t('documents.toPlace')}
    </Button>
  )
}

/** The element of a field in the form. */
export const fieldId = (input: DocumentInputId): string => `document-${input}`
