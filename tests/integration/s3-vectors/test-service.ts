import { S3VectorsClient } from '@aws-sdk/client-s3vectors';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startVectorsServer } from '../../../local/s3-vectors/server.ts';
import { VectorStore } from '../../../local/s3-vectors/vector-store.ts';

/** A vector store in a folder of its own behind the real SDK client; `restart` is what another start of Alex sees. */
export async function testService() {
  const folder = mkdtempSync(join(tmpdir(), 'alex-vectors-'));
  const torn: { path: string; bytes: number }[] = [];
  const open = async () => {
    const store = new VectorStore({
      folder,
      region: 'us-east-1',
      accountId: '000000000000',
      onTornTail: (cut) => torn.push(cut),
    });
    const server = await startVectorsServer(store, { onError: () => undefined });
    const client = new S3VectorsClient({
      endpoint: server.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
    });
    return { store, server, client };
  };
  let now = await open();
  const close = async () => {
    now.client.destroy();
    await now.server.close(0);
    await now.store.close();
  };
  return {
    folder,
    torn,
    get client() {
      return now.client;
    },
    get url() {
      return now.server.url;
    },
    restart: async (between: () => void = () => undefined) => {
      await close();
      between();
      now = await open();
    },
    stop: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** What a promise was rejected with, as an SDK client's error shows it. */
export async function refusal(promise: Promise<unknown>): Promise<{ name: string; message: string; fields: string[] }> {
  const error: unknown = await promise.then(
    () => new Error('it was not refused'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new TypeError('no error was thrown');
  const list: unknown = 'fieldList' in error ? error.fieldList : [];
  const fields = Array.isArray(list) ? list.map((field: { path: string }) => field.path) : [];
  return { name: error.name, message: error.message, fields };
}
