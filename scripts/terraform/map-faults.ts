import { browsingFrom } from '../../services/researcher/browsing/settings.ts';
import { settingsFrom } from '../../services/researcher/settings.ts';
import { parseModelSetting } from '../../shared/agents/models/model-setting.ts';
import { modelSettingsIn } from '../../shared/agents/models/settings.ts';
import { ConfigurationError } from '../../shared/errors.ts';
import { marketSettings } from '../../shared/market/settings.ts';
import { isTracing } from '../../shared/middleware/tracing-settings.ts';
import type { Fleet } from './fleet.ts';
import { marketSources, namesIn, namesInService } from './map-names.ts';
import { nearestName } from '../terminal/nearest-name.ts';
import type { Fault, Value } from './tfvars.ts';
import { unknownName } from './unknown-name.ts';

type Entries = ReadonlyMap<string, Value>;

/** What ends so is a key: it belongs into a secret, whatever it is for. */
const SECRET = /(?:^|_)(?:KEY|SECRET|TOKEN|PASSWORD|HEADERS)$/;

/** What follows an address may be a key. */
const ENDPOINT = /^https?:\/\/[^\s@?#]+$/;

/**
 * Faults of the variables that are maps: names that nobody reads, which Terraform would take in silence, and values that the program
 * which reads them would refuse when it is deployed.
 */
export const mapFaults = (settings: ReadonlyMap<string, Value>, fleet: Fleet): Fault[] =>
  [...settings].flatMap(([variable, value]) =>
    value.kind === 'object' ? faultsOf(variable, value.entries, fleet) : [],
  );

function faultsOf(variable: string, entries: Entries, fleet: Fleet): Fault[] {
  const known = namesIn[variable]?.(fleet);
  if (known === undefined) return [];
  return [
    ...nameFaults(variable, entries, known),
    ...[...entries].flatMap(([name, entry]) => {
      if (!known.includes(name)) return [];
      if (variable === 'service_settings') return serviceFaults(`${variable}.${name}`, name, entry, fleet);
      return entry.kind === 'string' || entry.kind === 'number' ? valueFaults(variable, name, entry.text) : [];
    }),
    ...(variable === 'trace_settings' ? untraced(entries) : []),
  ];
}

const nameFaults = (variable: string, entries: Entries, known: readonly string[]): Fault[] =>
  [...entries.keys()]
    .filter((name) => !known.includes(name))
    .map((name) =>
      SECRET.test(name)
        ? {
            says: `${variable}.${name}: a key is a secret, and what is set here ends up in the state`,
            remedy:
              'npm run secrets -- --target aws writes it, and says which there are; headers of traces: trace_headers_in_secret',
          }
        : unknownName(name, known, variable),
    );

function valueFaults(variable: string, name: string, text: string): Fault[] {
  const at = `${variable}.${name}`;
  const cannotBe = (remedy: string): Fault[] => [{ says: `${at} cannot be "${text}"`, remedy }];
  switch (variable) {
    case 'model_settings':
      return name.startsWith('ALEX_MODEL')
        ? modelFaults(at, text)
        : refusal(() => modelSettingsIn({ [name]: text }), cannotBe);
    case 'market_settings':
      return name === 'MARKET_SOURCES'
        ? sourceFaults(at, text)
        : refusal(() => marketSettings({ [name]: text }), cannotBe);
    case 'trace_settings':
      if (name.endsWith('_ENDPOINT') && !(ENDPOINT.test(text) && isTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: text })))
        return cannotBe('It is an http:// or https:// URL without a user, query or fragment');
      if (name.endsWith('_PROTOCOL') && !text.startsWith('http/'))
        return cannotBe('It is http/json or http/protobuf: functions do not speak grpc, and would send nothing');
      return name.endsWith('_TIMEOUT') && !/^[1-9]\d{0,5}$/.test(text)
        ? cannotBe('It is a number of milliseconds')
        : [];
    case 'image_tags':
      return text === 'latest' ? cannotBe('A tag never changes its image here: "1"') : [];
    default:
      return [];
  }
}

/** What a program says of a setting that it would not start with. */
function refusal(read: () => unknown, cannotBe: (remedy: string) => Fault[]): Fault[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return cannotBe(error.message.replace(/\.$/, ''));
  }
}

/** Models that ALEX_MODEL may not name: what they can be is long, and stands apart from what is wrong. */
function modelFaults(at: string, text: string): Fault[] {
  try {
    parseModelSetting(at, text);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const [, says = '', remedy = ''] = /^(.*?[^.])\. (.*)$/s.exec(error.message) ?? [
      '',
      error.message.replace(/\.$/, ''),
    ];
    return [{ says, remedy: remedy === '' ? 'What it can be: guides/6-agents.md' : remedy }];
  }
}

const sourceFaults = (at: string, text: string): Fault[] =>
  text
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && !marketSources.some((source) => source === name))
    .map((name) => {
      const meant = nearestName(name, marketSources);
      return {
        says: `${at}: there is no source "${name}"${name === 'file' ? ' on AWS: a file is a laptop’s' : ''}`,
        remedy:
          meant === undefined || name === 'file' ? `There are: ${marketSources.join(', ')}` : `Did you mean ${meant}?`,
      };
    });

/** Traces that would go nowhere. */
const untraced = (entries: Entries): Fault[] =>
  entries.size === 0 || [...entries.keys()].some((name) => name.endsWith('_ENDPOINT'))
    ? []
    : [
        {
          says: 'trace_settings: it names no collector, so nothing would be sent',
          remedy: 'Set OTEL_EXPORTER_OTLP_ENDPOINT in it',
        },
      ];

/** By the service, what reads its settings. */
const PROGRAMS: Readonly<Record<string, (environment: NodeJS.ProcessEnv) => unknown>> = {
  researcher: (environment) => [settingsFrom(environment), browsingFrom(environment)],
};

function serviceFaults(at: string, service: string, value: Value, { services }: Fleet): Fault[] {
  const config = services.get(service);
  if (value.kind !== 'object' || config === undefined) return [];
  const known = namesInService(config);
  return [
    ...nameFaults(at, value.entries, known),
    ...[...value.entries].flatMap(([name, entry]) => {
      if (!known.includes(name) || (entry.kind !== 'string' && entry.kind !== 'number')) return [];
      return refusal(
        () => PROGRAMS[service]?.({ ...config.environment, [name]: entry.text }),
        (remedy) => [{ says: `${at}.${name} cannot be "${entry.text}"`, remedy }],
      );
    }),
  ];
}
