import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Alert, Button, Input, Select, Table } from 'antd'
import { useState } from 'react'
import { memberRoles, memberSchema, unitKinds, type Member } from '@shared/domain/dossier'
import { newLocalId } from '@renderer/platform/ids'
import { useTranslation } from '@renderer/ui/translation'
import { DayField, MoneyField, AreaField, TextField, TriSelect, YesNoField } from '../fields'
import { useIntake } from '../intake-context'
import { isTable, pastedMembers } from '../member-paste'
import { RowList } from '../RowList'

const emptyMember = (): Member => ({
  ...memberSchema.parse({ unitId: newLocalId('u'), fullName: '?', kind: 'enterprise', role: 'member' }),
  fullName: '',
})

/** B. 成员单位表: one line per unit, the rest of it folded below; a piece of a spreadsheet may be pasted. */
export function MembersPart() {
  const { t } = useTranslation()
  const { content, errors, set } = useIntake()
  const { members } = content
  const [pasted, setPasted] = useState(0)
  const cell = (index: number, key: string) => `members.${index}.${key}`
  const text = (index: number, key: 'fullName' | 'city', label: string) => (
    <Input
      aria-label={t('intake.ofRow', { label, row: index + 1 })}
      {...(errors.has(cell(index, key))
        ? { status: 'error' as const, title: t(errors.get(cell(index, key)) ?? 'intake.error.wrong') }
        : {})}
      value={members[index]?.[key] ?? ''}
      onChange={(event) => {
        set(cell(index, key), event.target.value)
      }}
    />
  )
  return (
    <div
      className="stack"
      onPaste={(event) => {
        const clip = event.clipboardData.getData('text/plain')
        if (!isTable(clip)) return
        const rows = pastedMembers(clip, () => newLocalId('u'))
        if (rows.length === 0) return
        event.preventDefault()
        set('members', [...members.filter((member) => member.fullName !== ''), ...rows])
        setPasted(rows.length)
      }}
    >
      <p className="quiet">{t('intake.members.pasteHint')}</p>
      <Input
        className="paste-place"
        aria-label={t('intake.members.pastePlace')}
        placeholder={t('intake.members.pastePlace')}
        value=""
        onChange={() => undefined}
      />
      {pasted === 0 ? null : <Alert type="info" closable title={t('intake.members.pasted', { count: pasted })} />}
      <Table<Member & { readonly index: number }>
        rowKey="unitId"
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={members.map((member, index) => ({ ...member, index }))}
        locale={{ emptyText: t('intake.members.empty') }}
        expandable={{ expandedRowRender: ({ index }) => <MemberRest index={index} /> }}
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
              <Select
                className="cell-select"
                aria-label={t('intake.ofRow', { label: t('intake.member.kind'), row: index + 1 })}
                value={kind}
                options={unitKinds.map((value) => ({ value, label: t(`unitKind.${value}`) }))}
                onChange={(value) => {
                  set(cell(index, 'kind'), value)
                }}
              />
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
          set('members', [...members, emptyMember()])
        }}
      >
        {t('intake.members.add')}
      </Button>
    </div>
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
