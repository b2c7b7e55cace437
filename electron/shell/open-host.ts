import { randomUUID } from 'node:crypto'
import { createBundleReader } from '@host/bundles/bundle-reader'
import { createHost, type Host, type HostOptions } from '@host/host'
import { createInspector } from '@host/inspection/inspector'
import { createPublisher } from '@host/publishing/publisher'

/**
 * The host with this computer's clock, chance and publisher, which ends with it.
 * @throws HostFailure as `createHost`
 */
export async function openHost(
  options: Omit<HostOptions, 'clock' | 'randomUuid' | 'publisher' | 'readBundle' | 'inspector' | 'passphraseStrength'>,
): Promise<Host> {
  const publisher = createPublisher({ resources: options.resourcesFolder })
  const host = await createHost({
    ...options,
    clock: () => new Date(),
    randomUuid: randomUUID,
    publisher,
    readBundle: createBundleReader(),
    inspector: createInspector(),
  })
  return {
    ...host,
    close: async () => {
      await host.close()
      await publisher.close()
    },
  }
}
