import { variablesOf } from '../../shared/agents/models/settings.ts';
import { marketVariables } from '../../shared/market/settings.ts';
import { sourceNames } from '../../shared/market/source-names.ts';
import type { ServiceConfig } from '../../shared/schemas/service-config.ts';
import { traceVariables } from '../laptop/trace-settings.ts';
import type { Fleet } from './fleet.ts';
import { speakersIn } from './speakers.ts';

/** Where a function may have prices from: a file is a laptop's. */
export const marketSources = sourceNames.filter((name) => name !== 'file');

const LIMITS = ['ALEX_JOB_TOKENS', 'ALEX_JOB_USD', 'ALEX_JUDGE_THRESHOLD', 'ALEX_TAGGER_CONCURRENCY'];
const MARKET = marketVariables.filter((name) => name !== 'MARKET_FILE');
/** Headers have a key in them: they are a secret. */
const TRACES = traceVariables.filter((name) => !name.endsWith('_HEADERS'));

/** Which names each variable that is a map may have, as terraform/setting-names.tf has them; tags are a person's to name. */
export const namesIn: Readonly<Record<string, (fleet: Fleet) => readonly string[]>> = {
  model_settings: (fleet) => [...variablesOf(speakersIn(fleet)), ...LIMITS],
  market_settings: () => MARKET,
  trace_settings: () => TRACES,
  schedule_rates: ({ functions }) =>
    [...functions].flatMap(([name, { triggers }]) => (triggers.some(({ type }) => type === 'schedule') ? [name] : [])),
  image_tags: ({ services }) => [...services.keys()],
  service_settings: ({ services }) => [...services.keys()],
};

/** What a deployment may set of a service. */
export const namesInService = ({ environment, settings }: ServiceConfig): string[] => [
  ...new Set([...Object.keys(environment), ...settings]),
];
