import { join, resolve } from 'node:path';
import type { FleetOptions } from '../../local/fleet.ts';
import { rateMilliseconds } from '../../local/scheduler/rate.ts';
import { CommandError } from '../analysis/command-error.ts';
import { ROOT } from './paths.ts';

/** Variables by name. */
type Variables = Readonly<Record<string, string | undefined>>;

/** What of a person's environment is the researcher's. */
const OWN = /^(?:ALEX_RESEARCH_|BROWSING_|ALEX_CHROMIUM)/;

/**
 * The researcher as a laptop runs it: its settings from a person's own environment, over the pages of examples/research as its
 * sources; and how often it is asked, by ALEX_RESEARCH_RATE ("rate(2 hours)", or "off").
 *
 * @throws {CommandError} for a rate that is none
 */
export function readResearchSettings(
  variables: Variables = process.env,
): Required<Pick<FleetOptions, 'services' | 'overrides'>> {
  const own = Object.entries(variables).flatMap(([name, value]): [string, string][] => {
    return OWN.test(name) && name !== 'ALEX_RESEARCH_RATE' && value !== undefined && value.trim() !== ''
      ? [[name, fromHere(value.trim())]]
      : [];
  });
  const settings = {
    ALEX_RESEARCH_SOURCES: `folder:${join(ROOT, 'examples', 'research')}`,
    ...Object.fromEntries(own),
  };
  const rate = variables.ALEX_RESEARCH_RATE?.trim() ?? '';
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
