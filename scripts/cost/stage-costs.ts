import { databaseRoles, userOfRole } from '../../shared/schemas/database-role.ts';
import { counted } from '../terminal/counted.ts';
import type { Fleet } from '../terraform/fleet.ts';
import { stagesWith } from '../terraform/stages-with.ts';
import type { Stage } from '../terraform/variables-file.ts';
import type { ByTheClock } from './by-the-clock.ts';
import type { Circumstances } from './circumstances.ts';
import { guardrailUsd, narrated, RESEARCH_TOKENS, tokensUsd } from './model-use.ts';
import { DAYS, usd, type PriceName } from './price-table.ts';

/** What something costs in a day, US dollars. */
export interface CostLine {
  what: string;
  usdPerDay: number;
  /** What it costs is not known here: `usdPerDay` is 0, and every sum with it is the least. */
  isUnknown?: true;
}

const line = (what: string, price: PriceName, perDay: number): CostLine => ({ what, usdPerDay: perDay * usd(price) });
/** So many of something that is paid by the month. */
const kept = (what: string, price: PriceName, count = 1): CostLine => line(what, price, count / DAYS);

/**
 * One vCPU and 2 GB: services/researcher/service.json. Four addresses, assumed: one of the task, and one of the load balancer in each of
 * three zones. ECS chooses its zones among the subnets of the default network, which in us-east-1 has up to six.
 */
const express = (): CostLine[] => [
  line('the container: 1 vCPU', 'fargateVcpuHour', 24),
  line('the container: 2 GB', 'fargateGbHour', 48),
  line('its load balancer', 'loadBalancerHour', 24),
  line('public addresses (4, assumed)', 'publicAddressHour', 96),
];
/** At work for half an hour a day. */
const appRunner = (): CostLine[] => [
  line('the container: 2 GB, always', 'appRunnerGbHour', 48),
  line('the container: 1 vCPU while at work', 'appRunnerVcpuHour', 0.5),
];

/**
 * Metrics that alarms look at: of each function its errors, invocations, throttles and duration, and ten of stage 8 besides; of each queue
 * two. tests/terraform holds them to the plan.
 */
export function alarmMetrics({ functions }: Fleet): { '3-ingest': number; '6-agents': number; '8-enterprise': number } {
  const triggers = [...functions.values()].flatMap((one) => one.triggers);
  const queues = new Set(triggers.flatMap((trigger) => (trigger.type === 'sqs' ? [trigger.queue] : [])));
  return { '3-ingest': 1, '6-agents': 2 * queues.size, '8-enterprise': 10 + 4 * functions.size };
}

/** What stage 8 shows metrics in: one for the agents, one for their models. tests/terraform holds it to the plan. */
export const DASHBOARDS = 2;

/**
 * What each stage costs in a day on which nobody asks Alex for anything: what is there, and what runs by the clock. What comes by use is
 * in analysis-cost.ts.
 */
export const stageLines = (stage: Stage, circumstances: Circumstances): CostLine[] => [
  ...thereLines(stage, circumstances),
  ...secretLines(stage, circumstances),
  ...wakeLines(stage, circumstances),
  ...writtenLines(stage, circumstances),
];

function thereLines(stage: Stage, { platform, fleet }: Circumstances): CostLine[] {
  const metrics = alarmMetrics(fleet);
  switch (stage) {
    case '1-permissions':
    case '2-embeddings':
      return [];
    case '3-ingest':
      return [kept('vectors (50 MB)', 'vectorGbMonth', 0.05), kept('an alarm', 'alarmMonth', metrics[stage])];
    case '4-researcher':
      return [
        ...(platform === 'ecs_express' ? express() : appRunner()),
        kept('its key', 'secretMonth'),
        kept('its image (0.5 GB)', 'imageGbMonth', 0.5),
      ];
    case '5-database':
      return [kept('its password', 'secretMonth'), kept('storage (1 GB)', 'auroraGbMonth')];
    case '6-agents':
      return [
        kept('keys of price sources', 'secretMonth'),
        kept(`alarms (${metrics[stage]})`, 'alarmMonth', metrics[stage]),
      ];
    case '8-enterprise':
      return [
        kept('web ACL', 'webAclMonth'),
        kept('its rules (3)', 'webRuleMonth', 3),
        kept(`alarms (${metrics[stage]} metrics)`, 'alarmMonth', metrics[stage]),
        kept('key of the alerts', 'keyMonth'),
        kept(`dashboards (${DASHBOARDS})`, 'dashboardMonth', DASHBOARDS),
      ];
  }
}

/** Secrets that come with a need, some where a setting brings them. One serves all that have the need, and is paid with the first stage that has any of them. */
function secretLines(stage: Stage, { modelKey, traceHeaders, fleet, stages }: Circumstances): CostLine[] {
  const isFirst = (need: string): boolean => {
    const having = stagesWith(need, fleet);
    return having.includes(stage) && !having.slice(0, having.indexOf(stage)).some((before) => stages.includes(before));
  };
  return [
    ...databaseRoles.flatMap((role) =>
      isFirst(`database:${role}`) ? [kept(`the password of ${userOfRole(role)}`, 'secretMonth')] : [],
    ),
    ...(modelKey && isFirst('model') ? [kept("key of the model's server", 'secretMonth')] : []),
    ...(traceHeaders && isFirst('traces') ? [kept("headers of the traces' collector", 'secretMonth')] : []),
  ];
}

/** How the stages' own functions are spoken of; any other by its name, and how often it runs. */
const SPOKEN: Readonly<Record<string, string>> = { sweeper: 'the sweeper', ingest: 'its daily clean-up' };
const spoken = ({ name, runs, researches }: ByTheClock): string =>
  SPOKEN[name] ?? `${researches ? 'research' : name}, ${counted(runs, 'time')},`;

/** The hours for which what the clock starts keeps the database awake, at its smallest size. */
const wakeLines = (stage: Stage, { clock }: Circumstances): CostLine[] =>
  clock.flatMap((one) => {
    if (one.stage !== stage || one.hours === 0) return [];
    const why = `${spoken(one)} wakes the database (${Number(one.hours.toFixed(1))} h)`;
    return [line(why, 'auroraCapacityHour', one.hours / 2)];
  });

/** What models write by the clock: the researcher's notes, of a known size, and what other functions have written, of none. */
function writtenLines(stage: Stage, circumstances: Circumstances): CostLine[] {
  const { clock, model, researchRuns, researchModel, guarded, stages } = circumstances;
  const notes = counted(researchRuns, 'note');
  const lines: CostLine[] = clock
    .filter((one) => one.stage === stage && one.writes && !narrated(model))
    .map(({ name, runs }) => ({ what: `tokens of ${name}, ${counted(runs, 'time')}`, usdPerDay: 0, isUnknown: true }));
  if (stage === '4-researcher') {
    const usdOfNote = tokensUsd(researchModel, RESEARCH_TOKENS);
    if (usdOfNote === null) lines.push({ what: `tokens of ${notes}`, usdPerDay: 0, isUnknown: true });
    else if (usdOfNote > 0) lines.push({ what: `tokens of ${notes}`, usdPerDay: researchRuns * usdOfNote });
  }
  if (stage === '8-enterprise' && guarded && stages.includes('4-researcher')) {
    const guard = guardrailUsd(researchModel, RESEARCH_TOKENS);
    if (guard > 0) lines.push({ what: `guardrail on ${notes}`, usdPerDay: researchRuns * guard });
  }
  return lines;
}

/** The stages that are there with those that are on: the knowledge base keeps its documents in the database, which comes with it. */
export const thereWith = (stages: readonly Stage[]): Stage[] =>
  stages.includes('3-ingest') && !stages.includes('5-database') ? [...stages, '5-database'] : [...stages];

const dayLines = (circumstances: Circumstances): CostLine[] =>
  thereWith(circumstances.stages).flatMap((stage) => stageLines(stage, circumstances));

/** US dollars a day of the stages that are on, as far as prices are known. */
export const dayUsd = (circumstances: Circumstances): number =>
  dayLines(circumstances).reduce((sum, one) => sum + one.usdPerDay, 0);

/** Whether that is the least, as the price of something is not known. */
export const dayIsLeast = (circumstances: Circumstances): boolean =>
  dayLines(circumstances).some(({ isUnknown }) => isUnknown === true);
