import { CommandError } from '../analysis/command-error.ts';

const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;
const isUnit = (text: string): text is keyof typeof SECONDS => text in SECONDS;

/**
 * A moment as people say it, milliseconds since 1970: `10m` or `2h` ago, or an ISO 8601 moment or day (UTC).
 *
 * @throws {CommandError} for anything else
 */
export function momentOf(text: string, now: number): number {
  const [, count = '', unit = ''] = /^(\d{1,6})\s*([smhd])$/.exec(text.trim()) ?? [];
  if (isUnit(unit)) return now - Number(count) * SECONDS[unit] * 1000;
  const moment = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?$/.test(text.trim())
    ? inUtc(text.trim())
    : Number.NaN;
  if (Number.isNaN(moment)) throw new CommandError('It must be a time such as 30s, 10m, 2h, 1d, or 2026-03-31T14:00.');
  return moment;
}

/** Without a zone a moment is UTC: so are the log's own. */
const inUtc = (text: string): number =>
  Date.parse(/(?:Z|[+-]\d{2}:\d{2})$/.test(text) || !text.includes('T') ? text : `${text}Z`);
