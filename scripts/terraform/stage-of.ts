import type { LambdaConfig } from '../../shared/schemas/lambda-config.ts';
import { stageNames, type Stage } from './variables-file.ts';

/** The stage of which a need is; a function with none of them comes with the agents: terraform/fleet.tf. */
const stageOfNeed: Readonly<Record<string, Stage>> = {
  embeddings: '2-embeddings',
  'vectors:read': '3-ingest',
  'vectors:write': '3-ingest',
  researcher: '4-researcher',
};

/** The stage with which a function comes, the last that it waits for, as terraform/fleet.tf has it. */
export function stageOf({ triggers, needs }: LambdaConfig): Stage {
  if (triggers.some(({ type }) => type === 'http' || type === 'sqs')) return '6-agents';
  const waitsFor = needs.map((need) => stageOfNeed[need]);
  return stageNames.findLast((stage) => waitsFor.includes(stage)) ?? '6-agents';
}
