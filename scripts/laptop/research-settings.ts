import { join, resolve } from 'node:path';
import type { FleetOptions } from '../../local/fleet.ts';
import { rateMilliseconds } from '../../local/scheduler/rate.ts';
import { checkSources } from '../../services/researcher/browsing/check-sources.ts';
import { settingsFrom } from '../../services/researcher/settings.ts';
import { ConfigurationError } from '../../shared/errors.ts';
import { CommandError } from '../analysis/command-error.ts';
import { ROOT } from './paths.ts';

/** Variables by name. */
type Variables = Readonly<Record<string, string | undefined>>;

/** What of a person's environment is the researcher's. */
const OWN = /^(?:ALEX_RESEARCH_|BROWSING_|ALEX_CHROMIUM)/;

/** What of a person's environment is the researcher's, as it is to get it; ALEX_RESEARCH_RATE, which is the scheduler's, too. */
export function ownResearchSettings(variables: Variables = process.env): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]): [string, string][] => {
      const set = value?.trim() ?? '';
      return OWN.test(name) && set !== '' ? [[name, fromHere(set)]] : [];
    }),
  );
}

/**
 * The researcher as a laptop runs it: its settings from a person's own environment, over the pages of examples/research as its
 * sources; and how often it is asked, by ALEX_RESEARCH_RATE ("rate(2 hours)", or "off"). Nobody waits for the first run to learn
 * that its sources cannot be read.
 *
 * @throws {CommandError} for a setting that cannot be used, a folder that is not there, an address that is never read
 */
export function readResearchSettings(
  variables: Variables = process.env,
): Required<Pick<FleetOptions, 'services' | 'overrides'>> {
  const { ALEX_RESEARCH_RATE: rate = '', ...own } = ownResearchSettings(variables);
  const settings = { ALEX_RESEARCH_SOURCES: `folder:${join(ROOT, 'examples', 'research')}`, ...own };
  try {
    checkSources(settingsFrom(settings));
  } catch (error) {
    if (error instanceof ConfigurationError) throw new CommandError(error.message, [], error);
    throw error;
  }
  return { services: { researcher: settings }, overrides: rate === '' ? {} : { scheduler: { rate: rateOf(rate) } } };
}

/** A folder is one of the folder that the person stands in, not of the service's. */
function fromHere(value: string): string {
  return value.startsWith('folder:') && !/\shttps?:/.test(value) ? `folder:${resolve(value.slice(7))}` : value;
}

function rateOf(text: string): string | null {
  if (text === 'off') return null;
  try {
    rateMilliseconds(text);
    return text;
  } catch {
    throw new CommandError(`ALEX_RESEARCH_RATE is "${text}", which is no rate.`, [
      'Set it to e.g. "rate(30 minutes)" or "rate(2 hours)", or to "off".',
    ]);
  }
}
