import type { JobResult } from '../../schemas/job.ts';
import type { CallOutcome, CallPurpose, ModelCall } from '../../schemas/model-call.ts';
import { grouped } from '../../charts/figure-format.ts';
import { plainText } from '../../charts/plain-text.ts';
import { fee } from '../cost.ts';
import { counted, duration } from '../format.ts';
import { cell, figures, words } from './table.ts';
import type { Table } from './table.ts';

const purposes: Readonly<Record<CallPurpose, string>> = {
  answer: 'first answer',
  repair: 'repair of what the checks found',
  judge: 'judging a text',
  rewrite: 'a better text for the judge',
  plan: 'plan of the analysis',
  browse: 'choosing pages to read',
};

const outcomes: Readonly<Record<CallOutcome, string>> = {
  running: 'never ended',
  answered: 'answered',
  failed: 'failed',
  timed_out: 'out of time',
  refused: 'refused',
  cancelled: 'stopped',
};

const tokens = (count: number | null): string => (count === null ? 'not known' : grouped(count, 0));

const ended = ({ outcome, retries }: ModelCall): string =>
  [
    outcomes[outcome],
    ...(retries === null || retries === 0 ? [] : [`after ${counted(retries, 'retry', 'retries')}`]),
  ].join(', ');

/** Each call of a language model with what it used; null where there was none. */
export function modelCallsTable({ modelCalls = [], cost }: JobResult): Table | null {
  if (modelCalls.length === 0 || cost === undefined) return null;
  const most = (cost.unsaid ?? 0) > 0 ? 'at most ' : '';
  return {
    id: 'model-calls',
    caption: 'Calls of language models',
    columns: [
      words('Agent'),
      words('For'),
      words('Result'),
      figures('Tokens in'),
      figures('Tokens out'),
      figures('Took'),
      figures('Cost'),
    ],
    rows: modelCalls.map((call) => [
      cell(call.agent, plainText(call.model)),
      cell(purposes[call.purpose]),
      cell(ended(call), call.detail === null ? undefined : plainText(call.detail)),
      cell(tokens(call.inputTokens)),
      cell(tokens(call.outputTokens)),
      cell(call.durationMs === null ? '–' : duration(call.durationMs)),
      cell(call.usd === null ? 'not known' : fee(call.usd)),
    ]),
    total: [
      cell(counted(cost.calls, 'call')),
      cell(''),
      cell(''),
      cell(`${most}${grouped(cost.tokens, 0)} in all`),
      cell(''),
      cell(''),
      cell(cost.usd === null ? 'not known' : `${most}${fee(cost.usd)}`),
    ],
    notes: [
      'Cost by the prices that providers publish. A call that never said what it used counts with the most that it could have used.',
    ],
  };
}
