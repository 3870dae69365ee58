import type { PackagedFunction } from './deployment.ts';

export interface FunctionOverride {
  environment?: Record<string, string>;
  /** Seconds. */
  timeout?: number;
  /** MiB. */
  memory?: number;
  reservedConcurrency?: number | null;
  /** Of its schedule: rate(…); null: it has none. */
  rate?: string | null;
}

/** One thing that the fleet itself has to say; what the functions log is in CloudWatch Logs. */
export interface FleetProblem {
  readonly message: string;
  readonly cause?: unknown;
}

export interface FleetOptions {
  /** The folder with functions.json and the zips. */
  dist: string;
  /** Where everything that lasts is kept; made if missing. */
  dataFolder: string;
  /** 0 or absent: any free one. */
  ports?: { api?: number; aws?: number; queues?: number; services?: number };
  /** Default us-east-1. */
  region?: string;
  /** A PostgreSQL server instead of the one in the data folder. */
  databaseUrl?: string;
  /**
   * Variables for the functions that need a model, and for no others, over ALEX_MODEL=narrator. AWS credentials among them
   * take the place of the functions' own: they are then one user, who may do what any of them may.
   */
  modelSettings?: Readonly<Record<string, string>>;
  /** Variables for the functions that are traced, and for no others: OpenTelemetry's. Default: none, and no traces. */
  traceSettings?: Readonly<Record<string, string>>;
  /** Variables for the functions that price, and for no others: MARKET_SOURCES and the settings beside it. Default: none. */
  marketSettings?: Readonly<Record<string, string>>;
  /**
   * Values of secrets by name, for those that a folder needs: kept in files that only this user may read, `market-keys` until a start
   * without them, others until they are written anew.
   */
  secrets?: Readonly<Record<string, string>>;
  /** Where the files of an embedding model may lie, local/sagemaker/README.md; without them the endpoint answers by spelling. */
  embeddingModelFolder?: string;
  /**
   * The services whose containers run, by name, each with settings in the place of its service.json's; and with them the schedules
   * of the functions that call them. Default: none, and their addresses answer 503.
   */
  services?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The usage plan's keys for the routes of REST APIs, asked for with each request: one may be made anew while the fleet runs. */
  apiKeys?: () => readonly string[];
  overrides?: Readonly<Record<string, FunctionOverride>>;
  /**
   * Runs when the AWS services answer and before a request, message or schedule reaches a function: the place for
   * migrations. Gets what `environmentForScripts` gives.
   */
  prepare?: (environment: Record<string, string>) => Promise<void>;
  /** What a person set, by name, for whoever finds this fleet running and has set something else: no value that is a secret. */
  startedWith?: Readonly<Record<string, string>>;
  /** False where one command brings the fleet up for itself and stops it again: who finds it running is told. Default true. */
  staysUp?: boolean;
  /** How long running invocations may go on when the fleet stops, milliseconds. Default 5,000. */
  graceMilliseconds?: number;
  /** Default: standard error. */
  onProblem?: (problem: FleetProblem) => void;
}

/** A function as it is to run here. */
export function overridden(fn: PackagedFunction, override: FunctionOverride | undefined): PackagedFunction {
  const { environment: _, rate, ...config } = override ?? {};
  const triggers = fn.config.triggers.flatMap((trigger) => {
    if (trigger.type !== 'schedule' || rate === undefined) return [trigger];
    return rate === null ? [] : [{ ...trigger, rate }];
  });
  return { ...fn, config: { ...fn.config, ...config, triggers } };
}
