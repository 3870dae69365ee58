import { buildApp } from 'fauxqs';
import { mkdirSync } from 'node:fs';

import { explainDiskFailure } from '../disk-failure.ts';
import { deferredHandler } from '../deferred-handler.ts';
import { errorMessage } from '../error-code.ts';
import { DataFolderCorruptError } from '../errors.ts';
import { listenOnLoopback, type LoopbackServer } from '../loopback-server.ts';
import type { Authorize } from '../permissions.ts';
import { isSigned, refuseUnsigned } from '../signature.ts';
import { checkPermissions } from './check-permission.ts';
import { openStores, type Stores } from './fauxqs-stores.ts';

export interface QueueServer {
  /** The endpoint of SQS and of S3. */
  readonly url: string;
  queueUrl(name: string): string;
  queueArn(name: string): string;
  /** Makes the queue, or gives an existing one these attributes (SQS attribute names); its messages stay. */
  declareQueue(name: string, attributes: Record<string, string>): void;
  /** Ends every long poll now, with what there is. */
  readonly releasePolls: () => void;
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
  /** Who may do what; everybody everything by default. */
  authorize?: Authorize;
  onError: (error: unknown) => void;
}): Promise<QueueServer> {
  // The port must be known before the queues are loaded: their URLs hold it.
  const { handler, open } = deferredHandler();
  const server = await listenOnLoopback(handler, {
    port: options.port,
    service: 'the queues (SQS and S3)',
    onError: options.onError,
  });
  try {
    const stores = openFolder(options.folder, server.url, options.region);
    const app = buildApp({ logger: false, defaultRegion: options.region, stores });
    if (options.authorize !== undefined) checkPermissions(app, options.authorize);
    await app.ready();
    open((request, response) => {
      if (!isSigned(request)) {
        refuseUnsigned(response);
        return;
      }
      // A long poll whose client has gone would still take the next message, for nobody.
      response.once('close', () => {
        if (!response.writableFinished) stores.sqsStore.shutdown();
      });
      app.routing(request, response);
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
    throw new DataFolderCorruptError(folder, errorMessage(error), error);
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
