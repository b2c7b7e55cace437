/** What became of a page's wish to write. */
export type Claim =
  | { readonly kind: 'holding' }
  /** Another page has the desk, since then. */
  | { readonly kind: 'elsewhere'; readonly since: string }

/**
 * What the page that has the desk is told: to write what it has and let go; that it has lost it; that the desk is
 * locked.
 */
export type HoldNews = 'asked' | 'lost' | 'locked'

type Holder = {
  readonly page: string
  readonly since: string
  /** Whoever waits to be told that this one lets go. */
  readonly leaving: Set<() => void>
  readonly tell: Set<(news: HoldNews) => void>
}

/** How long a page that is asked for the desk has to put its last words on the disk, in ms. */
const grace = 1500

/** A page that went away without a word may have sent one: its successor waits for it no longer than this, in ms. */
const lastWords = 250

/**
 * One page writes at a time (docs/adr/0020). A page names itself by an id of its own; it has the desk until it lets go,
 * goes away, or another page takes over. Every call of any other page that could change the desk is refused by the
 * dispatcher.
 */
export class DeskHold {
  #holder: Holder | null = null
  #last: string | null = null
  /** The page whose line broke off: it may still have something to say, and who comes next lets it speak first. */
  #gone: { readonly page: string; readonly heard: Promise<void>; readonly hear: () => void } | null = null

  /** @param clock for the time that a person is shown */
  constructor(
    private readonly clock: () => Date,
    private readonly graceMs = grace,
    private readonly lastWordsMs = lastWords,
  ) {}

  /** Also the last one while nobody else has come: what a page says as it goes may arrive after it is gone. */
  holds(page: string | null): boolean {
    return page !== null && (this.#holder?.page ?? this.#last) === page
  }

  /** Whether last words of a page count: those of one that was told to leave, and did not in time, no longer. */
  maySpeak(page: string): boolean {
    return this.holds(page) || this.#gone?.page === page
  }

  /**
   * @param how `ask` leaves another page alone; `take` asks it to let go, and does not wait for ever; `replace` is for
   * one window.
   */
  async claim(page: string, how: 'ask' | 'take' | 'replace'): Promise<Claim> {
    if (this.#gone !== null && this.#gone.page !== page) await this.#gone.heard
    const holder = this.#holder
    if (holder !== null && holder.page !== page) {
      if (how === 'ask') return { kind: 'elsewhere', since: holder.since }
      if (how === 'take') await this.#askToLeave(holder)
      // Of two that take over at once the later one stays; the earlier is told so.
    }
    if (this.#holder?.page !== page) {
      this.#end('lost')
      this.#holder = { page, since: this.clock().toISOString(), leaving: new Set(), tell: new Set() }
    }
    return { kind: 'holding' }
  }

  /** Answers once there is something to tell the page; at once to a page that does not have the desk. */
  watch(page: string): Promise<HoldNews> {
    const holder = this.#holder
    if (holder?.page !== page) return Promise.resolve('lost')
    return new Promise((resolve) => holder.tell.add(resolve))
  }

  /** The page lets go; all that it had to say was heard. */
  release(page: string): void {
    if (this.#gone?.page === page) {
      this.#gone.hear()
      this.#gone = null
    }
    if (this.#holder?.page === page) this.#end('lost')
  }

  /** The line to the page broke off. */
  vanish(page: string): void {
    if (this.#holder?.page !== page) return
    this.#end('lost')
    this.#gone?.hear()
    let hear = (): void => undefined
    const heard = new Promise<void>((resolve) => {
      hear = resolve
      setTimeout(resolve, this.lastWordsMs).unref()
    })
    this.#gone = { page, heard, hear }
  }

  /** The desk is locked: nobody has it. */
  lock(): void {
    this.#end('locked')
    this.#gone?.hear()
    this.#gone = null
  }

  async #askToLeave(holder: Holder): Promise<void> {
    if (holder.tell.size === 0) return
    let timer: ReturnType<typeof setTimeout> | undefined
    await new Promise<void>((resolve) => {
      holder.leaving.add(resolve)
      timer = setTimeout(resolve, this.graceMs)
      tell(holder, 'asked')
    })
    clearTimeout(timer)
  }

  #end(news: HoldNews): void {
    const holder = this.#holder
    this.#holder = null
    this.#last = news === 'locked' ? null : (holder?.page ?? this.#last)
    if (holder === null) return
    tell(holder, news)
    for (const leave of holder.leaving) leave()
  }
}

function tell({ tell: listeners }: Holder, news: HoldNews): void {
  for (const listener of listeners) listener(news)
  listeners.clear()
}
