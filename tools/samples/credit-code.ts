import { seeded } from './random'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** The check character of GB 32100-2015 over the first 17. */
export function checkCharacter(first17: string): string {
  const sum = Array.from(first17).reduce((total, c, index) => total + alphabet.indexOf(c) * (weights[index] ?? 0), 0)
  return alphabet[(31 - (sum % 31)) % 31] ?? '0'
}

/** A code of the right shape whose check character is always wrong: it can belong to nobody. */
export function inventedCreditCode(unitName: string, isEnterprise: boolean): string {
  const random = seeded(`credit code ${unitName}`)
  let code = (isEnterprise ? '91' : '12') + '510000'
  while (code.length < 17) code += alphabet[Math.floor(random() * alphabet.length)] ?? '0'
  const right = alphabet.indexOf(checkCharacter(code))
  return code + (alphabet[(right + 1 + Math.floor(random() * 29)) % 31] ?? '0')
}
