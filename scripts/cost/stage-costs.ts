import type { Stage } from '../terraform/variables-file.ts';
import type { Circumstances } from './circumstances.ts';
import { guardrailUsd, RESEARCH_TOKENS, tokensUsd } from './model-use.ts';
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

/** One vCPU and 2 GB: services/researcher/service.json. Four addresses: three of the load balancer's zones, one of the task. */
const express = (): CostLine[] => [
  line('the container: 1 vCPU', 'fargateVcpuHour', 24),
  line('the container: 2 GB', 'fargateGbHour', 48),
  line('its load balancer', 'loadBalancerHour', 24),
  line('public addresses (4)', 'publicAddressHour', 96),
];
/** At work for half an hour a day. */
const appRunner = (): CostLine[] => [
  line('the container: 2 GB, always', 'appRunnerGbHour', 48),
  line('the container: 1 vCPU while at work', 'appRunnerVcpuHour', 0.5),
];

/** Metrics that alarms look at; one that divides errors by invocations looks at two. tests/terraform holds them to the plan. */
export const ALARM_METRICS = { '3-ingest': 1, '6-agents': 2, '8-enterprise': 54 } as const;

/**
 * What each stage costs in a day on which nobody asks Alex for anything: what is there, and what runs by the clock. What comes by use is
 * in analysis-cost.ts.
 */
export function stageLines(stage: Stage, circumstances: Circumstances): CostLine[] {
  const { platform, awake, researchRuns, researchModel, guarded, stages } = circumstances;
  const wakes = (why: string): CostLine[] => {
    const hours = awake[stage] ?? 0;
    const shown = Number(hours.toFixed(1));
    return hours === 0 ? [] : [line(`${why} wakes the database (${shown} h)`, 'auroraCapacityHour', hours / 2)];
  };
  switch (stage) {
    case '1-permissions':
    case '2-embeddings':
      return [];
    case '3-ingest':
      return [
        kept('vectors (50 MB)', 'vectorGbMonth', 0.05),
        kept('an alarm', 'alarmMonth', ALARM_METRICS[stage]),
        ...wakes('its daily clean-up'),
      ];
    case '4-researcher': {
      const tokens = tokensUsd(researchModel, RESEARCH_TOKENS);
      const notes = `tokens of ${researchRuns} notes`;
      return [
        ...(platform === 'ecs_express' ? express() : appRunner()),
        kept('its key, and its password of the database', 'secretMonth', 2),
        kept('its image (0.5 GB)', 'imageGbMonth', 0.5),
        ...wakes(`research, ${researchRuns} times,`),
        ...(tokens === 0
          ? []
          : [
              {
                what: notes,
                usdPerDay: researchRuns * (tokens ?? 0),
                ...(tokens === null && { isUnknown: true as const }),
              },
            ]),
      ];
    }
    case '5-database':
      return [kept('its password', 'secretMonth'), kept('storage (1 GB)', 'auroraGbMonth')];
    case '6-agents':
      return [
        kept('keys of price sources', 'secretMonth'),
        kept('alarms (2)', 'alarmMonth', ALARM_METRICS[stage]),
        ...wakes('the sweeper'),
      ];
    case '8-enterprise': {
      const guard = guarded && stages.includes('4-researcher') ? guardrailUsd(researchModel, RESEARCH_TOKENS) : 0;
      return [
        kept('web ACL', 'webAclMonth'),
        kept('its rules (3)', 'webRuleMonth', 3),
        kept(`alarms (${ALARM_METRICS[stage]} metrics)`, 'alarmMonth', ALARM_METRICS[stage]),
        kept('key of the alerts', 'keyMonth'),
        ...(guard === 0 ? [] : [{ what: `guardrail on ${researchRuns} notes`, usdPerDay: researchRuns * guard }]),
      ];
    }
  }
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
