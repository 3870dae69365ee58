import type { ExecutiveSummary } from '../../../../schemas/text.ts';
import type { Reading } from '../reading/reading.ts';
import { body } from '../wording/list.ts';
import { plainly } from '../plan/plainly.ts';
import { answer } from './answer.ts';
import { headline } from './headline.ts';
import { observations } from './observations.ts';
import { balance, gaps, portfolio, retirement } from './paragraphs.ts';

/** What a reader with one minute should know. */
export function plannerPlay(reading: Reading, question: string | null = null): ExecutiveSummary {
  const observed = observations(reading);
  const answered = answer(reading, question === null ? null : plainly(question));
  const all = [portfolio(reading), balance(reading, observed), retirement(reading), gaps(reading)];
  // What the answer says word for word stands right above.
  const others = all.filter((one) => one === null || !answered?.includes(one));
  const text = body(...(others.some((one) => one !== null) ? others : all));
  return { answer: answered, headline: headline(reading), body: text, observations: observed };
}
