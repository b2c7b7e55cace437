import type { z } from 'zod'
import type { expertSchema } from '../../../shared/domain/panel'

const id = (n: number): string => `0e4be070-7e57-4a10-8e57-0000000000${String(n).padStart(2, '0')}`

type ExpertInput = z.input<typeof expertSchema>

const expert = (
  n: number,
  name: string,
  unitName: string,
  title: string,
  specialty: ExpertInput['specialty'],
  otherUnits: string[] = [],
): ExpertInput => ({ id: id(n), name, unitName, otherUnits, title, specialty, contact: `zhuanjia${n}@example.com` })

/**
 * Twelve invented experts; the first seven sit on the sample panel. The eighth works at a member unit, the ninth used
 * to.
 */
export const experts: readonly ExpertInput[] = [
  expert(1, '严伯衡', '示例中部冶金大学', '教授', 'technology'),
  expert(2, '卓文渊', '示例北方有色金属研究总院', '正高级工程师', 'technology'),
  expert(3, '秦慕之', '示例东方电化学研究所', '研究员', 'technology'),
  expert(4, '尹青崖', '示例航空材料应用研究中心', '研究员', 'technology', ['示例中部冶金大学']),
  expert(5, '柳静姝', '示例政法大学', '教授', 'law', ['示例正衡律师事务所']),
  expert(6, '费世清', '示例信达会计师事务所', '注册会计师', 'finance'),
  expert(7, '吕安澜', '示例科技发展战略研究院', '研究员', 'management'),
  expert(8, '陶景和', '示例西南材料大学', '教授', 'technology'),
  expert(9, '樊若兰', '示例川北工学院', '副教授', 'technology', ['四川示例攀宁钛业股份有限公司']),
  expert(10, '申屠明', '示例明理律师事务所', '律师', 'law'),
  expert(11, '楼兰君', '示例财经大学', '教授', 'finance'),
  expert(12, '戚远帆', '示例知识产权服务中心', '高级工程师', 'management'),
]

export const panelExperts = experts.slice(0, 7)
