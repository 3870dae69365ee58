import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ResearchRun } from '../../../shared/schemas/research.ts';
import type { Runner } from '../runs/runner.ts';

/** A run of another process is looked at this often, milliseconds; one of this process when it has come further. */
const LOOK = 2_000;

/**
 * Tells of a run as server-sent events until it has ended or the reader is gone: `accepted` with its id, `progress` for each step, `run` at the end.
 * The run goes on without its reader.
 */
export async function streamRun(
  response: ServerResponse,
  id: string,
  { read, runner }: { read: (id: string) => Promise<ResearchRun>; runner: Pick<Runner, 'onProgress'> },
): Promise<void> {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  event(response, 'accepted', { id });
  let changed = Promise.withResolvers<undefined>();
  const off = runner.onProgress(id, () => {
    changed.resolve(undefined);
    changed = Promise.withResolvers<undefined>();
  });
  const gone = new AbortController();
  response.once('close', () => {
    gone.abort();
  });
  let told = 0;
  try {
    while (!gone.signal.aborted) {
      const next = changed.promise;
      const run = await read(id);
      for (const step of run.progress.slice(told)) event(response, 'progress', step);
      told = run.progress.length;
      if (run.status === 'completed' || run.status === 'failed') {
        event(response, 'run', run);
        break;
      }
      await Promise.race([next, sleep(LOOK, undefined, { signal: gone.signal }).catch(() => undefined)]);
      // A comment, which readers pass over: proxies end connections on which nothing comes.
      response.write(':\n\n');
    }
  } finally {
    off();
    response.end();
  }
}

function event(response: ServerResponse, name: string, data: unknown): void {
  response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
}
