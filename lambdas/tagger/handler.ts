import * as z from 'zod';
import { classifyInstruments } from '../../shared/agents/classify-instruments.ts';
import { saveJudgements } from '../../shared/database/job-instruments.ts';
import { agentRequest, agentStep, outcomeOf } from '../../shared/middleware/agent-step.ts';
import { symbol } from '../../shared/schemas/classification.ts';
import { currency } from '../../shared/schemas/decimal.ts';

const request = agentRequest.extend({
  instruments: z
    .array(z.strictObject({ symbol, name: z.string().nullable(), currency: currency.optional() }))
    .min(1)
    .max(10_000),
});

export const handler = agentStep('tag', request, async (db, { jobId, instruments }, options) => {
  const classified = await classifyInstruments(instruments, options);
  const sure = classified.output.flatMap(({ symbol: of, name, type, classification }) =>
    classification === null ? [] : [{ symbol: of, name: name ?? of, type: type ?? ('other' as const), classification }],
  );
  await saveJudgements(db, jobId, sure);
  const counts = { asked: instruments.length, classified: sure.length };
  return outcomeOf(
    classified,
    counts,
    `${counts.classified} of ${counts.asked} unknown instruments classified by name`,
  );
});
