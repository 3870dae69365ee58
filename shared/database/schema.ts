/**
 * The database: what is stored, and what it refuses to store. SQL migrations in `migrations/` are generated from this
 * file (`npm run migrations:generate`). Money and quantities are `numeric` and cross as decimal strings; moments are
 * `timestamptz`; choices are `text` with a CHECK, which the Data API can bind without a cast.
 */
import { sql, type SQL } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  customType,
  date,
  foreignKey,
  index,
  integer,
  json,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core';
import type { Analysis } from '../schemas/analysis.ts';
import { classificationSources, instrumentTypes, type Weights } from '../schemas/classification.ts';
import type { Fact } from '../schemas/fact.ts';
import type { RetirementGoals, Targets } from '../schemas/goals.ts';
import type { Plan } from '../schemas/retirement-plan/plan.ts';
import type { RebalancingRequest } from '../schemas/rebalancing.ts';
import type { InputNotes } from '../schemas/input-notes.ts';
import { jobStatuses, stepNames, stepStatuses } from '../schemas/job.ts';
import { documentKinds } from '../schemas/document-kinds.ts';
import type { StoredSource } from '../schemas/knowledge.ts';
import { callOutcomes, callPurposes } from '../schemas/model-call.ts';
import type { ResearchProgress, StoredNote } from '../schemas/research.ts';
import { researchStatuses } from '../schemas/research-status.ts';
import { accountTypes, transactionKinds } from '../schemas/portfolio.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });
const createdAt = () => moment('created_at').notNull().defaultNow();
const quantity = (name: string) => numeric(name, { precision: 20, scale: 8 });
const money = (name: string) => numeric(name, { precision: 20, scale: 4 });
/** A yearly rate, a fraction. */
const rate = (name: string) => numeric(name, { precision: 8, scale: 6 });
/** US dollars that a call of a model costs: fractions of a cent count. */
const fee = (name: string) => numeric(name, { precision: 14, scale: 8 });

/** PostgreSQL's words with their places, which ours are written into as they are. */
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** A name's letters and digits alone, in small letters: what a broker's case and punctuation do not change. */
export const plainName = (name: SQL | AnyPgColumn): SQL =>
  sql`regexp_replace(lower(${name}), '[^[:alnum:]]+', '', 'g')`;

/** `column IN ('a', 'b')`, from the same list that the zod schema uses. */
const oneOf = (column: AnyPgColumn, values: readonly string[]): SQL =>
  sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`;
const isCurrency = (column: AnyPgColumn): SQL => sql`${column} ~ '^[A-Z]{3}$'`;
const isSymbol = (column: AnyPgColumn): SQL => sql`${column} ~ '^[A-Z0-9][A-Z0-9.:^/=-]{0,23}$'`;
const lengthBetween = (column: AnyPgColumn, low: number, high: number): SQL =>
  sql`length(${column}) between ${sql.raw(String(low))} and ${sql.raw(String(high))}`;

export const users = pgTable(
  'users',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    displayName: text('display_name').notNull(),
    /** What was said of retirement, on the day `goals_as_of`: ages grow from there. */
    goals: jsonb('goals').$type<RetirementGoals>(),
    goalsAsOf: date('goals_as_of', { mode: 'string' }),
    targets: jsonb('targets').$type<Targets>(),
    createdAt: createdAt(),
  },
  (t) => [
    check('users_display_name_length', lengthBetween(t.displayName, 1, 100)),
    check('users_goals_dated', sql`(${t.goals} is null) = (${t.goalsAsOf} is null)`),
  ],
);

/** Personal API keys: only a SHA-256 of the key is kept (keys are 32 random bytes, so a slow hash adds nothing). */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** The key's first characters, so that a person can tell their keys apart. */
    prefix: text('prefix').notNull(),
    hash: text('hash').notNull().unique(),
    createdAt: createdAt(),
    expiresAt: moment('expires_at'),
    revokedAt: moment('revoked_at'),
  },
  (t) => [
    index('api_keys_user').on(t.userId),
    check('api_keys_hash_is_sha256', sql`${t.hash} ~ '^[0-9a-f]{64}$'`),
    check('api_keys_name_length', lengthBetween(t.name, 1, 100)),
  ],
);

/** The three breakdowns of an instrument, each summing to 1 (`weights_sum_to_one` is in the first migration). */
const weightColumns = {
  assetClasses: jsonb('asset_classes').$type<Weights['assetClasses']>(),
  regions: jsonb('regions').$type<Weights['regions']>(),
  sectors: jsonb('sectors').$type<Weights['sectors']>(),
};
const weightChecks = (table: string, t: { assetClasses: AnyPgColumn; regions: AnyPgColumn; sectors: AnyPgColumn }) => [
  check(`${table}_asset_classes_sum_to_one`, sql`weights_sum_to_one(${t.assetClasses})`),
  check(`${table}_regions_sum_to_one`, sql`weights_sum_to_one(${t.regions})`),
  check(`${table}_sectors_sum_to_one`, sql`weights_sum_to_one(${t.sectors})`),
];

/** The reference set: instruments that everybody shares. Holds no price and nothing that a person wrote. */
export const instruments = pgTable(
  'instruments',
  {
    symbol: text('symbol').primaryKey(),
    name: text('name').notNull(),
    /** For a snapshot to find it by what a file calls it: made out once a row, not for all rows at every analysis. */
    plainName: text('plain_name').generatedAlwaysAs((): SQL => plainName(instruments.name)),
    type: text('type', { enum: instrumentTypes }).notNull(),
    currency: text('currency').notNull().default('USD'),
    expenseRatio: numeric('expense_ratio', { precision: 8, scale: 6 }),
    assetClasses: weightColumns.assetClasses.notNull(),
    regions: weightColumns.regions.notNull(),
    sectors: weightColumns.sectors.notNull(),
    citation: text('citation').notNull(),
    asOf: date('as_of', { mode: 'string' }).notNull(),
  },
  (t) => [
    index('instruments_plain_name').on(t.plainName),
    check('instruments_symbol_form', isSymbol(t.symbol)),
    check('instruments_type_known', oneOf(t.type, instrumentTypes)),
    check('instruments_currency_form', isCurrency(t.currency)),
    check('instruments_expense_ratio_range', sql`${t.expenseRatio} between 0 and 0.1`),
    ...weightChecks('instruments', t),
  ],
);

/** What one person says their instruments are; wins over the reference set. */
export const classifications = pgTable(
  'classifications',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    symbol: text('symbol').notNull(),
    type: text('type', { enum: instrumentTypes }).notNull().default('other'),
    assetClasses: weightColumns.assetClasses.notNull(),
    regions: weightColumns.regions.notNull(),
    sectors: weightColumns.sectors.notNull(),
    asOf: date('as_of', { mode: 'string' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.symbol] }),
    check('classifications_symbol_form', isSymbol(t.symbol)),
    check('classifications_type_known', oneOf(t.type, instrumentTypes)),
    ...weightChecks('classifications', t),
  ],
);

export const accounts = pgTable(
  'accounts',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    type: text('type', { enum: accountTypes }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('accounts_name_once_a_user').on(t.userId, sql`lower(${t.name})`),
    check('accounts_name_length', lengthBetween(t.name, 1, 100)),
    check('accounts_type_known', oneOf(t.type, accountTypes)),
  ],
);

/** Cash in an account, one row a currency; negative is borrowed. */
export const cashBalances = pgTable(
  'cash_balances',
  {
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    currency: text('currency').notNull(),
    amount: money('amount').notNull(),
    interestRate: rate('interest_rate'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.currency] }),
    check('cash_balances_currency_form', isCurrency(t.currency)),
  ],
);

/** `symbol` refers to no table on purpose: a person may hold what nobody has classified yet. */
export const positions = pgTable(
  'positions',
  {
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    symbol: text('symbol').notNull(),
    name: text('name'),
    quantity: quantity('quantity').notNull(),
    currency: text('currency').notNull(),
    costBasis: money('cost_basis'),
    /** The person's own of one unit: under one symbol accounts may hold different things. */
    price: quantity('price'),
    priceAsOf: date('price_as_of', { mode: 'string' }),
    priceSource: text('price_source'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.symbol] }),
    check('positions_symbol_form', isSymbol(t.symbol)),
    check('positions_currency_form', isCurrency(t.currency)),
    check('positions_quantity_positive', sql`${t.quantity} > 0`),
    check('positions_cost_basis_not_negative', sql`${t.costBasis} >= 0`),
    check('positions_name_length', lengthBetween(t.name, 1, 200)),
    check(
      'positions_price_has_date_and_source',
      sql`(${t.price} is null) = (${t.priceAsOf} is null) and (${t.price} is null) = (${t.priceSource} is null)`,
    ),
  ],
);

/** Dated quotes with their source. `user_id` null: from a market source, for all; set: that person's own. */
export const prices = pgTable(
  'prices',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: uuid('user_id').references(() => users.id, { onDelete: 'cascade' }),
    symbol: text('symbol').notNull(),
    asOf: date('as_of', { mode: 'string' }).notNull(),
    source: text('source').notNull(),
    currency: text('currency').notNull(),
    price: quantity('price').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('prices_once_a_day_and_source').on(t.userId, t.symbol, t.currency, t.asOf, t.source).nullsNotDistinct(),
    index('prices_latest').on(t.symbol, t.asOf.desc()),
    check('prices_symbol_form', isSymbol(t.symbol)),
    check('prices_currency_form', isCurrency(t.currency)),
    check('prices_positive', sql`${t.price} > 0`),
  ],
);

/**
 * What market sources said, for all: one close a source, symbol and day, and exchange rates as EUR/USD in USD. A cache: what a
 * job was valued at is in its own snapshot.
 */
export const marketQuotes = pgTable(
  'market_quotes',
  {
    source: text('source').notNull(),
    symbol: text('symbol').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    currency: text('currency').notNull(),
    price: quantity('price').notNull(),
    fetchedAt: moment('fetched_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.source, t.symbol, t.day] }),
    index('market_quotes_of_symbol').on(t.symbol, t.day.desc()),
    check('market_quotes_symbol_form', isSymbol(t.symbol)),
    check('market_quotes_currency_form', isCurrency(t.currency)),
    check('market_quotes_positive', sql`${t.price} > 0`),
  ],
);

/** Which days of a symbol a source has been asked for, quotes or none: what it does not have is not asked again that day. */
export const marketCoverage = pgTable(
  'market_coverage',
  {
    source: text('source').notNull(),
    symbol: text('symbol').notNull(),
    fromDay: date('from_day', { mode: 'string' }).notNull(),
    toDay: date('to_day', { mode: 'string' }).notNull(),
    askedAt: moment('asked_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.source, t.symbol] }),
    check('market_coverage_in_order', sql`${t.fromDay} <= ${t.toDay}`),
  ],
);

/**
 * The token bucket of each source, which all functions share: when each of the newest calls took its token (seconds since
 * 1970), and until when the source itself has asked to be left alone.
 */
export const marketLimits = pgTable('market_limits', {
  source: text('source').primaryKey(),
  taken: jsonb('taken').$type<number[]>().notNull(),
  blockedUntil: moment('blocked_until'),
});

/** What happened in an account, in US dollars. `line` counts from 1. */
export const transactions = pgTable(
  'transactions',
  {
    accountId: uuid('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    line: integer('line').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    kind: text('kind', { enum: transactionKinds }).notNull(),
    symbol: text('symbol'),
    quantity: quantity('quantity'),
    price: quantity('price'),
    amount: money('amount'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.line] }),
    check('transactions_kind_known', oneOf(t.kind, transactionKinds)),
    check('transactions_symbol_form', isSymbol(t.symbol)),
    check('transactions_quantity_positive', sql`${t.quantity} > 0`),
    check('transactions_price_positive', sql`${t.price} > 0`),
  ],
);

/** What was asked of a job; the snapshot itself is in `job_lines`. */
export interface JobRequest {
  goals: RetirementGoals | null;
  /** A whole retirement plan in the goals' place, its history in it; absent where there is none. */
  plan?: Plan;
  targets: Targets | null;
  /** How to rebalance towards them; absent where nothing is said. */
  rebalancing?: RebalancingRequest;
  /** What the person wants to know; absent where nothing was asked. */
  question?: string;
  /** One of Alex's own examples; absent for a person's portfolio. */
  example?: true;
  /** Absent in jobs that were stored before there were notes, and where there are none. */
  notes?: InputNotes;
}

export const jobs = pgTable(
  'jobs',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    status: text('status', { enum: jobStatuses }).notNull().default('pending'),
    request: jsonb('request').$type<JobRequest>().notNull(),
    asOf: date('as_of', { mode: 'string' }).notNull(),
    seed: bigint('seed', { mode: 'number' }).notNull(),
    /** The caller's Idempotency-Key: the same key is the same job. */
    idempotencyKey: text('idempotency_key'),
    /** SHA-256 of the request that came with the key, in hex: another request under the same key is told from it. */
    idempotencyFingerprint: text('idempotency_fingerprint'),
    /** When a message for it was last put on the queue; null says that sending failed. */
    sentAt: moment('sent_at'),
    /** W3C trace context of the request that asked for it, for every run to go on with; null where nothing is traced. */
    traceparent: text('traceparent'),
    /** Attempts that count: one that ended with a laptop's whole fleet is given back, see `endLeases`. */
    attempt: integer('attempt').notNull().default(0),
    /** How often a laptop's fleet ended while it was under way. */
    interruptions: integer('interruptions').notNull().default(0),
    leaseOwner: text('lease_owner'),
    leaseUntil: moment('lease_until'),
    error: text('error'),
    /** Calls of language models, and what they have used or may yet use: reservations count until they are settled. */
    modelCalls: integer('model_calls').notNull().default(0),
    tokensSpent: bigint('tokens_spent', { mode: 'number' }).notNull().default(0),
    usdSpent: fee('usd_spent').notNull().default('0'),
    createdAt: createdAt(),
    startedAt: moment('started_at'),
    finishedAt: moment('finished_at'),
  },
  (t) => [
    index('jobs_of_user').on(t.userId, t.createdAt.desc()),
    index('jobs_unfinished')
      .on(t.status, t.leaseUntil)
      .where(sql`${t.status} in ('pending', 'running')`),
    unique('jobs_idempotency_key').on(t.userId, t.idempotencyKey),
    check('jobs_status_known', oneOf(t.status, jobStatuses)),
    check('jobs_seed_range', sql`${t.seed} between 0 and 4294967295`),
    check('jobs_lease_while_running', sql`${t.status} = 'running' or ${t.leaseUntil} is null`),
    check(
      'jobs_finished_when_ended',
      sql`(${t.finishedAt} is not null) = (${t.status} in ('completed', 'partial', 'failed'))`,
    ),
    check('jobs_failed_says_why', sql`${t.status} <> 'failed' or ${t.error} is not null`),
  ],
);

/** The portfolio as it was when the job was made: prices and all. `line` counts from 1. */
export const jobLines = pgTable(
  'job_lines',
  {
    jobId: uuid('job_id')
      .notNull()
      .references(() => jobs.id, { onDelete: 'cascade' }),
    line: integer('line').notNull(),
    accountName: text('account_name').notNull(),
    accountType: text('account_type', { enum: accountTypes }).notNull(),
    kind: text('kind', { enum: ['holding', 'cash'] }).notNull(),
    symbol: text('symbol').notNull(),
    name: text('name'),
    quantity: quantity('quantity').notNull(),
    currency: text('currency').notNull(),
    price: quantity('price'),
    priceAsOf: date('price_as_of', { mode: 'string' }),
    priceSource: text('price_source'),
    costBasis: money('cost_basis'),
    interestRate: rate('interest_rate'),
  },
  (t) => [
    primaryKey({ columns: [t.jobId, t.line] }),
    check('job_lines_kind_known', oneOf(t.kind, ['holding', 'cash'])),
    check('job_lines_account_type_known', oneOf(t.accountType, accountTypes)),
    check(
      'job_lines_price_has_date_and_source',
      sql`${t.kind} = 'cash' or (${t.price} is null) = (${t.priceAsOf} is null) and (${t.price} is null) = (${t.priceSource} is null)`,
    ),
  ],
);

/**
 * What was known of the snapshot's instruments: the person's word, else the reference set when the job was made, else what a
 * model judged for this job alone. A symbol that nobody knows has no row.
 */
export const jobInstruments = pgTable(
  'job_instruments',
  {
    jobId: uuid('job_id')
      .notNull()
      .references(() => jobs.id, { onDelete: 'cascade' }),
    symbol: text('symbol').notNull(),
    name: text('name').notNull(),
    type: text('type', { enum: instrumentTypes }).notNull(),
    currency: text('currency').notNull(),
    expenseRatio: numeric('expense_ratio', { precision: 8, scale: 6 }),
    assetClasses: weightColumns.assetClasses.notNull(),
    regions: weightColumns.regions.notNull(),
    sectors: weightColumns.sectors.notNull(),
    source: text('source', { enum: classificationSources }).notNull(),
    citation: text('citation').notNull(),
    asOf: date('as_of', { mode: 'string' }).notNull(),
    confidence: numeric('confidence', { precision: 4, scale: 3 }).notNull(),
    rationale: text('rationale'),
  },
  (t) => [
    primaryKey({ columns: [t.jobId, t.symbol] }),
    check('job_instruments_source_known', oneOf(t.source, classificationSources)),
    check('job_instruments_type_known', oneOf(t.type, instrumentTypes)),
    check('job_instruments_confidence_range', sql`${t.confidence} between 0 and 1`),
    ...weightChecks('job_instruments', t),
  ],
);

/** The newest exchange rate of each foreign currency in the snapshot, into US dollars. */
export const jobRates = pgTable(
  'job_rates',
  {
    jobId: uuid('job_id')
      .notNull()
      .references(() => jobs.id, { onDelete: 'cascade' }),
    currency: text('currency').notNull(),
    rate: quantity('rate').notNull(),
    asOf: date('as_of', { mode: 'string' }).notNull(),
    source: text('source').notNull(),
  },
  (t) => [primaryKey({ columns: [t.jobId, t.currency] }), check('job_rates_positive', sql`${t.rate} > 0`)],
);

/** The transactions of the snapshot. */
export const jobTransactions = pgTable(
  'job_transactions',
  {
    jobId: uuid('job_id')
      .notNull()
      .references(() => jobs.id, { onDelete: 'cascade' }),
    line: integer('line').notNull(),
    accountName: text('account_name').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    kind: text('kind', { enum: transactionKinds }).notNull(),
    symbol: text('symbol'),
    quantity: quantity('quantity'),
    price: quantity('price'),
    amount: money('amount'),
  },
  (t) => [primaryKey({ columns: [t.jobId, t.line] })],
);

/** The dated prices that the returns of those transactions need. */
export const jobQuotes = pgTable(
  'job_quotes',
  {
    jobId: uuid('job_id')
      .notNull()
      .references(() => jobs.id, { onDelete: 'cascade' }),
    line: integer('line').notNull(),
    symbol: text('symbol').notNull(),
    asOf: date('as_of', { mode: 'string' }).notNull(),
    price: quantity('price').notNull(),
  },
  (t) => [primaryKey({ columns: [t.jobId, t.line] })],
);

export const jobSteps = pgTable(
  'job_steps',
  {
    jobId: uuid('job_id')
      .notNull()
      .references(() => jobs.id, { onDelete: 'cascade' }),
    step: text('step', { enum: stepNames }).notNull(),
    status: text('status', { enum: stepStatuses }).notNull().default('pending'),
    attempt: integer('attempt').notNull().default(0),
    leaseOwner: text('lease_owner'),
    leaseUntil: moment('lease_until'),
    startedAt: moment('started_at'),
    finishedAt: moment('finished_at'),
    degraded: boolean('degraded').notNull().default(false),
    detail: text('detail'),
    error: text('error'),
    /** Written in the same statement that completes the step, so that a step is done exactly when its result is there. */
    result: json('result'),
  },
  (t) => [
    primaryKey({ columns: [t.jobId, t.step] }),
    check('job_steps_step_known', oneOf(t.step, stepNames)),
    check('job_steps_status_known', oneOf(t.status, stepStatuses)),
    check('job_steps_failed_says_why', sql`${t.status} <> 'failed' or ${t.error} is not null`),
    check('job_steps_skipped_says_why', sql`${t.status} <> 'skipped' or ${t.detail} is not null`),
    check('job_steps_lease_while_running', sql`${t.status} = 'running' or ${t.leaseUntil} is null`),
  ],
);

/** What code computed for the job, once: every agent reads this row and nothing else. `json`: it is only ever read whole. */
export const jobFacts = pgTable(
  'job_facts',
  {
    jobId: uuid('job_id').primaryKey(),
    analysis: json('analysis').$type<Analysis>().notNull(),
    facts: json('facts').$type<Fact[]>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [foreignKey({ columns: [t.jobId], foreignColumns: [jobs.id], name: 'job_facts_job' }).onDelete('cascade')],
);

/** The researcher's runs. Nothing of a person is in them: a topic comes from a schedule or from whoever has the researcher's key. */
export const researchRuns = pgTable(
  'research_runs',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    /** When a schedule's run was due; null where somebody asked for it. The same moment is the same run. */
    scheduledFor: moment('scheduled_for').unique('research_runs_once_a_time'),
    topic: text('topic'),
    status: text('status', { enum: researchStatuses }).notNull().default('pending'),
    attempt: integer('attempt').notNull().default(0),
    leaseOwner: text('lease_owner'),
    leaseUntil: moment('lease_until'),
    progress: jsonb('progress').$type<ResearchProgress[]>().notNull().default([]),
    note: jsonb('note').$type<StoredNote>(),
    degraded: text('degraded'),
    error: text('error'),
    /** Calls of language models, and what they have used or may yet use: reservations count until they are settled. */
    modelCalls: integer('model_calls').notNull().default(0),
    tokensSpent: bigint('tokens_spent', { mode: 'number' }).notNull().default(0),
    usdSpent: fee('usd_spent').notNull().default('0'),
    createdAt: createdAt(),
    startedAt: moment('started_at'),
    finishedAt: moment('finished_at'),
  },
  (t) => [
    index('research_runs_newest').on(t.createdAt.desc()),
    check('research_runs_status_known', oneOf(t.status, researchStatuses)),
    check('research_runs_topic_length', lengthBetween(t.topic, 1, 200)),
    check('research_runs_lease_while_running', sql`${t.status} = 'running' or ${t.leaseUntil} is null`),
    check(
      'research_runs_finished_when_ended',
      sql`(${t.finishedAt} is not null) = (${t.status} in ('completed', 'failed'))`,
    ),
    check('research_runs_completed_has_note', sql`(${t.status} = 'completed') = (${t.note} is not null)`),
    check('research_runs_failed_says_why', sql`${t.status} <> 'failed' or ${t.error} is not null`),
  ],
);

/** Every call of a language model: a row before it is made, so that what dies with its process is counted too. */
export const modelCalls = pgTable(
  'model_calls',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    /** What it was made for: a job or a run of the researcher. */
    jobId: uuid('job_id'),
    runId: uuid('run_id'),
    agent: text('agent').notNull(),
    model: text('model').notNull(),
    purpose: text('purpose', { enum: callPurposes }).notNull(),
    outcome: text('outcome', { enum: callOutcomes }).notNull().default('running'),
    reservedTokens: integer('reserved_tokens').notNull(),
    /** Null: the model's price is not known. */
    reservedUsd: fee('reserved_usd'),
    inputTokens: integer('input_tokens'),
    outputTokens: integer('output_tokens'),
    usd: fee('usd'),
    durationMs: integer('duration_ms'),
    retries: integer('retries'),
    detail: text('detail'),
    /** Which request it was, as a hash; and what was answered, for as long as its job may be taken up again. */
    requestKey: text('request_key'),
    answer: json('answer'),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({ columns: [t.jobId], foreignColumns: [jobs.id], name: 'model_calls_job' }).onDelete('cascade'),
    foreignKey({ columns: [t.runId], foreignColumns: [researchRuns.id], name: 'model_calls_run' }).onDelete('cascade'),
    index('model_calls_of_job').on(t.jobId, t.createdAt),
    check('model_calls_for_one', sql`(${t.jobId} is null) <> (${t.runId} is null)`),
    check('model_calls_purpose_known', oneOf(t.purpose, callPurposes)),
    check('model_calls_outcome_known', oneOf(t.outcome, callOutcomes)),
    check('model_calls_reserved_not_negative', sql`${t.reservedTokens} >= 0 and ${t.reservedUsd} >= 0`),
  ],
);

/** What research has found, one row a document: what it is, and which version of it answers. Its text is in S3 Vectors. */
export const knowledgeDocuments = pgTable(
  'knowledge_documents',
  {
    /** Made from the address. */
    id: text('id').primaryKey(),
    url: text('url').notNull(),
    title: text('title').notNull(),
    kind: text('kind', { enum: documentKinds }).notNull(),
    tickers: jsonb('tickers').$type<string[]>().notNull(),
    published: date('published', { mode: 'string' }),
    fetchedAt: moment('fetched_at').notNull(),
    /** The day it was published or, where that is not said, read (UTC): what its age counts from. */
    day: date('day', { mode: 'string' }).notNull(),
    sources: jsonb('sources').$type<StoredSource[]>().notNull(),
    /** SHA-256 of its text, and of all that is stored of it but the time of reading. */
    textHash: text('text_hash').notNull(),
    hash: text('hash').notNull(),
    version: uuid('version').notNull().unique(),
    chunks: integer('chunks').notNull(),
    /** Words that a search by words can find, in all chunks. */
    words: integer('words').notNull(),
    /** Which model its vectors are of (shared/knowledge/embedding-model.ts); empty where that was not noted. */
    model: text('model').notNull().default(''),
    storedAt: moment('stored_at').notNull().defaultNow(),
  },
  (t) => [
    index('knowledge_documents_text').on(t.textHash),
    index('knowledge_documents_newest').on(t.day.desc(), t.id),
    check('knowledge_documents_id_form', sql`${t.id} ~ '^doc_[0-9a-f]{32}$'`),
    check('knowledge_documents_kind_known', oneOf(t.kind, documentKinds)),
    check('knowledge_documents_counts', sql`${t.chunks} > 0 and ${t.words} >= 0`),
  ],
);

/** Every version whose vectors are, or may be, in the index: a row before the first is put, until the last is deleted. */
export const knowledgeVersions = pgTable(
  'knowledge_versions',
  {
    version: uuid('version').primaryKey(),
    documentId: text('document_id').notNull(),
    chunks: integer('chunks').notNull(),
    /** `current` answers; `writing` does not yet; `retired` does not any more. */
    state: text('state', { enum: ['writing', 'current', 'retired'] })
      .notNull()
      .default('writing'),
    /** What is being written, of which model, and how many of its vectors are put: where a next request goes on. */
    hash: text('hash').notNull().default(''),
    model: text('model').notNull().default(''),
    done: integer('done').notNull().default(0),
    changedAt: moment('changed_at').notNull().defaultNow(),
  },
  (t) => [
    index('knowledge_versions_waste')
      .on(t.changedAt)
      .where(sql`${t.state} <> 'current'`),
    uniqueIndex('knowledge_versions_one_current')
      .on(t.documentId)
      .where(sql`${t.state} = 'current'`),
    check('knowledge_versions_state_known', oneOf(t.state, ['writing', 'current', 'retired'])),
  ],
);

/** The words of each chunk, for searches by words. */
export const knowledgeChunks = pgTable(
  'knowledge_chunks',
  {
    version: uuid('version').notNull(),
    ordinal: integer('ordinal').notNull(),
    words: integer('words').notNull(),
    terms: tsvector('terms').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.version, t.ordinal] }),
    foreignKey({
      columns: [t.version],
      foreignColumns: [knowledgeVersions.version],
      name: 'knowledge_chunks_version',
    }).onDelete('cascade'),
    index('knowledge_chunks_terms').using('gin', t.terms),
  ],
);
