import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { createPublisher, type Publisher } from '@host/publishing/publisher'
import { registerPaper } from '@shared/acts/register-paper'
import type { MadePaper } from '@shared/documents/paper'
import { artifactEndings } from '@shared/ipc/artifact-endings'
import { safeFileName } from '@shared/lib/safe-file-name'
import type { MessageKey } from '@shared/messages/catalogue'
import { sentenceOf } from '@shared/messages/translator'
import type { Given } from '@shared/messages/words'
import type { CliWorld } from '../world'
import { openDemoDesk, type DemoDesk, type DeskOwner } from './demo-desk'
import type { DemoReport } from './demo-report'
import type { Output } from './verify-outputs'

/** The step under way and those behind it, so that a failure can name where it happened. */
export type Progress = { current: string; readonly steps: DemoReport['steps'] }

/**
 * What the demonstration stands on: desks with profiles of their own, the folder it writes to, and the clock of its
 * steps.
 */
export class DemoRun {
  readonly outputs: Output[] = []
  readonly #desks: DemoDesk[] = []
  readonly #publisher: Publisher
  #stepStarted = performance.now()

  constructor(
    /** Where the files of the demonstration go. */
    readonly folder: string,
    /** Where the profiles lie while it runs. */
    private readonly profiles: string,
    readonly world: CliWorld,
    private readonly progress: Progress,
  ) {
    this.#publisher = createPublisher({ resources: world.resourcesFolder })
  }

  /** Ends the step before and says what comes now. */
  step<Key extends MessageKey>(key: Key, ...given: Given<Key>): void {
    this.endStep()
    this.progress.current = sentenceOf(this.world.t, key, given[0]) ?? key
    this.world.say(`· ${this.progress.current}\n`)
  }

  endStep(): void {
    const now = performance.now()
    if (this.progress.current !== '') {
      this.progress.steps.push({ name: this.progress.current, ms: Math.round(now - this.#stepStarted) })
    }
    this.#stepStarted = now
    this.progress.current = ''
  }

  /** A new profile with its own key, opened. */
  async openDesk(owner: DeskOwner): Promise<DemoDesk> {
    const root = join(this.profiles, `${this.#desks.length + 1}`)
    const exchangeFolder = join(root, 'exchange')
    await mkdir(exchangeFolder, { recursive: true })
    const desk = await openDemoDesk(owner, {
      profileFolder: join(root, 'profile'),
      exchangeFolder,
      resourcesFolder: this.world.resourcesFolder,
      shell: 'browser',
      version: this.world.version,
      clock: this.world.now,
      randomUuid: randomUUID,
      publisher: this.#publisher,
      dialogs: null,
    })
    this.#desks.push(desk)
    return desk
  }

  /** A folder of the demonstration, made if need be. */
  async subfolder(name: string): Promise<string> {
    const folder = join(this.folder, name)
    await mkdir(folder, { recursive: true })
    return folder
  }

  /** Notes a file as written, to be verified at the end. */
  addOutput(path: string, kind: string): void {
    this.outputs.push({ path: relative(this.folder, path).replaceAll('\\', '/'), kind })
  }

  /** An input for the other commands to try. */
  async writeExample(kind: string, value: unknown): Promise<void> {
    const path = join(await this.subfolder('examples'), `${kind}.json`)
    await writeFile(path, `${JSON.stringify(value, null, 2)}\n`)
    this.addOutput(path, kind)
  }

  /** Sets, signs, writes and registers one paper: PDF, DOCX and the DOCX's .p7s. */
  async publishDocument(desk: DemoDesk, paper: MadePaper): Promise<void> {
    this.step('cli.demo.step.documents', { name: paper.model.title })
    await this.publishPaper(desk, paper, 'documents')
  }

  /** The same for a paper of the file, without a step of its own. */
  async publishPaper(desk: DemoDesk, paper: MadePaper, folder: string): Promise<void> {
    const { model, attachments, isRegistered } = paper
    const { artifacts } = await desk.ask('document:render', {
      model,
      sign: isRegistered,
      attachments: [...attachments],
    })
    const baseName = safeFileName(paper.baseName)
    const { files } = await desk.ask('document:write', {
      items: artifacts.map(({ artifactId, format }) => ({
        artifactId,
        fileName: `${baseName}${artifactEndings[format]}`,
      })),
      keep: isRegistered,
      folder: await this.subfolder(folder),
    })
    for (const file of files) {
      const format = file.fileName.endsWith('.p7s') ? 'p7s' : file.fileName.endsWith('.docx') ? 'docx' : 'pdf'
      this.addOutput(file.path, `${model.kind}-${format}`)
    }
    await desk.append(registerPaper(paper, files))
    await desk.ask('document:drop', { artifactIds: artifacts.map((artifact) => artifact.artifactId) })
  }

  async close(): Promise<void> {
    for (const desk of this.#desks.splice(0)) await desk.close()
    await this.#publisher.close()
  }
}
