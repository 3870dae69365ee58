import { lookup } from 'node:dns/promises';

/** The addresses of a host name, as text; an empty list or a rejection where there are none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** Asks the system, as any program here would: its hosts file counts too, and is judged like any answer. */
export const systemResolve: Resolve = async (host) => {
  const found = await lookup(host, { all: true, order: 'verbatim' });
  return found.map(({ address }) => address);
};
