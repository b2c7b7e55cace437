export const zhCommon = {
  'app.name': '联审',
  'app.fullName': '联审 · 产业技术创新战略联盟备案、试点审核工作台',
} as const
