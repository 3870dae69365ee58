// fauxqs exports a server that listens on every interface of the machine (0.0.0.0), which a laptop must not. Its
// stores and its request handling are used here without that server. They are not in its `exports`, hence the paths;
// the version is pinned, and tests/integration/queues* fail first if a later one moves them.
import { DatabaseSync } from 'node:sqlite';

import { PersistenceManager } from '../../node_modules/fauxqs/dist/persistence.js';
import { S3Store } from '../../node_modules/fauxqs/dist/s3/s3Store.js';
import { SnsStore } from '../../node_modules/fauxqs/dist/sns/snsStore.js';
import { SqsStore } from '../../node_modules/fauxqs/dist/sqs/sqsStore.js';
import { accountId } from '../account.ts';

type StoredQueue = ReturnType<SqsStore['createQueue']>;

/**
 * fauxqs stores a queue with the URL (host and port) and the region of the run that made it, and answers with them ever
 * after. Here a queue's URL and ARN always follow from its name, this run's endpoint and region.
 */
class QueueStore extends SqsStore {
  readonly endpoint: string;

  constructor(endpoint: string, region: string) {
    super();
    this.endpoint = endpoint;
    this.region = region;
  }

  override createQueue(...given: Parameters<SqsStore['createQueue']>): StoredQueue {
    const [name, , , attributes, tags] = given;
    return super.createQueue(name, this.urlOf(name), this.arnOf(name), attributes, tags);
  }

  override buildQueueUrl(name: string): string {
    return this.urlOf(name);
  }

  override getQueueByArn(arn: string): StoredQueue | undefined {
    // CreateQueue and GetQueueUrl look up by the region in the caller's signature; there is one region here.
    return this.getQueueByName(arn.slice(arn.lastIndexOf(':') + 1));
  }

  urlOf(name: string): string {
    return `${this.endpoint}/${accountId}/${name}`;
  }

  arnOf(name: string): string {
    return `arn:aws:sqs:${this.region ?? ''}:${accountId}:${name}`;
  }
}

/**
 * fauxqs clears the receive count when a message is made visible again at once (ChangeMessageVisibility 0), which its
 * own table forbids (NOT NULL): the call then fails. Leaving the row as it is loses nothing, since every message in
 * flight is released when the store is opened.
 */
class Persistence extends PersistenceManager {
  constructor(folder: string) {
    super(folder);
    // SQLite would wait for the disk after each message that is sent, received and deleted, with everything else of the fleet
    // waiting for it. This outlives the process's death; the power's, no more than the database does (no fsync in WASM).
    const database: unknown = Reflect.get(this, 'db');
    if (database instanceof DatabaseSync) database.exec('PRAGMA synchronous = NORMAL');
  }

  override updateMessageReady(): void {
    // Nothing to write; see above.
  }
}

export interface Stores {
  readonly sqsStore: QueueStore;
  readonly snsStore: SnsStore;
  readonly s3Store: S3Store;
  /** Writes everything back; nothing may be used after it. */
  close(): void;
}

/**
 * The queues and buckets of `folder` (fauxqs.db, SQLite). Messages that were in flight when the last run ended are
 * visible again: who had received them is gone, and waiting for their visibility timeout would be waiting for nobody.
 */
export function openStores(options: { folder: string; endpoint: string; region: string }): Stores {
  const persistence = new Persistence(options.folder);
  const sqsStore = new QueueStore(options.endpoint, options.region);
  const snsStore = new SnsStore();
  const s3Store = new S3Store();
  snsStore.region = options.region;
  // Loaded before the stores write through: see fauxqs' own order in startFauxqs.
  persistence.load(sqsStore, snsStore, s3Store);
  sqsStore.persistence = persistence;
  snsStore.persistence = persistence;
  s3Store.persistence = persistence;
  for (const queue of sqsStore.allQueues()) {
    queue.persistence = persistence;
    for (const delivery of queue.inflightMessages.values()) delivery.visibilityDeadline = 0;
  }
  return {
    sqsStore,
    snsStore,
    s3Store,
    close: () => {
      persistence.close();
    },
  };
}
