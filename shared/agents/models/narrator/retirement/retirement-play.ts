import { AgentError } from '../../../../errors.ts';
import type { AgentText } from '../../../../schemas/text.ts';
import type { Reading } from '../reading/reading.ts';
import { assumptions } from './assumptions.ts';
import { rangeOfOutcomes } from './range-of-outcomes.ts';
import { readiness } from './readiness.ts';
import { sustainableSpending } from './sustainable-spending.ts';
import { whatWouldChangeIt } from './what-would-change-it.ts';

/** The projection explained. */
export function retirementPlay(reading: Reading): AgentText {
  const plan = reading.retirement;
  if (plan === null) {
    throw new AgentError('The facts hold no retirement simulation ("retirement.success").', { retryable: false });
  }
  const sections = [
    readiness(reading, plan),
    rangeOfOutcomes(reading, plan),
    whatWouldChangeIt(reading, plan),
    sustainableSpending(reading, plan),
    assumptions(reading),
  ];
  return { sections: sections.filter((section) => section !== null) };
}
