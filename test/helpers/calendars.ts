/** An invented arrangement of 2027 (示例); the true one is not out. */
export const calendar2027 = {
  format: 'lianshen-calendar/1',
  year: 2027,
  holidays: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-02-06', '2027-02-07', '2027-02-08'],
  makeUpWorkdays: ['2027-01-30'],
  sourceNotice: '国务院办公厅关于2027年部分节假日安排的通知（示例，非真实）',
}
