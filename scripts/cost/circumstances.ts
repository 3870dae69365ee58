import { USUAL_BUDGET } from '../../shared/agents/models/usual-budget.ts';
import { readFleet, type Fleet } from '../terraform/fleet.ts';
import { speakersIn } from '../terraform/speakers.ts';
import { listIn, mapEntries, mapIn, stagesIn, textVariable, type Stage } from '../terraform/variables-file.ts';
import { byTheClock, type ByTheClock, type DatabaseSleep } from './by-the-clock.ts';
import type { Limit } from './model-use.ts';
import { DEFAULT_MODELS, modelsIn, namesModel, onlyModel, regionsOf, wantsKey, type Models } from './models.ts';
import { openSettings, type OpenSettings } from './not-counted.ts';
import { setElsewhere, type Unread } from './unread-settings.ts';

/** What decides how much a deployment costs. */
export interface Circumstances {
  /** The stages that are on. */
  stages: readonly Stage[];
  /** Where it is, and where its models on Bedrock are. */
  region: string;
  modelRegions: readonly string[];
  /** Where the researcher runs. */
  platform: 'ecs_express' | 'app_runner';
  /** How many subnets the containers' load balancer has; undefined: the account's default network, as AWS chooses. */
  subnets: number | undefined;
  /** The folders that are deployed. */
  fleet: Fleet;
  database: DatabaseSleep;
  /** What of them runs by the clock, and for how long that keeps the database awake. */
  clock: readonly ByTheClock[];
  /** How often the researcher is asked for a note in a day. */
  researchRuns: number;
  /** The models of the agents, as they sign. */
  models: Models;
  /** The most that an analysis and a note may use of them. */
  limits: { analysis: Limit; note: Limit };
  /** Whether a model is on a server that asks for a key: its secret comes with whatever calls models (terraform/needs.tf). */
  modelKey: boolean;
  /** Whether the collector of traces asks for headers: their secret comes with whatever writes traces. */
  traceHeaders: boolean;
  /** Whether stage 8 brings Bedrock's guardrail, for the models that are on Bedrock. */
  guards: boolean;
  /** Services to be had inside the database's network with stage 8, each in so many zones. */
  endpoints: { count: number; zones: number };
  /** What costs more by how much it is used, or as nobody knows here: not-counted.ts. */
  open: OpenSettings;
}

/**
 * What a person's terraform.tfvars comes to, with other stages than its own where they are named: the one place where it is read
 * for what things cost. Where it says nothing, as Terraform's variables have it.
 *
 * @param elsewhere what is set elsewhere, and not read
 */
export function circumstancesIn(
  text: string,
  stages: readonly Stage[] = stagesIn(text),
  fleet: Fleet = readFleet(),
  elsewhere: readonly Unread[] = [],
): Circumstances {
  const settings = mapIn(text, 'model_settings') ?? DEFAULT_MODELS;
  const research = mapEntries(text, 'service_settings', 'researcher');
  const capacity = mapEntries(text, 'database_capacity');
  const database = { min: Number(capacity.min ?? 0), pauseAfter: Number(capacity.pause_after ?? 300) };
  const clock = byTheClock({ stages, rates: mapEntries(text, 'schedule_rates'), database, fleet });
  const isOn = (name: string): boolean => textVariable(text, name) === 'true';
  return {
    stages,
    region: textVariable(text, 'region') ?? 'us-east-1',
    modelRegions: regionsOf(settings),
    platform: textVariable(text, 'container_platform') === 'app_runner' ? 'app_runner' : 'ecs_express',
    subnets: listIn(text, 'container_subnet_ids')?.length,
    fleet,
    database,
    clock,
    researchRuns: clock.reduce((sum, { researches, runs }) => sum + (researches ? runs : 0), 0),
    models: modelsIn(settings, speakersIn(fleet)),
    limits: {
      analysis: {
        tokens: Number(settings.ALEX_JOB_TOKENS ?? USUAL_BUDGET.tokens),
        usd: Number(settings.ALEX_JOB_USD ?? USUAL_BUDGET.usd),
      },
      // Its own limits are far beyond a usual note.
      note: {
        tokens: Number(research.ALEX_RESEARCH_TOKENS ?? Infinity),
        usd: Number(research.ALEX_RESEARCH_USD ?? Infinity),
      },
    },
    modelKey: Object.entries(settings).some(([name, value]) => namesModel(name) && wantsKey(value)),
    traceHeaders: isOn('trace_headers_in_secret'),
    guards: textVariable(text, 'guard_models') !== 'false',
    endpoints: {
      count: listIn(text, 'vpc_endpoints')?.length ?? 0,
      // A network of its own has two subnets: terraform/modules/aurora.
      zones: listIn(text, 'database_network', 'subnet_ids')?.length ?? 2,
    },
    open: openSettings(text, settings, research, elsewhere),
  };
}

/** The same of what is deployed from here, with what Terraform takes from elsewhere than terraform.tfvars. */
export const circumstancesHere = (text: string, stages?: readonly Stage[], fleet: Fleet = readFleet()): Circumstances =>
  circumstancesIn(text, stages, fleet, setElsewhere(text));

/** With this model for everything that is written, as it signs. */
export const writtenBy = (model: string, circumstances: Circumstances): Circumstances => ({
  ...circumstances,
  models: onlyModel(model),
  modelRegions: [],
  modelKey: wantsKey(model),
});
