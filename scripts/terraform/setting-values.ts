import type { Fault, Value } from './tfvars.ts';

/** As CloudWatch allows: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const RETENTION = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];
const MEMORY = [1024, 2048, 3072, 4096, 5120, 6144];
const CAPACITY = 'Aurora has steps of 0.5, from 0 <= min <= max, and max from 1 to 256: { min = 0, max = 2 }';

/** What a value has to be, and how to say so. A rule is asked of numbers, or of texts. */
interface Rule {
  readonly holds: (value: number) => boolean;
  readonly remedy: string;
}
const from = (least: number, most: number): Rule => ({
  holds: (value) => value >= least && value <= most,
  remedy: most === Infinity ? `It is at least ${least}` : `It is from ${least} to ${most}`,
});
const wholeFrom = (least: number, most: number): Rule => ({
  holds: (value) => Number.isInteger(value) && value >= least && value <= most,
  remedy: `It is a whole number from ${least} to ${most}`,
});
const oneOf = (values: readonly number[]): Rule => ({
  holds: (value) => values.includes(value),
  remedy: `It is one of ${values.join(', ')}`,
});
const isHalves = (value: number): boolean => Number.isInteger(value * 2);

/** By the variable, and by the part of one that is an object. */
const NUMBERS: Readonly<Record<string, Rule>> = {
  log_retention_days: oneOf(RETENTION),
  'embeddings.memory': oneOf(MEMORY),
  'embeddings.max_concurrency': wholeFrom(1, 200),
  'database_capacity.min': { holds: (value) => value >= 0 && isHalves(value), remedy: CAPACITY },
  'database_capacity.max': { holds: (value) => value >= 1 && value <= 256 && isHalves(value), remedy: CAPACITY },
  'database_capacity.pause_after': wholeFrom(300, 86_400),
  database_backup_days: wholeFrom(1, 35),
  monthly_budget_usd: from(1, Infinity),
  reserved_concurrency: { ...wholeFrom(1, 1000), remedy: 'It is a whole number from 1 to 1000, or null' },
};

/** An address of the machine that asks it: on a laptop the model beside Alex, on Lambda the function itself. */
const NOT_HERE =
  /^(?!.*:\/\/(?:[^/@]*@)?(?:localhost|[^/:]+\.local|host\.docker\.internal|127\.[\d.]+|0\.0\.0\.0|\[::1?\])(?:[:/]|$))/i;
/** An address inside a network, where functions are not. Ranges: RFC 1918, 3927, 6598 (IPv4), 4193, 4291 (IPv6). */
const NOT_PRIVATE =
  /^(?!.*:\/\/(?:[^/@]*@)?(?:10\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|192\.168\.[\d.]+|169\.254\.[\d.]+|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.[\d.]+|\[f(?:[cd]|e[89ab])[\da-f]*:[\da-f:.]*\])(?:[:/]|$))/i;

interface Spelling {
  readonly pattern: RegExp;
  readonly remedy: string;
}
const OTHERS = 'Name a server that AWS can reach; a model may be "bedrock:MODEL" or "narrator"';
const ELSEWHERE: Spelling = { pattern: NOT_HERE, remedy: `On AWS that address is the function itself. ${OTHERS}` };
const ON_THE_INTERNET: Spelling = {
  pattern: NOT_PRIVATE,
  remedy: `That address is inside a network, and functions on AWS are in none. ${OTHERS}`,
};

/** What every service takes: Bedrock knows no other letters, and RDS nothing that begins with rds:. */
const TAG_NAME: Spelling = {
  pattern: /^[A-Za-z0-9 _.:/=+@-]{1,128}$/,
  remedy: 'AWS takes names of 1 to 128 letters from A to Z, digits, spaces and _ . : / = + - @',
};
const TAG_VALUE: Spelling = {
  pattern: /^[A-Za-z0-9 _.:/=+@-]{0,256}$/,
  remedy: 'AWS takes up to 256 letters from A to Z, digits, spaces and _ . : / = + - @',
};
const NOT_OF_AWS: Spelling = { pattern: /^(?!(?:aws|rds):)/i, remedy: "aws: and rds: begin AWS's own tags" };
/** For each thing AWS takes 50; three are Alex's own: project, managed_by and, of a network, Name. */
const MOST_TAGS = 47;
const OWN_TAGS = ['project', 'managed_by'];

/** How texts are written; of a variable with a * all its entries. */
const TEXTS: Readonly<Record<string, Spelling | readonly Spelling[]>> = {
  alert_email: { pattern: /^[^@\s:/?#]+@([^@\s:/?#.]+\.)+[^@\s:/?#.]+$/, remedy: 'It is an e-mail address, or null' },
  container_platform: { pattern: /^(ecs_express|app_runner)$/, remedy: 'It is ecs_express or app_runner' },
  'schedule_rates.*': {
    pattern: /^rate\((1 (minute|hour|day)|([2-9]|[1-9][0-9]+) (minutes|hours|days))\)$/,
    remedy: 'A rate is rate(1 minute), rate(2 hours), rate(1 day) ...',
  },
  // A container on ecs_express is in a network.
  'model_settings.ALEX_MODEL_RESEARCHER': ELSEWHERE,
  'model_settings.*': [ELSEWHERE, ON_THE_INTERNET],
  'market_settings.*': [ELSEWHERE, ON_THE_INTERNET],
  'trace_settings.*': [ELSEWHERE, ON_THE_INTERNET],
  'tags.*': [TAG_VALUE, NOT_OF_AWS],
  'image_tags.*': {
    pattern: /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/,
    remedy: 'A tag is letters, digits, dots, dashes and underscores',
  },
};

/**
 * Values that Terraform would refuse, of the settings that are changed most: what the validations of terraform/variables*.tf say of them, said
 * before anything is packaged or asked of AWS. What is of the wrong type is another's fault to tell.
 */
export function valueFaults(settings: ReadonlyMap<string, Value>): Fault[] {
  const own = [...settings].flatMap(([name, value]) =>
    value.kind === 'object'
      ? [...value.entries].flatMap(([part, entry]) => faultsOf(`${name}.${part}`, `${name}.*`, entry))
      : faultsOf(name, name, value),
  );
  const { min, max } = capacity(settings.get('database_capacity'));
  if (min > max) own.push({ says: `database_capacity: min ${min} is more than max ${max}`, remedy: CAPACITY });
  return [...own, ...tagFaults(settings.get('tags'))];
}

/** Of the tags' names; their values are texts like others. */
function tagFaults(value: Value | undefined): Fault[] {
  if (value?.kind !== 'object') return [];
  const names = [...value.entries.keys()];
  const faults = names.flatMap((name, index) => {
    const wrong = [TAG_NAME, NOT_OF_AWS].find(({ pattern }) => !pattern.test(name));
    if (wrong !== undefined) return [{ says: `tags: "${name}" can be no tag`, remedy: wrong.remedy }];
    const same = (other: string): boolean => other.toLowerCase() === name.toLowerCase();
    const twin = OWN_TAGS.find(same) ?? names.slice(0, index).find(same);
    if (twin === undefined) return [];
    const remedy = OWN_TAGS.includes(twin) ? `${twin} is Alex's own: choose another name` : 'Delete one of the two';
    return [{ says: `tags: IAM takes "${name}" and "${twin}" for one`, remedy }];
  });
  if (names.length > MOST_TAGS)
    faults.push({ says: `tags: there are ${names.length}`, remedy: `There can be ${MOST_TAGS}, beside Alex's own` });
  return faults;
}

function faultsOf(at: string, entries: string, value: Value): Fault[] {
  if (!('text' in value) || value.kind === 'null' || value.kind === 'bool') return [];
  const number = NUMBERS[at];
  const text = TEXTS[at] ?? TEXTS[entries];
  const amount = Number(value.text);
  if (number !== undefined && value.text.trim() !== '' && Number.isFinite(amount) && !number.holds(amount))
    return [{ says: `${at} cannot be ${value.text}`, remedy: number.remedy }];
  const misspelt = [text ?? []].flat().find(({ pattern }) => !pattern.test(value.text));
  return misspelt === undefined ? [] : [{ says: `${at} cannot be "${value.text}"`, remedy: misspelt.remedy }];
}

function capacity(value: Value | undefined): { min: number; max: number } {
  const of = (name: string): number => {
    const entry = value?.kind === 'object' ? value.entries.get(name) : undefined;
    return entry?.kind === 'number' ? Number(entry.text) : NaN;
  };
  return { min: of('min'), max: of('max') };
}
