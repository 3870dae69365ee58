/** The retirement engine's front door: a plan in, an answer out. */
export { projectPlan, answerPlan } from './answers/project-plan.ts';
export { planResult } from './answers/result.ts';
export type { PlanResult } from './answers/result.ts';
export { plan } from '../../schemas/retirement-plan/plan.ts';
export type { Plan, PlanInput } from '../../schemas/retirement-plan/plan.ts';
export { drive, runSlice } from './answers/question.ts';
export type { Question } from './answers/question.ts';
export { mergeTallies, tallyState } from './merge.ts';
export type { TallyState } from './merge.ts';
export { readHistory } from './returns/read-history.ts';
