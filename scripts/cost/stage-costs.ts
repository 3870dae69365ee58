import type { Stage } from '../terraform/variables-file.ts';
import { DAYS, usd, type PriceName } from './price-table.ts';

/** So much of something in a day. */
export interface CostLine {
  what: string;
  price: PriceName;
  perDay: number;
}

export interface Circumstances {
  /** Where the researcher runs. */
  platform: 'ecs_express' | 'app_runner';
  /** Hours of a day for which somebody, or the sweeper, keeps the database awake. */
  databaseHours: number;
}

export const usual: Circumstances = { platform: 'ecs_express', databaseHours: 0 };

const month = (count: number): number => count / DAYS;

/** One vCPU and 2 GB: services/researcher/service.json. Four addresses: three of the load balancer's zones, one of the task. */
const express: readonly CostLine[] = [
  { what: 'the container: 1 vCPU', price: 'fargateVcpuHour', perDay: 24 },
  { what: 'the container: 2 GB', price: 'fargateGbHour', perDay: 48 },
  { what: 'its load balancer', price: 'loadBalancerHour', perDay: 24 },
  { what: 'public addresses (4)', price: 'publicAddressHour', perDay: 96 },
];
/** At work for half an hour a day. */
const appRunner: readonly CostLine[] = [
  { what: 'the container: 2 GB, always', price: 'appRunnerGbHour', perDay: 48 },
  { what: 'the container: 1 vCPU while at work', price: 'appRunnerVcpuHour', perDay: 0.5 },
];

/** What each stage costs in a day on which nobody uses it. What comes by use is in analysis-cost.ts. */
export function stageLines(stage: Stage, { platform, databaseHours }: Circumstances): readonly CostLine[] {
  switch (stage) {
    case '1-permissions':
    case '2-embeddings':
      return [];
    case '3-ingest':
      return [{ what: 'vectors (50 MB)', price: 'vectorGbMonth', perDay: month(0.05) }];
    case '4-researcher':
      return [
        ...(platform === 'ecs_express' ? express : appRunner),
        { what: 'its key', price: 'secretMonth', perDay: month(1) },
        { what: 'its image (0.5 GB)', price: 'imageGbMonth', perDay: month(0.5) },
      ];
    case '5-database':
      return [
        { what: 'its password', price: 'secretMonth', perDay: month(1) },
        { what: 'storage (1 GB)', price: 'auroraGbMonth', perDay: month(1) },
        ...(databaseHours === 0
          ? []
          : [
              {
                what: `awake ${databaseHours} h at 0.5 ACU`,
                price: 'auroraCapacityHour',
                perDay: databaseHours / 2,
              } as const,
            ]),
      ];
    case '6-agents':
      return [{ what: 'keys of price sources', price: 'secretMonth', perDay: month(1) }];
    case '8-enterprise':
      return [
        { what: 'web ACL', price: 'webAclMonth', perDay: month(1) },
        { what: 'its rules (3)', price: 'webRuleMonth', perDay: month(3) },
        { what: 'alarms (about 35)', price: 'alarmMonth', perDay: month(35) },
        { what: 'key of the alerts', price: 'keyMonth', perDay: month(1) },
      ];
  }
}

export const lineUsd = ({ price, perDay }: CostLine): number => perDay * usd(price);

/** US dollars a day of some stages. */
export const dayUsd = (stages: readonly Stage[], circumstances: Circumstances = usual): number =>
  stages.flatMap((stage) => stageLines(stage, circumstances)).reduce((sum, line) => sum + lineUsd(line), 0);
