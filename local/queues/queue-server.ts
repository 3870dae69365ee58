import { buildApp } from 'fauxqs';
import { mkdirSync } from 'node:fs';

import { explainDiskFailure } from '../disk-failure.ts';
import { DataFolderCorruptError } from '../errors.ts';
import { listenOnLoopback, type HttpHandler, type LoopbackServer } from '../loopback-server.ts';
import { openStores, type Stores } from './fauxqs-stores.ts';
import { isSigned, refuseUnsigned } from '../signature.ts';

export interface QueueServer {
  /** The endpoint of SQS and of S3. */
  readonly url: string;
  queueUrl(name: string): string;
  queueArn(name: string): string;
  /** Makes the queue, or gives an existing one these attributes (SQS attribute names); its messages stay. */
  declareQueue(name: string, attributes: Record<string, string>): void;
  /** Ends every long poll now, with what there is. */
  releasePolls(): void;
  close(): Promise<void>;
}

/**
 * SQS and S3 of this machine, kept in `folder`. Open it once per folder (the fleet's lock sees to that).
 *
 * @throws PortTakenError, DataFolderCorruptError, DataFolderNotWritableError
 */
export async function startQueueServer(options: {
  folder: string;
  port: number;
  region: string;
  onError: (error: unknown) => void;
}): Promise<QueueServer> {
  // The port must be known before the queues are loaded (their URLs hold it); requests until then wait for `opened`.
  let open: (handler: HttpHandler) => void = () => undefined;
  const opened = new Promise<HttpHandler>((resolve) => {
    open = resolve;
  });
  const server = await listenOnLoopback(async (request, response) => (await opened)(request, response), {
    port: options.port,
    service: 'the queues (SQS and S3)',
    onError: options.onError,
  });
  try {
    const stores = openFolder(options.folder, server.url, options.region);
    const app = buildApp({ logger: false, defaultRegion: options.region, stores });
    await app.ready();
    open((request, response) => {
      if (isSigned(request)) app.routing(request, response);
      else refuseUnsigned(response);
    });
    return queueServer(server, stores, async () => {
      await app.close();
    });
  } catch (error) {
    await server.close(0);
    throw error;
  }
}

function openFolder(folder: string, endpoint: string, region: string): Stores {
  try {
    mkdirSync(folder, { recursive: true });
    return openStores({ folder, endpoint, region });
  } catch (error) {
    const explained = explainDiskFailure(error, folder);
    if (explained !== error) throw explained;
    throw new DataFolderCorruptError(folder, error instanceof Error ? error.message : String(error), error);
  }
}

function queueServer(server: LoopbackServer, stores: Stores, closeApp: () => Promise<void>): QueueServer {
  const { sqsStore } = stores;
  return {
    url: server.url,
    queueUrl: (name) => sqsStore.urlOf(name),
    queueArn: (name) => sqsStore.arnOf(name),
    declareQueue: (name, attributes) => {
      const existing = sqsStore.getQueueByName(name);
      if (existing === undefined) sqsStore.createQueue(name, '', '', attributes);
      else existing.setAttributes(attributes);
    },
    releasePolls: () => {
      sqsStore.shutdown();
    },
    close: async () => {
      sqsStore.shutdown();
      await server.close();
      await closeApp();
      stores.close();
    },
  };
}
