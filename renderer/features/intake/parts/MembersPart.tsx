import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Select, Table } from 'antd'
import { useState, type Key } from 'react'
import { unitKinds } from '@shared/domain/unit-kinds'
import { memberRoles, type Member } from '@shared/domain/dossier'
import { isSameName } from '@shared/lib/names'
import { memberTable } from '@shared/tables/member-table'
import { newLocalId } from '@renderer/platform/ids'
import { useTranslation } from '@renderer/ui/translation'
import { DayField, MoneyField, AreaField, NamesField, TextField, TriSelect, YesNoField } from '../fields'
import { useIntake } from '../intake-context'
import { RowList } from '../RowList'
import { memberWords } from '../tables/part-tables'
import { isUntouched, memberOf, newMember, unset } from '../tables/rows-taken'
import { TableIntake } from '@renderer/parts/tables/TableIntake'

const inLine = ['fullName', 'kind', 'independentLegalPerson', 'role', 'city']

/** Whether a place of the form lies in the folded part of a member's row. */
const isFolded = (path: string, index: number): boolean =>
  path.startsWith(`members.${index}.`) && !inLine.includes(path.split('.')[2] ?? '')

/** B. 成员单位表: one line per unit, the rest of it folded below; a piece of a spreadsheet may be pasted. */
export function MembersPart() {
  const { t } = useTranslation()
  const { content, errors, set } = useIntake()
  const { members } = content
  const cell = (index: number, key: string) => `members.${index}.${key}`
  const [open, setOpen] = useState<readonly Key[]>([])
  const [seen, setSeen] = useState(errors)
  // What is wrong in a folded row opens it; it stays open when the error goes.
  if (seen !== errors) {
    setSeen(errors)
    const folded = members.filter((_, index) => [...errors.keys()].some((path) => isFolded(path, index)))
    setOpen((before) => [...new Set([...before, ...folded.map(({ unitId }) => unitId)])])
  }
  const wrong = (index: number, key: string) => {
    const error = errors.get(cell(index, key))
    return error === undefined ? null : (
      <div className="field-error" role="alert">
        {t(error)}
      </div>
    )
  }
  const status = (index: number, key: string) =>
    errors.has(cell(index, key)) ? { status: 'error' as const, 'aria-invalid': true } : {}
  const text = (index: number, key: 'fullName' | 'city', label: string) => (
    <>
      <Input
        id={`field-${cell(index, key)}`}
        aria-label={t('intake.ofRow', { label, row: index + 1 })}
        {...status(index, key)}
        value={members[index]?.[key] ?? ''}
        onChange={(event) => {
          set(cell(index, key), event.target.value)
        }}
      />
      {wrong(index, key)}
    </>
  )
  return (
    <TableIntake
      shape={memberTable}
      words={memberWords}
      isKnown={({ fullName = '' }) => members.some((member) => isSameName(member.fullName, fullName))}
      onTake={(rows) => {
        const filled = members.filter((member) => !isUntouched(member, newMember(member.unitId)))
        set('members', [...filled, ...rows.map((row) => memberOf(row, newLocalId('u')))])
      }}
    >
      <Table<Member & { readonly index: number }>
        rowKey="unitId"
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={members.map((member, index) => ({ ...member, index }))}
        locale={{ emptyText: t('intake.members.empty') }}
        expandable={{
          expandedRowRender: ({ index }) => <MemberRest index={index} />,
          expandedRowKeys: open,
          onExpandedRowsChange: setOpen,
        }}
        columns={[
          { title: '#', key: 'no', align: 'right', render: (_, { index }) => index + 1 },
          {
            title: t('intake.member.fullName'),
            key: 'fullName',
            width: '20rem',
            render: (_, { index }) => text(index, 'fullName', t('intake.member.fullName')),
          },
          {
            title: t('intake.member.kind'),
            key: 'kind',
            render: (_, { index, kind }) => (
              <>
                <Select<Member['kind'] | null>
                  id={`field-${cell(index, 'kind')}`}
                  className="cell-select"
                  aria-label={t('intake.ofRow', { label: t('intake.member.kind'), row: index + 1 })}
                  {...status(index, 'kind')}
                  placeholder={t('common.notSet')}
                  value={kind === unset ? null : kind}
                  options={unitKinds.map((value) => ({ value, label: t(`unitKind.${value}`) }))}
                  onChange={(value) => {
                    set(cell(index, 'kind'), value)
                  }}
                />
                {wrong(index, 'kind')}
              </>
            ),
          },
          {
            title: t('intake.member.independent'),
            key: 'independent',
            render: (_, { index, independentLegalPerson }) => (
              <TriSelect
                label={t('intake.ofRow', { label: t('intake.member.independent'), row: index + 1 })}
                value={independentLegalPerson}
                onChange={(value) => {
                  set(cell(index, 'independentLegalPerson'), value)
                }}
              />
            ),
          },
          {
            title: t('intake.member.role'),
            key: 'role',
            render: (_, { index, role }) => (
              <Select
                className="cell-select"
                aria-label={t('intake.ofRow', { label: t('intake.member.role'), row: index + 1 })}
                value={role}
                options={memberRoles.map((value) => ({ value, label: t(`memberRole.${value}`) }))}
                onChange={(value) => {
                  set(cell(index, 'role'), value)
                }}
              />
            ),
          },
          {
            title: t('intake.member.city'),
            key: 'city',
            render: (_, { index }) => text(index, 'city', t('intake.member.city')),
          },
          {
            title: '',
            key: 'remove',
            render: (_, { index }) => (
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('intake.removeRow', { row: index + 1 })}
                onClick={() => {
                  set('members', members.toSpliced(index, 1))
                }}
              />
            ),
          },
        ]}
      />
      <Button
        icon={<PlusOutlined aria-hidden />}
        onClick={() => {
          set('members', [...members, newMember(newLocalId('u'))])
        }}
      >
        {t('intake.members.add')}
      </Button>
    </TableIntake>
  )
}

function MemberRest({ index }: { readonly index: number }) {
  const { t } = useTranslation()
  const { content, set } = useIntake()
  const path = `members.${index}`
  const leading = content.members[index]?.leading ?? null
  return (
    <div className="stack">
      <div className="fields">
        <TextField path={`${path}.creditCode`} label="intake.member.creditCode" />
        <TextField path={`${path}.parentUnit`} label="intake.member.parentUnit" />
        <NamesField path={`${path}.formerNames`} label="intake.formerNames" />
        <MoneyField path={`${path}.registeredCapitalFen`} label="intake.member.capital" optional />
        <MoneyField path={`${path}.contributionFen`} label="intake.member.contribution" />
        <TextField path={`${path}.contributionForm`} label="intake.member.contributionForm" />
        <DayField path={`${path}.joinedOn`} label="intake.member.joinedOn" />
        <DayField path={`${path}.leftOn`} label="intake.member.leftOn" />
        {leading === null ? null : (
          <>
            <YesNoField path={`${path}.leading.isLeading`} label="intake.member.leading" />
            <AreaField path={`${path}.leading.basis`} label="intake.member.leadingBasis" />
          </>
        )}
        <AreaField path={`${path}.frontier`} label="intake.member.frontier" />
      </div>
      {leading === null ? (
        <Button
          size="small"
          onClick={() => {
            set(`${path}.leading`, { isLeading: false, basis: '' })
          }}
        >
          {t('intake.member.addLeading')}
        </Button>
      ) : null}
      <RowList
        path={`${path}.legalRepresentatives`}
        title={t('intake.member.representatives')}
        addWords={t('intake.member.addRepresentative')}
        create={() => ({ name: '', from: null, to: null })}
        row={(row) => (
          <>
            <TextField path={`${row}.name`} label="common.name" />
            <DayField path={`${row}.from`} label="intake.member.representativeFrom" />
            <DayField path={`${row}.to`} label="intake.member.representativeTo" />
          </>
        )}
      />
    </div>
  )
}
