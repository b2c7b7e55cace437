/** Chance that is the same in every run: mulberry32, seeded by words and numbers. */
export class Chance {
  #state: number

  constructor(...seed: readonly (string | number)[]) {
    let hash = 0x811c9dc5
    for (const letter of seed.join('/')) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
    this.#state = hash >>> 0
  }

  /** From 0 up to, but not, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }

  /** A whole number, both ends among them. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  pick<T>(from: readonly T[]): T {
    const picked = from[this.between(0, from.length - 1)]
    if (picked === undefined) throw new RangeError('nothing to pick from')
    return picked
  }

  hex(digits: number): string {
    return Array.from({ length: digits }, () => this.between(0, 15).toString(16)).join('')
  }

  uuid(): string {
    return `${this.hex(8)}-${this.hex(4)}-4${this.hex(3)}-a${this.hex(3)}-${this.hex(12)}`
  }

  /** Sentences of about so many characters, none like the other. */
  text(about: string, characters: number): string {
    const sentences: string[] = []
    for (let length = 0; length < characters;) {
      const words = Array.from({ length: this.between(4, 9) }, () => this.pick(phrases)).join('')
      // Words that no other sentence has, so that the text packs no better than what people write.
      const own = String.fromCodePoint(...Array.from({ length: 5 }, () => this.between(0x4e00, 0x5fff)))
      const sentence = `${about}${words}${own}${this.between(1, 999)}项，${this.pick(phrases)}。`
      sentences.push(sentence)
      length += sentence.length
    }
    return sentences.join('').slice(0, Math.max(1, characters))
  }
}

const phrases = (
  '关键共性技术|中试验证|工程化放大|产业链上下游|标准研制|平台共建|人才联合培养|成果转化|知识产权共享|利益分配|' +
  '年度计划|考核指标|经费专账|材料制备|工艺优化|检测方法|示范应用|协同攻关|牵头单位|成员单位|国产替代|绿色低碳|' +
  '安全可控|数字化改造|装备研制|质量一致性|批量生产|市场推广|首台套|风险分担|第三方评估|阶段目标|技术路线|' +
  '资源整合|开放共享|联合申报|按期完成|提质增效|稳定运行|持续改进'
).split('|')
