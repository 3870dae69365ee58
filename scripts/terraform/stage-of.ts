import type { LambdaConfig } from '../../shared/schemas/lambda-config.ts';
import type { Fleet } from './fleet.ts';
import { stageNames, type Stage } from './variables-file.ts';

/** The stage of which a need is; a function with none of them comes with the agents: terraform/fleet.tf. */
const stageOfNeed: Readonly<Record<string, Stage>> = {
  embeddings: '2-embeddings',
  'vectors:read': '3-ingest',
  'vectors:write': '3-ingest',
  researcher: '4-researcher',
};

type Functions = Pick<Fleet, 'functions'>;

/**
 * The stages that a function waits for, in the guides' order, as terraform/fleet.tf has it: those of its needs, and those of the functions that
 * it invokes or sends to.
 */
export function stagesOf(config: LambdaConfig, { functions }: Functions): Stage[] {
  const called = new Set([config]);
  // What is added to a set while it is gone through is gone through, too.
  for (const one of called) for (const other of calledBy(one, functions)) called.add(other);
  const waitsFor = new Set([...called].flatMap(ownStagesOf));
  return stageNames.filter((stage) => waitsFor.has(stage));
}

/** The stage with which a function comes, the last that it waits for. */
export const stageOf = (config: LambdaConfig, fleet: Functions): Stage => stagesOf(config, fleet).at(-1) ?? '6-agents';

/** Whether a function is there with these stages. */
export const comesWith = (config: LambdaConfig, there: readonly Stage[], fleet: Functions): boolean =>
  stagesOf(config, fleet).every((stage) => there.includes(stage));

function ownStagesOf({ triggers, needs }: LambdaConfig): Stage[] {
  const stages = needs.flatMap((need) => stageOfNeed[need] ?? []);
  const isAgent = stages.length === 0 || triggers.some(({ type }) => type === 'http' || type === 'sqs');
  return isAgent ? [...stages, '6-agents'] : stages;
}

/** A name that nobody has is nobody's stage: Terraform says that there is no such thing. */
function calledBy({ needs }: LambdaConfig, functions: Functions['functions']): LambdaConfig[] {
  const isCalled = (name: string, { triggers }: LambdaConfig): boolean =>
    needs.includes(`invoke:${name}`) ||
    triggers.some((trigger) => trigger.type === 'sqs' && needs.includes(`send:${trigger.queue}`));
  return [...functions].flatMap(([name, config]) => (isCalled(name, config) ? [config] : []));
}
