import { createServer, request } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { accessKeyOf, credentialScope } from '../../local/permissions.ts';

export interface StatementCounter {
  /** Stands where the Data API stands. */
  url: string;
  /** Calls since the last look, by the function that made them; begins and ends of transactions are calls too. */
  take: () => Map<string, number>;
  close: () => void;
}

/** Passes every call on to the Data API at `target()`, and counts it: each is a round trip on AWS. */
export async function countStatements(functions: readonly string[], target: () => string): Promise<StatementCounter> {
  const names = new Map(functions.map((name) => [accessKeyOf(name), name]));
  const counts = new Map<string, number>();
  const server = createServer((incoming, outgoing) => {
    const name = names.get(credentialScope(incoming)?.accessKeyId ?? '') ?? 'others';
    counts.set(name, (counts.get(name) ?? 0) + 1);
    const { method, headers, url = '/' } = incoming;
    const onward = request(new URL(url, target()), { ...(method !== undefined && { method }), headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: () => {
      const taken = new Map(counts);
      counts.clear();
      return taken;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
