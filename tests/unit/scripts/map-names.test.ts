// A misspelt name in a map of terraform.tfvars is taken in silence by Terraform itself, has no effect, and may cost money.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { readFleet } from '../../../scripts/terraform/fleet.ts';
import { mapFaults } from '../../../scripts/terraform/map-faults.ts';
import { marketSources, namesIn, namesInService } from '../../../scripts/terraform/map-names.ts';
import { speakersIn } from '../../../scripts/terraform/speakers.ts';
import { declaredSettings } from '../../../scripts/terraform/settings.ts';
import { readTfvars } from '../../../scripts/terraform/tfvars.ts';
import { modelSettingsIn } from '../../../shared/agents/models/settings.ts';
import { marketSettingsIn } from '../../../shared/market/settings.ts';
import { readTraceSettings } from '../../../scripts/laptop/trace-settings.ts';

const folder = fileURLToPath(new URL('../../../terraform/', import.meta.url));
const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const written = readdirSync(folder)
  .filter((name) => name.endsWith('.tf'))
  .map((name) => readFileSync(`${folder}${name}`, 'utf8'))
  .join('\n');
const fleet = readFleet();
const maps = [...declaredSettings(folder)].flatMap(([name, { kind }]) => (kind === 'map' ? [name] : []));
/** Whose names a person chooses. */
const FREE = ['tags'];

const faultsIn = (text: string): string[] =>
  mapFaults(readTfvars(text).settings, fleet).map(({ says, remedy }) => `${says}. ${remedy}`);

describe('every variable that is a map', () => {
  test('is in these lists, or its names are a person’s to choose', () => {
    expect(Object.keys(namesIn).toSorted()).toEqual(maps.filter((name) => !FREE.includes(name)).toSorted());
  });

  test.each(maps.filter((name) => !FREE.includes(name)))('%s refuses a name that nobody reads', (name) => {
    expect(faultsIn(`${name} = { nobody_reads_this = "x" }`)).toEqual([
      expect.stringContaining(`${name}.nobody_reads_this: there is no such setting, so it would have no effect`),
      ...(name === 'trace_settings' ? [expect.stringContaining('no collector')] : []),
    ]);
    // And Terraform itself, with what is wrong and what there is.
    expect(written).toContain(`length(setsubtract(keys(var.${name}), local.names_in.${name})) == 0`);
    expect(written).toContain(`join(", ", setsubtract(keys(var.${name}), local.names_in.${name}))`);
    expect(read('terraform/tests/variables.tftest.hcl')).toMatch(
      new RegExp(`run "names_that_nobody_reads"[^]*expect_failures = \\[[^\\]]*var\\.${name}\\b`),
    );
  });
});

describe('the names are', () => {
  const itsNames = (variable: string): readonly string[] => namesIn[variable]?.(fleet) ?? [];
  const thereAre = (read: () => unknown): string[] => {
    try {
      read();
    } catch (error) {
      return /There are: (.+)\.$/.exec(String(error))?.[1]?.split(', ') ?? [];
    }
    return [];
  };
  const inTerraform = (list: string): string[] => {
    const [, found = ''] =
      new RegExp(`\\b${list} += (?:(?:distinct\\()?concat\\(\\n *)?\\[([^\\]]*)\\]`).exec(written) ?? [];
    return [...found.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);
  };

  test('of models those that the program reads, less keys and what a place gives', () => {
    const own = speakersIn(fleet);
    const known = thereAre(() => modelSettingsIn({ ALEX_MODEL_X: 'narrator' }, own));
    expect(itsNames('model_settings').toSorted()).toEqual(
      known.filter((name) => !/_(?:API_KEY|GUARDRAILS)$/.test(name)).toSorted(),
    );
    expect(inTerraform('model_settings')).toEqual(namesIn.model_settings?.({ ...fleet, functions: new Map() }));
  });

  test('of prices those that the program reads, less the file of a laptop', () => {
    const known = thereAre(() => marketSettingsIn({ MARKET_SOURCE: 'x' }));
    expect(itsNames('market_settings').toSorted()).toEqual(known.filter((name) => name !== 'MARKET_FILE').toSorted());
    const sources = inTerraform('market_sources');
    expect(sources).toEqual(marketSources);
    expect([
      ...inTerraform('market_settings'),
      ...sources.flatMap((one) => ['URL', 'CALLS_A_MINUTE'].map((what) => `MARKET_${one.toUpperCase()}_${what}`)),
    ]).toEqual(itsNames('market_settings'));
  });

  test('of traces those that a laptop takes, less keys', () => {
    const all = Object.fromEntries(itsNames('trace_settings').map((name) => [name, 'https://a.example']));
    const taken = readTraceSettings({ ...all, OTEL_EXPORTER_OTLP_ENDPOINTS: 'x' });
    expect(Object.keys(taken).toSorted()).toEqual(itsNames('trace_settings').toSorted());
    expect(written).toContain('["ENDPOINT", "TIMEOUT", "PROTOCOL", "COMPRESSION"]');
  });

  test('of rates the functions that the clock starts, and of services their folders', () => {
    const clocked = [...fleet.functions].flatMap(([name, { triggers }]) =>
      triggers.some(({ type }) => type === 'schedule') ? [name] : [],
    );
    expect(clocked).toEqual(expect.arrayContaining(['ingest', 'scheduler', 'sweeper']));
    expect(itsNames('schedule_rates').toSorted()).toEqual(clocked.toSorted());
    expect(itsNames('image_tags')).toEqual([...fleet.services.keys()]);
    expect(itsNames('service_settings')).toEqual([...fleet.services.keys()]);
  });

  test('in the researcher’s service.json those that its program reads', () => {
    const researcher = fleet.services.get('researcher');
    const programs = [...read('services/researcher/settings.ts').matchAll(/\bALEX_RESEARCH_[A-Z_]+/g)].map(String);
    const browsing = read('services/researcher/browsing/settings.ts');
    const names = researcher === undefined ? [] : namesInService(researcher);
    const ofBrowsing = names.filter((name) => name.startsWith('BROWSING_'));
    expect(names.filter((name) => !ofBrowsing.includes(name)).toSorted()).toEqual([...new Set(programs)].toSorted());
    // What may be read is a deployer's to say; a door to one's own network or another port is not.
    expect(ofBrowsing).toEqual(['BROWSING_ALLOWED_HOSTS', 'BROWSING_USER_AGENT']);
    for (const name of ofBrowsing) expect(browsing).toContain(name);
  });
});

test('the model of a function of one’s own is a setting where that may have one write, and nowhere else', () => {
  const config = fleet.functions.get('reporter');
  const search = fleet.functions.get('search');
  if (config === undefined || search === undefined) throw new Error('no reporter, or no search');
  const functions = new Map([...fleet.functions, ['my-columnist', config] as const, ['finder', search] as const]);
  const faults = (name: string) =>
    mapFaults(readTfvars(`model_settings = { ${name} = "narrator" }`).settings, { ...fleet, functions });
  expect(faults('ALEX_MODEL_MY_COLUMNIST')).toEqual([]);
  expect(faults('ALEX_MODEL_FINDER')).toHaveLength(1);
  // And Terraform's own list takes it from the same needs.
  expect(written).toContain(
    'for name, needs in local.function_needs : "ALEX_MODEL_${upper(replace(name, "-", "_"))}" if contains(needs, "model")',
  );
});

test.each([
  ['schedule_rates = { sweper = "rate(1 hour)" }', 'schedule_rates.sweper: there is no such setting, so it would'],
  ['schedule_rates = { sweper = "rate(1 hour)" }', 'Did you mean schedule_rates.sweeper?'],
  ['schedule_rates = { planner = "rate(1 hour)" }', 'There are: ingest, '],
  ['image_tags = { reseacher = "1" }', 'Did you mean image_tags.researcher?'],
  ['image_tags = { researcher = "latest" }', 'image_tags.researcher cannot be "latest".'],
  ['model_settings = { ALEX_MODEL_REPORTR = "narrator" }', 'Did you mean model_settings.ALEX_MODEL_REPORTER?'],
  ['model_settings = { ALEX_MODEL_API_KEY = "x" }', 'ALEX_MODEL_API_KEY: a key is a secret, and what is set here'],
  ['model_settings = { ALEX_TAGGER_CONCURRENCY = 11 }', 'ALEX_TAGGER_CONCURRENCY cannot be "11". ALEX_TAGGER'],
  ['market_settings = { MARKET_MASSIVE_KEY = "x" }', 'MARKET_MASSIVE_KEY: a key is a secret'],
  ['market_settings = { MARKET_SOURCES = "massiv" }', 'there is no source "massiv". Did you mean massive?'],
  ['market_settings = { MARKET_SOURCES = "yahoo" }', 'There are: massive, alpaca, stooq, ecb'],
  ['market_settings = { MARKET_SOURCES = "ecb, file" }', 'there is no source "file" on AWS: a file is a laptop’s'],
  ['market_settings = { MARKET_WAIT_SECONDS = 500 }', 'MARKET_WAIT_SECONDS cannot be "500". MARKET_WAIT_SECONDS has'],
  ['market_settings = { MARKET_STOOQ_HISTORY = "both" }', 'MARKET_STOOQ_HISTORY has to be one of adjusted, raw'],
  ['trace_settings = { OTEL_EXPORTER_OTLP_ENDPOINT = "a.example" }', 'It is an http:// or https:// URL'],
  ['trace_settings = { OTEL_SERVICE_NAME = "alex" }', 'it names no collector, so nothing would be sent'],
  ['service_settings = { reseacher = {} }', 'Did you mean service_settings.researcher?'],
  [
    'service_settings = { researcher = { ALEX_RESEARCH_TOPICS = "bonds" } }',
    'Did you mean service_settings.researcher.ALEX_RESEARCH_TOPIC?',
  ],
  [
    'service_settings = { researcher = { BROWSING_ALLOWED_HOSTS = "https://sec.gov" } }',
    'it takes names of hosts without http:// or a path',
  ],
  [
    'service_settings = { researcher = { ALEX_RESEARCH_PAGES = 9 } }',
    'service_settings.researcher.ALEX_RESEARCH_PAGES cannot be "9". ALEX_RESEARCH_PAGES has to be a whole number from 2',
  ],
])('%s is told', (text, says) => {
  expect(faultsIn(text)).toEqual([expect.stringContaining(says)]);
});

test.each([
  'schedule_rates = { sweeper = "rate(1 hour)", scheduler = "rate(12 hours)", ingest = "rate(2 days)" }',
  'image_tags = { researcher = "1" }',
  'model_settings = { ALEX_MODEL_JUDGE = "narrator", ALEX_JOB_USD = 1, ALEX_JOB_TOKENS = "300000" }',
  'market_settings = { MARKET_SOURCES = "Massive, ecb,", MARKET_MASSIVE_CALLS_A_MINUTE = "5" }',
  'trace_settings = { OTEL_EXPORTER_OTLP_ENDPOINT = "http://a.example:4318", OTEL_EXPORTER_OTLP_PROTOCOL = "http/json" }',
  'trace_settings = {}',
  'service_settings = { researcher = { ALEX_RESEARCH_TOPIC = "bonds", ALEX_RESEARCH_SOURCES = "https://a.example" } }',
  'tags = { whatever = "x" }',
  // What takes working out is Terraform's to judge.
  'market_settings = { MARKET_SOURCES = join(",", ["ecb"]) }',
])('%s is let through', (text) => {
  expect(faultsIn(text)).toEqual([]);
});
