import * as z from 'zod';
import { credentialIn } from './credential.ts';
import { databaseRoles } from './database-role.ts';
import { needThatSets } from './need-variables.ts';
import { refusedRoute, routePattern, type ApiKind } from './routes.ts';
import { refusedSecret, secretName, secretNameFor } from './secret-need.ts';

/** An IAM role's name has 64 characters, and the longest here is PROJECT-FOLDER-infrastructure, with a project of 19. */
const LONGEST = 28;
/** How functions, services and queues are named, and so the folders of the first two. */
export const folderName = {
  pattern: new RegExp(`^[a-z][a-z0-9-]{0,${LONGEST - 1}}$`),
  says: (given: string): string =>
    given.length > LONGEST
      ? `has ${given.length} characters, and ${LONGEST} are the most`
      : 'must be lower-case letters, digits and hyphens, and begin with a letter',
} as const;
const name = z.string().regex(folderName.pattern, { error: ({ input }) => folderName.says(String(input)) });
/** In the schema of lambda.json, which an editor shows beside what is written there. */
const OPEN =
  'API Gateway lets anybody on the internet call these routes: the code of the function has to check who asks, as authenticate() of shared/middleware/authenticate.ts does.';
const KEYED =
  "Whether API Gateway asks for the key of programs in x-api-key. With false anybody on the internet may call these routes, and the function's code has to check who asks.";
const saysOfRoute = (kind: ApiKind, route: unknown): string =>
  `"${String(route)}" ${refusedRoute(kind, String(route)) ?? ''}`;
/** Of one of the two products, as API Gateway takes it. */
const routesOf = (kind: ApiKind) =>
  z
    .array(
      z
        .string()
        .regex(routePattern, { error: ({ input }) => saysOfRoute(kind, input), abort: true })
        .refine((route) => refusedRoute(kind, route) === undefined, {
          error: ({ input }) => saysOfRoute(kind, input),
        }),
    )
    .min(1);

/** People's routes: an API Gateway HTTP API (payload format 2.0). The function itself checks who is calling. (scripts/terraform/open-routes.ts says so of one's own.) */
const httpTrigger = z.strictObject({ type: z.literal('http'), routes: routesOf('http').describe(OPEN) });
/** Programs' routes: an API Gateway REST API (proxy events 1.0); `apiKey` asks for a usage plan's key in `x-api-key`. */
const restTrigger = z.strictObject({
  type: z.literal('rest'),
  routes: routesOf('rest'),
  apiKey: z.boolean().default(true).describe(KEYED),
});
/** An SQS queue with its dead-letter queue NAME-dlq; the visibility timeout is six times the function's timeout. */
const sqsTrigger = z.strictObject({
  type: z.literal('sqs'),
  queue: name,
  batchSize: z.number().int().min(1).max(10).default(1),
  maxReceives: z.number().int().min(1).max(10).default(3),
  maximumConcurrency: z.number().int().min(2).max(1000).default(2),
});
/** EventBridge Scheduler: `rate(1 minute)`, `rate(2 hours)`. */
const scheduleTrigger = z.strictObject({
  type: z.literal('schedule'),
  rate: z
    .string()
    .regex(
      /^rate\((1 (minute|hour|day)|[2-9]\d* (minutes|hours|days)|1\d+ (minutes|hours|days))\)$/,
      'must be such as "rate(1 minute)", "rate(30 minutes)", "rate(2 hours)" or "rate(1 day)": with an s but for 1',
    ),
});

/** Those with no name of somebody's choice in them. */
const fixedNeeds = [
  'database',
  ...databaseRoles.map((role) => `database:${role}`),
  ...['model', 'traces', 'embeddings', 'researcher', 'market', 'vectors:read', 'vectors:write'],
];

/**
 * What a function may use. Each becomes environment variables and a least-privilege policy, on AWS and on a laptop:
 * `database` DATABASE_CLUSTER_ARN, DATABASE_SECRET_ARN, DATABASE_NAME and the RDS Data API, as the database's owner;
 * `database:ROLE` the same with the secret of a role that may do less (shared/database/roles.ts), and not the owner's;
 * `send:QUEUE` QUEUE_URL_<QUEUE>; `invoke:FUNCTION` FUNCTION_NAME_<FUNCTION>; `model` ALEX_MODEL and the other settings of
 * models, and Bedrock where they name it, on AWS with its guardrails (ALEX_MODEL_GUARDRAILS) or the secret of an `openai:` server's
 * key (SECRET_ARN_MODEL_KEY); `traces` OTEL_EXPORTER_OTLP_ENDPOINT and the settings beside it, where they are set, on AWS with
 * the secret of its headers (SECRET_ARN_TRACE_HEADERS) if it wants any;
 * `vectors:read` and `vectors:write` VECTOR_BUCKET_NAME, VECTOR_INDEX_NAME and that index, the former without changing it;
 * `embeddings` EMBEDDINGS_ENDPOINT_NAME and that endpoint; `secret:NAME` SECRET_ARN_<NAME> and that secret's value;
 * `researcher` RESEARCHER_URL (whoever calls it also needs `secret:researcher-key`); `market` MARKET_SOURCES and the other
 * settings of price sources. (<X> is the name in capitals with _ for -.)
 */
export const need = z
  .string()
  .regex(new RegExp(`^(${fixedNeeds.join('|')}|(send|invoke):[a-z][a-z0-9-]*|secret:${secretName})$`), {
    error: ({ input = '' }) => {
      const [kind, name] = input.split(':', 2);
      if (kind === 'secret' && name !== undefined) return refusedSecret(name);
      return `"${input}" is no need: it must be one of ${fixedNeeds.join(', ')}, or a name after send:, invoke: or secret:, such as "invoke:search" or "send:analysis-jobs"`;
    },
  });
/** Both users would set DATABASE_SECRET_ARN, and one of them would silently lose. */
export const needs = z
  .array(need)
  .superRefine((given, context) => {
    // As the statements of a role's policy are named on AWS (terraform/needs.tf), where two of one name are refused.
    const first = new Map<string, string>();
    for (const [index, one] of given.entries()) {
      const other = first.get(one.replaceAll('-', ''));
      if (other === one) context.addIssue({ code: 'custom', path: [index], message: `"${one}" is there already` });
      else if (other !== undefined)
        context.addIssue({
          code: 'custom',
          path: [index],
          message: `"${one}" and "${other}" cannot be told apart on AWS`,
        });
      first.set(one.replaceAll('-', ''), one);
    }
  })
  .refine((given) => given.filter((one) => /^database\b/.test(one)).length < 2, {
    error: 'may name one of the database’s users only: `database`, or a `database:ROLE`',
  })
  .default([]);

/**
 * What Lambda sets itself, and refuses to be given: "Reserved environment variables",
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 */
const RESERVED =
  'AWS_(?:DEFAULT_)?REGION|AWS_EXECUTION_ENV|AWS_ACCESS_KEY(?:_ID)?|AWS_SECRET_ACCESS_KEY|AWS_SESSION_TOKEN|AWS_LAMBDA_(?:FUNCTION_(?:NAME|VERSION|MEMORY_SIZE)|INITIALIZATION_TYPE|LOG_(?:GROUP|STREAM)_NAME|RUNTIME_API)|LAMBDA_(?:TASK_ROOT|RUNTIME_DIR)';

/** What ends so is a secret's, as terraform/variables-services.tf has it for service_settings. */
const OF_A_SECRET = '(?:KEY|SECRET|TOKEN|PASSWORD)$';
const settingBut = (refused: string): RegExp => new RegExp(`^(?!(?:${refused})$)(?!.*${OF_A_SECRET})[A-Z][A-Z0-9_]*$`);
const isOneOf = (names: string, name: string): boolean => new RegExp(`^(?:${names})$`).test(name);

/**
 * What a process reads as it starts, and no more: Lambda gives each function a process of its own, and a laptop a thread of one process
 * that all share (local/lambda), so that these would hold on AWS alone.
 */
const OF_THE_PROCESS =
  'TZ|LANG|LANGUAGE|LC_[A-Z]+|PATH|LD_[A-Z0-9_]+|NODE_(?:OPTIONS|PATH|EXTRA_CA_CERTS|ICU_DATA)|SSL_CERT_(?:FILE|DIR)|OPENSSL_CONF|UV_THREADPOOL_SIZE|AWS_LAMBDA_EXEC_WRAPPER';

/** What to do instead of setting one. */
function insteadOf(name: string): string {
  if (name === 'TZ')
    return `The clock is UTC everywhere: call the setting TIME_ZONE and give it to what reads the date, new Intl.DateTimeFormat('en-US', { timeZone: requireEnvironment('TIME_ZONE') })`;
  if (/^L(?:ANG|C_)/.test(name))
    return `The language is en-US everywhere: call the setting LOCALE and give it to what formats, new Intl.NumberFormat(requireEnvironment('LOCALE'))`;
  return 'Do it in the code of the function, or do without';
}

/** Why a name is none, and for a secret's where it belongs. */
function refusedName(name: unknown): string {
  if (typeof name === 'string' && isOneOf(OF_THE_PROCESS, name))
    return `is read by a process as it starts, and on a laptop all functions are one process: it would hold on AWS alone. ${insteadOf(name)}`;
  if (typeof name !== 'string' || !new RegExp(OF_A_SECRET).test(name) || isOneOf(RESERVED, name))
    return 'a name is capitals, digits and underscores, such as "MAX_ATTEMPTS", and none that Lambda sets itself, such as AWS_REGION';
  const secret = secretNameFor(name);
  return `what ends in KEY, SECRET, TOKEN or PASSWORD is a secret, and what stands here ends up in the code and in Terraform's state: write "secret:${secret}" into needs instead, read it with readSecret('${secret}') of shared/aws/secrets-manager.ts, which gives { key }, and once Alex runs with it or is deployed give it its value: npm run secrets -- ${secret}`;
}

const IN_THE_OPEN =
  "and what stands here ends up in the code and in Terraform's state: a secret is a need, secret:NAME (guides/9-beyond.md)";

/** What of an event's texts, in whatever depth, looks like a credential by itself or by its name. */
function credentialInEvent(value: unknown, name = ''): string | undefined {
  if (typeof value === 'string') return credentialIn(value) ?? credentialIn(`${name}=${value}`);
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value)
    .map(([key, part]) => credentialInEvent(part, Array.isArray(value) ? name : key))
    .find((found) => found !== undefined);
}

/** What stands in the open is no place for a key, whatever its name. */
const plainValue = z.string().refine((text) => credentialIn(text) === undefined, {
  error: ({ input }) => `has ${credentialIn(String(input)) ?? ''}, ${IN_THE_OPEN}`,
});

const settingsOf = (name: RegExp) =>
  z
    .record(z.string().regex(name), plainValue, {
      error: ({ code, input }) => (code === 'invalid_key' ? refusedName(input) : undefined),
    })
    .default({});

/** Environment variables of a service that are the same everywhere: its container is a process of its own on a laptop, too. */
export const plainSettings = settingsOf(settingBut(RESERVED));
/** In the schema of lambda.json, which an editor shows beside what is written there. */
const SETTINGS =
  'Environment variables, the same on a laptop and on AWS; none that a need sets, too, and none that a process reads as it starts, such as TZ, LANG and NODE_OPTIONS: on a laptop all functions are one process. The clock is UTC everywhere.';
/** Those of a function: none that only a process of its own would read (`TZ`), as on a laptop it has none. */
/** Of all variables of a function, names and values: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const ENVIRONMENT_BYTES = 4096;
const bytesOf = (settings: Readonly<Record<string, string>>): number =>
  new TextEncoder().encode(Object.entries(settings).flat().join('')).length;
const functionSettings = settingsOf(settingBut(`${RESERVED}|${OF_THE_PROCESS}`)).refine(
  (settings) => bytesOf(settings) <= ENVIRONMENT_BYTES,
  {
    error: ({ input }) =>
      `takes ${bytesOf(z.record(z.string(), z.string()).catch({}).parse(input))} bytes with its names, and Lambda allows ${ENVIRONMENT_BYTES} to all of a function's variables`,
  },
);

const settingsAndNeeds = z.object({
  needs: z.array(z.string().catch('')).catch([]).default([]),
  environment: z.record(z.string(), z.unknown()).catch({}).default({}),
});
/** A setting that a need sets, too, would be taken and change nothing: the need's goes before it. It is told beside mistakes in other fields. */
export const noSettingOfANeed = z.superRefine<object>(
  (config, context) => {
    const { needs: given, environment } = settingsAndNeeds.parse(config);
    for (const name of Object.keys(environment)) {
      const need = needThatSets(name, given);
      if (need === undefined) continue;
      const message = `comes with the need "${need}", whose value goes before the one that stands here: take it out, or give it another name`;
      context.addIssue({ code: 'custom', path: ['environment', name], message });
    }
  },
  { when: ({ value }) => settingsAndNeeds.safeParse(value).success },
);

const OF_ROUTES: ReadonlySet<string> = new Set(['http', 'rest']);
/**
 * The seconds that both kinds of API wait for a function: 30 of an HTTP API, 29 of a REST API.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 */
const MOST_SECONDS = 29;

/** What is held against each other in a file: it is so beside mistakes in other fields, too. */
const compared = z.object({
  timeout: z.number(),
  triggers: z.array(z.object({ type: z.string(), maximumConcurrency: z.number().optional() })),
  reservedConcurrency: z.number().nullable(),
});
const canBeCompared = ({ value }: { value: unknown }): boolean => compared.safeParse(value).success;
/** How many of a function its queues begin at once. */
const startedAtOnce = ({ triggers }: Pick<z.infer<typeof compared>, 'triggers'>): number =>
  Math.max(0, ...triggers.map(({ maximumConcurrency = 0 }) => maximumConcurrency));

/** lambdas/NAME/lambda.json: read by the packager, the laptop and Terraform. */
export const lambdaConfig = z
  .strictObject({
    $schema: z.string().optional(),
    description: z.string().min(1).max(256),
    /** MiB. */
    memory: z.number().int().min(128).max(10_240),
    /** Seconds; 29 at most for a function that does nothing but answer routes. */
    timeout: z.number().int().min(1).max(900),
    /** The largest zip allowed, KiB; packaging fails above it. */
    zipBudget: z.number().int().min(1).max(51_200),
    triggers: z
      .array(z.discriminatedUnion('type', [httpTrigger, restTrigger, sqsTrigger, scheduleTrigger]))
      .default([]),
    needs,
    /** Plain settings, the same everywhere. */
    environment: functionSettings.describe(SETTINGS),
    /** An event that begins nothing, changes nothing and costs next to nothing: what `npm run smoke` gives the function. */
    smoke: z
      .record(z.string(), z.unknown(), 'must be the event, an object such as {}')
      .refine((event) => credentialInEvent(event) === undefined, {
        error: ({ input }) => `has ${credentialInEvent(input) ?? ''}, ${IN_THE_OPEN}`,
      })
      .optional(),
    /** At most this many at once, and no fewer than its queue begins; null leaves it to the account, and 0 switches the function off. */
    reservedConcurrency: z.number().int().min(0).max(1000).nullable().default(null),
  })
  .refine(
    ({ timeout, triggers }) =>
      timeout <= MOST_SECONDS || triggers.length === 0 || triggers.some(({ type }) => !OF_ROUTES.has(type)),
    {
      path: ['timeout'],
      error: `must be ${MOST_SECONDS} at most: API Gateway waits no longer for a route's answer and says 503 or 504 in its place. What takes longer is for a function with an sqs or schedule trigger, or one that is invoked`,
      when: canBeCompared,
    },
  )
  .refine((config) => config.reservedConcurrency === null || config.reservedConcurrency >= startedAtOnce(config), {
    path: ['reservedConcurrency'],
    error: ({ input }) => {
      const least = startedAtOnce(compared.parse(input));
      return `must be ${least} at least, or null: so many messages of its queue are begun at once (maximumConcurrency, for which AWS takes no less than 2), and those for which there is no room would be thrown back, and after a few times end among the dead letters`;
    },
    when: canBeCompared,
  })
  .check(noSettingOfANeed);
export type LambdaConfig = z.infer<typeof lambdaConfig>;
export type LambdaTrigger = LambdaConfig['triggers'][number];
