import type { Fleet } from '../terraform/fleet.ts';
import { comesWith } from '../terraform/stage-of.ts';
import type { Stage } from '../terraform/variables-file.ts';

/** What stage 8 and the queues watch of what is there. */
export interface Watched {
  /**
   * Metrics that alarms look at, by the stage that pays for them: of what failed for good one; of each queue two; of each function its errors,
   * invocations, throttles and duration; of each API and of the embeddings their errors, of the database its load, and of each step of an
   * analysis that a model does one.
   */
  alarmMetrics: { '3-ingest': number; '6-agents': number; '8-enterprise': number };
  /** One for the agents, one for their models. */
  dashboards: number;
  /** Web ACLs: one before the programs' API. */
  webAcls: number;
}

/** The steps of an analysis that a model does: module.enterprise of terraform/stages.tf. */
const MODEL_STEPS = 6;

/** @param there the stages that are there; tests/terraform holds it to the plan. */
export function watched(fleet: Fleet, there: readonly Stage[]): Watched {
  const deployed = [...fleet.functions.values()].filter((config) => comesWith(config, there, fleet));
  const triggers = deployed.flatMap((one) => one.triggers);
  const queues = new Set(triggers.flatMap((trigger) => (trigger.type === 'sqs' ? [trigger.queue] : [])));
  const has = (type: 'http' | 'rest'): number => (triggers.some((trigger) => trigger.type === type) ? 1 : 0);
  const is = (stage: Stage): number => (there.includes(stage) ? 1 : 0);
  return {
    alarmMetrics: {
      '3-ingest': deployed.length > 0 ? 1 : 0,
      '6-agents': 2 * queues.size,
      '8-enterprise':
        4 * deployed.length +
        has('http') +
        has('rest') +
        is('2-embeddings') +
        is('5-database') +
        MODEL_STEPS * is('6-agents'),
    },
    dashboards: deployed.length > 0 ? 2 : 1,
    webAcls: has('rest'),
  };
}
