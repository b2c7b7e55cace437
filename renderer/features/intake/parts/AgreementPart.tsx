import { Button, Input, Radio } from 'antd'
import { clauseKeys, currentMembers, type ClauseKey } from '@shared/domain/dossier'
import { signatureTable } from '@shared/tables/signature-table'
import { Labelled } from '@renderer/ui/Labelled'
import { NumberInput } from '@renderer/ui/NumberInput'
import { useTranslation } from '@renderer/ui/translation'
import { ChoiceField, DayField, PageField, TextField, UnitField, YesNoField } from '../fields'
import { useIntake } from '../intake-context'
import { RowList } from '../RowList'
import { signatureWords } from '../tables/part-tables'
import { isUntouched, newSignature, signatureOf } from '../tables/rows-taken'
import { TableIntake } from '@renderer/parts/tables/TableIntake'

/** D, F. 协议书: dates, clauses as numbered on the paper, who is liable to outsiders, who signed. */
export function AgreementPart() {
  const { t } = useTranslation()
  const { content, set } = useIntake()
  const { agreement } = content
  const unsigned = currentMembers(content).filter(
    (member) => !agreement.signatures.some((signature) => signature.unitId === member.unitId),
  )
  return (
    <div className="stack">
      <div className="fields">
        <DayField path="agreement.signedOn" label="intake.agreement.signedOn" />
        <DayField path="agreement.effectiveOn" label="intake.agreement.effectiveOn" />
        <DayField path="agreement.expiresOn" label="intake.agreement.expiresOn" />
      </div>
      <h3>{t('intake.agreement.clauses')}</h3>
      <p className="quiet">{t('intake.agreement.clausesHint')}</p>
      <div className="fields">
        {clauseKeys.map((key) => (
          <ClauseField key={key} clauseKey={key} />
        ))}
      </div>
      <h3>{t('intake.agreement.liableBody')}</h3>
      <Radio.Group
        value={agreement.liableBody?.kind ?? 'none'}
        onChange={(event) => {
          const kind = event.target.value as string
          set(
            'agreement.liableBody',
            kind === 'member'
              ? { kind, unitId: '' }
              : kind === 'registered-entity'
                ? { kind, name: '', registrationNo: '' }
                : null,
          )
        }}
      >
        <Radio value="none">{t('common.notSet')}</Radio>
        <Radio value="member">{t('intake.liableBody.member')}</Radio>
        <Radio value="registered-entity">{t('intake.liableBody.entity')}</Radio>
      </Radio.Group>
      {agreement.liableBody === null ? null : (
        <div className="fields">
          {agreement.liableBody.kind === 'member' ? (
            <UnitField path="agreement.liableBody.unitId" label="common.unit" />
          ) : (
            <>
              <TextField path="agreement.liableBody.name" label="intake.liableBody.name" />
              <TextField path="agreement.liableBody.registrationNo" label="intake.liableBody.no" />
            </>
          )}
        </div>
      )}
      <TableIntake
        shape={signatureTable(content.members)}
        words={signatureWords(content)}
        isKnown={({ unitId }) =>
          agreement.signatures.some((signature) => signature.unitId === unitId && signature.signer !== '')
        }
        onTake={(rows) => {
          const taken = new Set(rows.map(({ unitId }) => unitId))
          const kept = agreement.signatures.filter(
            (signature) =>
              !isUntouched(signature, newSignature('')) &&
              !(taken.has(signature.unitId) && isUntouched(signature, newSignature(signature.unitId))),
          )
          set('agreement.signatures', [...kept, ...rows.map(signatureOf)])
        }}
      >
        <RowList
          path="agreement.signatures"
          title={t('intake.signatures')}
          addWords={t('intake.signatures.add')}
          create={() => newSignature('')}
          row={(row) => (
            <>
              <UnitField path={`${row}.unitId`} label="common.unit" />
              <TextField path={`${row}.signer`} label="intake.signature.signer" />
              <ChoiceField
                path={`${row}.capacity`}
                label="intake.signature.capacity"
                options={(['legal-representative', 'agent'] as const).map((value) => ({
                  value,
                  label: t(`capacity.${value}`),
                }))}
              />
              <DayField path={`${row}.signedOn`} label="intake.signature.signedOn" />
              <TextField path={`${row}.sealName`} label="intake.signature.sealName" />
              <PageField path={`${row}.page`} label="intake.signature.page" />
              <YesNoField path={`${row}.accessionPage`} label="intake.signature.accessionPage" />
              <ChoiceField
                path={`${row}.proxyMaterialId`}
                label="intake.signature.proxy"
                clearable
                options={content.materials.map((material) => ({ value: material.id, label: material.title }))}
              />
            </>
          )}
        />
      </TableIntake>
      {unsigned.length === 0 ? null : (
        <Button
          onClick={() => {
            set('agreement.signatures', [
              ...agreement.signatures,
              ...unsigned.map((member) => newSignature(member.unitId)),
            ])
          }}
        >
          {t('intake.signatures.addMembers', { count: unsigned.length })}
        </Button>
      )}
    </div>
  )
}

/** Number and page of one clause; no number means that the agreement has no such clause. */
function ClauseField({ clauseKey }: { readonly clauseKey: ClauseKey }) {
  const { t } = useTranslation()
  const { content, errors, set } = useIntake()
  const clause = content.agreement.clauses[clauseKey] ?? null
  const path = `agreement.clauses.${clauseKey}`
  const id = `field-${path}.number`
  const error = errors.get(`${path}.number`) ?? errors.get(`${path}.page`)
  const put = (number: string, page: number | null) => {
    set(`agreement.clauses.${clauseKey}`, number === '' ? null : { number, page })
  }
  return (
    <Labelled label={t(`clause.${clauseKey}`)} htmlFor={id} error={error === undefined ? null : t(error)}>
      <div className="row tight">
        <Input
          id={id}
          placeholder={t('intake.clause.number')}
          value={clause?.number ?? ''}
          onChange={(event) => {
            put(event.target.value, clause?.page ?? null)
          }}
        />
        <NumberInput
          id={`field-${path}.page`}
          optional
          min={1}
          max={99_999}
          placeholder={t('intake.clause.page')}
          label={t('intake.clause.pageOf', { clause: t(`clause.${clauseKey}`) })}
          disabled={clause === null}
          value={clause?.page ?? null}
          onChange={(page) => {
            put(clause?.number ?? '', page)
          }}
        />
      </div>
    </Labelled>
  )
}
