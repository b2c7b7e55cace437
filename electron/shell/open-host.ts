import { randomUUID } from 'node:crypto'
import { createHost, type Host, type HostOptions } from '@host/host'
import { createPublisher } from '@host/publishing/publisher'

/** The host with this computer's clock, chance and publisher. @throws HostFailure as `createHost` */
export const openHost = (options: Omit<HostOptions, 'clock' | 'randomUuid' | 'publisher'>): Promise<Host> =>
  createHost({
    ...options,
    clock: () => new Date(),
    randomUuid: randomUUID,
    publisher: createPublisher(),
  })
