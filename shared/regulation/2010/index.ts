import type { RegulationVersion, Rule } from '../rule'
import { opinionValid } from '../work-rules/opinion-valid'
import { panelInOrder } from '../work-rules/panel-in-order'
import { allianceByContract } from './rules/article-01'
import { industryOfFiling } from './rules/article-02'
import { basicConditions, signedBeforeFiling } from './rules/article-05'
import { agreementOnFile, filingForm, necessityStatement } from './rules/article-07'
import { appliedByChair, filedBeforeApplication, fourMechanisms, hostDivisionSet } from './rules/article-08'
import {
  frontierOfResearch,
  independentLegalPersons,
  kindsOfMembers,
  leadingEnterprises,
  representsTheProvince,
} from './rules/article-09-1'
import { authorityClauses, liabilitySharingClause, liableBodyNamed } from './rules/article-09-2'
import { fundsBreachClause, fundsRule, fundsSupervision, governmentFunds } from './rules/article-09-3'
import { fundsReceived, innovationChain, oneYearInOperation } from './rules/article-09-4'
import { planComplete, planNamesEveryMember } from './rules/article-09-5'
import { bothOpinionsOnFile } from './rules/article-10'
import {
  drivingForce,
  industryInCatalogue,
  keyAndCommonTechnology,
  majorNeed,
  standingInTrade,
  strategyAndPolicy,
} from './rules/article-11'
import { otherConditionsResolved, panelAfterDivision } from './rules/article-12'
import { everyMemberSigned, protectedByLaw, sealsMatch, signedByLegalRepresentative } from './rules/article-12-1'
import { goalsClear, tasksDivided } from './rules/article-12-2'
import { settledByGroup } from './rules/article-13'
import { batchInOrder, threeYearTerm } from './rules/article-14'
import { annualReports } from './rules/article-16'
import { evaluationInTime, evaluationResult } from './rules/article-17'
import { changeFiledInTime, changeMustBeFiled } from './rules/article-18'
import { barredFromApplying, breachOfLaw, dissolved, legalDispute, noActivity, otherGrounds } from './rules/article-19'
import { measureInForce } from './rules/article-29'

const article9: readonly Rule[] = [
  kindsOfMembers,
  independentLegalPersons,
  leadingEnterprises,
  frontierOfResearch,
  representsTheProvince,
  liableBodyNamed,
  authorityClauses,
  liabilitySharingClause,
  fundsRule,
  fundsSupervision,
  fundsBreachClause,
  governmentFunds,
  fundsReceived,
  oneYearInOperation,
  innovationChain,
  planComplete,
  planNamesEveryMember,
]

/** 四川省产业技术创新战略联盟备案、试点实施办法, the measure of 2010, with the work rules that its Art. 12 leaves room for. */
export const regulation2010: RegulationVersion = {
  id: '2010',
  title: '四川省产业技术创新战略联盟备案、试点实施办法',
  articleCount: 29,
  rules: [
    allianceByContract,
    industryOfFiling,
    signedBeforeFiling,
    basicConditions,
    filingForm,
    agreementOnFile,
    necessityStatement,
    filedBeforeApplication,
    appliedByChair,
    hostDivisionSet,
    fourMechanisms,
    ...article9,
    bothOpinionsOnFile,
    standingInTrade,
    industryInCatalogue,
    strategyAndPolicy,
    majorNeed,
    drivingForce,
    keyAndCommonTechnology,
    panelAfterDivision,
    panelInOrder,
    everyMemberSigned,
    signedByLegalRepresentative,
    sealsMatch,
    protectedByLaw,
    goalsClear,
    tasksDivided,
    otherConditionsResolved(article9),
    opinionValid,
    settledByGroup,
    batchInOrder,
    threeYearTerm,
    annualReports,
    evaluationInTime,
    evaluationResult,
    changeFiledInTime,
    changeMustBeFiled,
    legalDispute,
    noActivity,
    breachOfLaw,
    dissolved,
    otherGrounds,
    barredFromApplying,
    measureInForce,
  ],
  articlesWithoutRules: {
    3: 'names the office with which an alliance may file; its printed name is a setting (note 1)',
    4: 'says which bodies organise, settle and administer; nothing in a dossier answers to it (note 17)',
    6: 'filing is voluntary and follows from the basic conditions, which R05-1 and R05-2 check; it sets no time limit (note 4)',
    15: 'charges departments with making an evaluation system; the evaluation of one pilot is checked at Art. 17',
    20: 'promises that pilots try policies first; a measure that is granted is registered, not checked',
    21: 'makes pilots the ground for road maps; a support measure, registered and not checked',
    22: 'supports taking part in science programmes; registered and not checked',
    23: 'gives priority in patent funding; registered and not checked',
    24: 'gives priority in recognising products; registered and not checked',
    25: 'encourages banks and venture capital; registered and not checked',
    26: 'promises publicity; registered and not checked',
    27: 'promises commendation and recommendation to national pilots; tags with a date, no status (note 32)',
    28: 'leaves the interpretation to the department; our readings are settings, shown as work rules',
  },
}
