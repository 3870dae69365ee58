import { resolve } from 'node:path';
import { ConfigurationError } from '../../shared/errors.ts';
import { credentialIn } from '../../shared/schemas/credential.ts';
import { browsingFrom } from './browsing/settings.ts';
import type { BrowsingOptions } from './browsing/browsing.ts';

type Variables = Readonly<Record<string, string | undefined>>;

export interface Settings {
  /** Where it listens. */
  host: string;
  port: number;
  browsing: BrowsingOptions;
  /** Pages and feeds to begin from; none where the folder's pages are all there is. */
  startPages: readonly string[];
  /** What a scheduled run is about when the portfolios suggest nothing that the sources write about. */
  topic: string;
  limits: RunLimits;
  /** Runs under way at once in this process. */
  atOnce: number;
}

/** What one run may use. */
export interface RunLimits {
  /** Pages that a note rests on, at the least where there are as many, and at the most. */
  fewestPages: number;
  mostPages: number;
  /** Calls of a model while it chooses pages. */
  turns: number;
  /** All of a run. */
  seconds: number;
  /** Of language models, in and out. */
  tokens: number;
  /** US dollars, by the dated price table; it cannot hold back a model whose price is not known. */
  usd: number;
}

/**
 * The settings of the researcher among the variables of its process; the README of this folder says what there is.
 *
 * @throws {ConfigurationError} naming the variable at fault
 */
export function settingsFrom(variables: Variables): Settings {
  const { folder, startPages } = sourcesIn(variables.ALEX_RESEARCH_SOURCES);
  const browsing = browsingFrom({ ...variables });
  return {
    host: text(variables.HOST) ?? '127.0.0.1',
    port: whole(variables, 'PORT', { otherwise: 8080, least: 0, most: 65_535 }),
    // Sources that are all in a folder need no network, and then none is used.
    browsing:
      folder === undefined
        ? browsing
        : { ...browsing, folder, network: startPages.length > 0 && browsing.network !== false },
    startPages,
    topic: text(variables.ALEX_RESEARCH_TOPIC) ?? 'interest rates, inflation and company earnings',
    limits: {
      fewestPages: 2,
      mostPages: whole(variables, 'ALEX_RESEARCH_PAGES', { otherwise: 5, least: 2, most: 5 }),
      turns: whole(variables, 'ALEX_RESEARCH_TURNS', { otherwise: 12, least: 3, most: 40 }),
      seconds: whole(variables, 'ALEX_RESEARCH_SECONDS', { otherwise: 300, least: 10, most: 900 }),
      tokens: whole(variables, 'ALEX_RESEARCH_TOKENS', { otherwise: 200_000, least: 0, most: 1_000_000_000 }),
      usd: dollars(variables, 'ALEX_RESEARCH_USD', 0.25),
    },
    atOnce: whole(variables, 'ALEX_RESEARCH_AT_ONCE', { otherwise: 1, least: 1, most: 8 }),
  };
}

/** `folder:PATH`, addresses of pages and feeds, or both; parted by spaces, commas or line breaks (a path with spaces stands alone). */
function sourcesIn(setting: string | undefined): { folder: string | undefined; startPages: string[] } {
  const given = text(setting);
  const form =
    'ALEX_RESEARCH_SOURCES has to be "folder:PATH" with saved pages and feeds, or addresses of start pages and feeds with http:// or https://';
  if (given === undefined) throw new ConfigurationError(`${form}; it is not set.`);
  const what = credentialIn(given);
  if (what !== undefined)
    throw new ConfigurationError(
      `ALEX_RESEARCH_SOURCES has ${what}: Alex reads what is public, and has no secret for it.`,
    );
  const entries = /^folder:[^,\n]+$/.test(given) && !/\shttps?:\/\//.test(given) ? [given] : given.split(/[\s,]+/);
  const folders = entries.filter((entry) => entry.startsWith('folder:')).map((entry) => entry.slice(7).trim());
  const startPages = entries.filter((entry) => !entry.startsWith('folder:') && entry !== '');
  const wrong = startPages.find((entry) => !/^https?:\/\//i.test(entry) || !URL.canParse(entry));
  if (wrong !== undefined) throw new ConfigurationError(`${form}; "${wrong.slice(0, 80)}" is neither.`);
  if (folders.length > 1 || folders.includes(''))
    throw new ConfigurationError(`${form}; it names no or several folders.`);
  const [folder] = folders;
  return { folder: folder === undefined ? undefined : resolve(folder), startPages };
}

function whole(
  variables: Variables,
  name: string,
  { otherwise, least, most }: { otherwise: number; least: number; most: number },
): number {
  const value = text(variables[name]);
  if (value === undefined) return otherwise;
  if (/^\d{1,12}$/u.test(value) && Number(value) >= least && Number(value) <= most) return Number(value);
  throw new ConfigurationError(`${name} has to be a whole number from ${least} to ${most}.`);
}

function dollars(variables: Variables, name: string, otherwise: number): number {
  const value = text(variables[name]);
  if (value === undefined) return otherwise;
  if (/^\d{1,9}(\.\d{1,9})?$/u.test(value)) return Number(value);
  throw new ConfigurationError(`${name} has to be an amount of US dollars, e.g. 0.25.`);
}

function text(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}
