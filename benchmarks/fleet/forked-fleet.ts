import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { heapArguments } from '../../scripts/setup/lean-heap.mjs';
import { apiClient, type ApiClient } from '../../scripts/analysis/api-client.ts';

export interface ForkedFleet {
  api: ApiClient;
  /** Bytes of the whole process and those it started: now, and the most there ever were. */
  memory: () => Promise<{ rss: number; peak: number }>;
  stop: () => Promise<void>;
}

const started = z.object({ apiUrl: z.url(), apiKey: z.string() });
const memory = z.object({ rss: z.number(), peak: z.number() });

/** A fleet with an empty data folder, in another process. */
export async function forkFleet(): Promise<ForkedFleet> {
  const home = mkdtempSync(join(tmpdir(), 'alex-bench-'));
  const env = { ...process.env, ALEX_HOME: home };
  const child = fork(join(import.meta.dirname, 'fleet-process.ts'), { env, execArgv: heapArguments('start.ts') });
  const exited = once(child, 'exit');
  const next = async (): Promise<unknown> => {
    const [message] = (await Promise.race([once(child, 'message'), exited])) as unknown[];
    return message;
  };
  const { apiUrl, apiKey } = started.parse(await next());
  return {
    api: apiClient(apiUrl, apiKey),
    memory: async () => {
      const answer = next();
      child.send('memory');
      return memory.parse(await answer);
    },
    stop: async () => {
      child.disconnect();
      await exited;
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
