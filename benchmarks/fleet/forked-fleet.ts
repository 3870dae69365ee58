import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { heapArguments } from '../../scripts/setup/lean-heap.mjs';
import { apiClient, type ApiClient } from '../../scripts/analysis/api-client.ts';
import type { ProcessMemory } from './process-memory.ts';

export interface ForkedFleet {
  api: ApiClient;
  memory: () => Promise<ProcessMemory>;
  /** Resolves when no container of it runs: those that have nothing to do end. */
  asleep: () => Promise<void>;
  stop: () => Promise<void>;
}

const started = z.object({ apiUrl: z.url(), apiKey: z.string() });
const memoryAnswer = z.object({ rss: z.number(), peak: z.number(), started: z.number(), startedPeak: z.number() });
/** The first scheduled run comes 15 seconds after the start, and 20 without anything to do end a container. Milliseconds. */
const LONGEST_AWAKE = 180_000;

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
  const memory = async (): Promise<ProcessMemory> => {
    const answer = next();
    child.send('memory');
    return memoryAnswer.parse(await answer);
  };
  return {
    api: apiClient(apiUrl, apiKey),
    memory,
    asleep: async () => {
      const deadline = performance.now() + LONGEST_AWAKE;
      while ((await memory()).started > 0) {
        if (performance.now() > deadline) throw new Error('a container of the fleet does not end though it is idle');
        await sleep(1000);
      }
    },
    stop: async () => {
      child.disconnect();
      await exited;
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
