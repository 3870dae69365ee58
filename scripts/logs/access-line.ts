import * as z from 'zod';
import { levelOfStatus, type Level } from './line-level.ts';

/** A request as API Gateway's two kinds log it: `access_log_settings` in terraform/modules/api_gateway and http_api. */
const access = z.object({
  route: z.string(),
  status: z.string().regex(/^\d{3}$/),
  /** Milliseconds. */
  latency: z.string(),
  requestId: z.string(),
  error: z.string().optional(),
  keyId: z.string().optional(),
});

/** What API Gateway writes where there is nothing to be written. */
const NOTHING = '-';

/** A request at an API, in words: `POST /search 504 29.0 s`. The gateway's own failures stand nowhere else. Undefined for what is none. */
export function accessLine(
  value: unknown,
): { level: Level; message: string; fields: [name: string, value: string][] } | undefined {
  const { data } = access.safeParse(value);
  if (data === undefined) return undefined;
  const { route, status, latency, requestId, error = NOTHING, keyId = NOTHING } = data;
  const said = { error: error === NOTHING ? error : JSON.stringify(error), requestId, keyId };
  return {
    level: levelOfStatus(Number(status)),
    message: [route === NOTHING ? 'no such route' : route, status, ...seconds(latency)].join(' '),
    fields: Object.entries(said).filter(([, one]) => one !== NOTHING && one !== ''),
  };
}

function seconds(milliseconds: string): string[] {
  if (!/^\d+$/.test(milliseconds)) return [];
  const took = Number(milliseconds) / 1000;
  return [`${took.toFixed(took < 1 ? 2 : 1)} s`];
}
