import { stageNames, type Stage } from '../terraform/variables-file.ts';

/** The stages that are there with those that are on: the knowledge base keeps its documents in the database, which comes with it. */
export const thereWith = (stages: readonly Stage[]): Stage[] =>
  stageNames.filter((stage) => stages.includes(stage) || (stage === '5-database' && stages.includes('3-ingest')));

/**
 * All stages, those that are there first and the others after them, each part in the guides' order: one that is off costs what it adds to
 * all before it, so that no hour and no secret is counted twice.
 */
export function inTurn(stages: readonly Stage[]): Stage[] {
  const there = thereWith(stages);
  return [...there, ...stageNames.filter((stage) => !there.includes(stage))];
}

/** What is there beside a stage: all that is on, and for one that is off what comes before it. Itself included. */
export function beside(stage: Stage, stages: readonly Stage[]): Stage[] {
  const there = thereWith(stages);
  if (there.includes(stage)) return there;
  const turn = inTurn(stages);
  return thereWith(turn.slice(0, turn.indexOf(stage) + 1));
}
