/** 主送 as offices of the trade write it; offered to choose from, never filled in. */
export const usualAddressees = [
  '各市（州）科技局，各有关单位',
  '各市（州）科技局，各产业技术创新战略联盟',
  '各产业技术创新战略联盟理事长单位',
  '各有关单位',
] as const

/** 抄送. */
export const usualCopies = [
  '各产业技术创新战略联盟理事长单位',
  '四川省推进产学研创新联盟构建工作协调指导小组各成员单位',
  '各市（州）科技局',
] as const
