import type { RegulationVersion } from '../rule'

/** 四川省产业技术创新战略联盟备案、试点实施办法, the measure of 2010. */
export const regulation2010: RegulationVersion = {
  id: '2010',
  title: '四川省产业技术创新战略联盟备案、试点实施办法',
  articleCount: 29,
  rules: [],
  articlesWithoutRules: {},
}
