import type { NewSpan } from '../../../shared/agents/trace.ts';
import { createJob, markSent } from '../../../shared/database/jobs.ts';
import { takeDocumentSnapshot } from '../../../shared/database/snapshot/take-document.ts';
import { takeStoredSnapshot } from '../../../shared/database/snapshot/take-stored.ts';
import { goalsOn } from '../../../shared/database/users.ts';
import { sendMessage } from '../../../shared/aws/sqs.ts';
import { InvalidInputError, type FieldProblem } from '../../../shared/errors.ts';
import { documentNotes } from '../../../shared/portfolio-files/document-notes.ts';
import { findingsOf } from '../../../shared/portfolio-files/findings.ts';
import { groupNotes, inputNotesOf, type InputNote } from '../../../shared/portfolio-files/group-notes.ts';
import { withAccountTypes } from '../../../shared/portfolio-files/json-account-types.ts';
import { untargetedTrades } from '../../../shared/portfolio-files/untargeted-trades.ts';
import { describeFailure } from '../../../shared/middleware/failure.ts';
import { logger, logJob } from '../../../shared/middleware/logger.ts';
import { currentTraceparent, inSpan } from '../../../shared/middleware/tracing.ts';
import { validate } from '../../../shared/middleware/validate.ts';
import { valueAt } from '../../../shared/schemas/issue-message.ts';
import { analyzeRequest, type AnalyzeRequest } from '../../../shared/schemas/job.ts';
import { answerOfKey, fingerprintOf, readIdempotencyKey } from '../idempotency-key.ts';
import { readJson, type PersonRequest, type Routes } from '../route.ts';
import { latestToday, today } from '../today.ts';

/** By the semantic conventions for messaging: https://opentelemetry.io/docs/specs/semconv/messaging/sqs/ */
const SENDING: NewSpan = {
  name: 'send analysis-jobs',
  kind: 'producer',
  attributes: {
    'messaging.system': 'aws_sqs',
    'messaging.operation.type': 'send',
    'messaging.operation.name': 'send',
    'messaging.destination.name': 'analysis-jobs',
  },
};

export const analyzeRoutes: Routes = { 'POST /analyze': { run: inTrace } };

/** Where the trace of a job begins. A caller's own trace is not gone on with: who may end up in whose is not for them to say. */
function inTrace(request: PersonRequest) {
  const attributes = { 'http.request.method': 'POST', 'http.route': '/analyze' };
  return inSpan({ name: 'POST /analyze', kind: 'server', attributes }, async (span) => {
    const answer = await analyze(request);
    span.set({ 'http.response.status_code': answer.status, 'alex.job.id': answer.body.jobId });
    return answer;
  });
}

/**
 * Makes a job with its snapshot and its steps in one transaction, then puts a message on the queue. When the message cannot be
 * sent the job stays pending and the sweeper sends it again. The same Idempotency-Key with the same body answers the same job.
 */
async function analyze({ db, event, user }: PersonRequest) {
  const idempotencyKey = readIdempotencyKey(event.headers['idempotency-key']);
  const { request, typeNotes } = readRequest(event);
  const asOf = request.asOf ?? today();
  refuseFutureDay(request);
  refuseFuturePrices(request, asOf);
  refuseUnknownAccounts(request);
  // A plan says all that goals would.
  const { plan, goals: stated = goalsOn(user, asOf), targets = user.targets } = request;
  const goals = plan === undefined ? stated : null;
  const notes = groupNotes(
    [
      ...typeNotes,
      ...(request.portfolio ? documentNotes(request.portfolio, asOf) : []),
      ...untargetedTrades({ ...request, goals, targets }),
    ],
    request.notes,
  );
  const job = {
    userId: user.id,
    request: {
      goals,
      ...(plan !== undefined && { plan }),
      targets,
      ...(request.rebalancing !== undefined && { rebalancing: request.rebalancing }),
      ...(request.question !== undefined && { question: request.question }),
      // What a person has stored is theirs, whatever the request says.
      ...(request.example === true && request.portfolio !== undefined && { example: true as const }),
      ...(notes.length > 0 && { notes }),
    },
    asOf,
    seed: request.seed,
    idempotencyKey,
    idempotencyFingerprint: idempotencyKey === null ? null : fingerprintOf(request),
    traceparent: currentTraceparent() ?? null,
  };
  const madeId = await db.transaction(async (tx) => {
    const id = await createJob(tx, job);
    if (id === undefined) return undefined;
    const made = { id, userId: user.id, asOf };
    if (request.portfolio === undefined) await takeStoredSnapshot(tx, made);
    else await takeDocumentSnapshot(tx, made, request.portfolio);
    return id;
  });
  if (madeId !== undefined) await send(db, madeId);
  const id = madeId ?? (await answerOfKey(db, job));
  return { status: 202, headers: { location: `/jobs/${id}` }, body: { jobId: id } };
}

/** An account that states no type is taxed as its name says, else assumed to be taxable, and the report tells which. */
function readRequest(event: PersonRequest['event']): { request: AnalyzeRequest; typeNotes: InputNote[] } {
  const body = readJson(event);
  const request = validate(analyzeRequest, body, 'The body');
  if (request.portfolio === undefined) return { request, typeNotes: [] };
  const findings = findingsOf('');
  const { portfolio } = withAccountTypes(request.portfolio, valueAt(body, ['portfolio']), findings);
  return { request: { ...request, portfolio }, typeNotes: inputNotesOf(findings.notes) };
}

async function send(db: PersonRequest['db'], id: string): Promise<void> {
  logJob(id);
  try {
    await inSpan(SENDING, () => sendMessage('analysis-jobs', { jobId: id }));
    await markSent(db, id);
    logger.info('analysis asked for');
  } catch (error) {
    logger.warn('the message could not be sent; the sweeper will send it', { error: describeFailure(error) });
  }
}

/** Of stored accounts the analysis itself says where the money is taken to go. */
function refuseUnknownAccounts({ portfolio, rebalancing }: AnalyzeRequest): void {
  if (portfolio === undefined) return;
  const names = new Set(portfolio.accounts.map(({ name }) => name.toLowerCase()));
  const problems: FieldProblem[] = (rebalancing?.newMoney ?? []).flatMap(({ account }, index) =>
    account === undefined || names.has(account.toLowerCase())
      ? []
      : [{ path: `rebalancing.newMoney[${index}].account`, message: `there is no account "${account}"` }],
  );
  if (problems.length > 0)
    throw new InvalidInputError('New money goes to an account that the portfolio lacks.', problems);
}

/** Of a day to come nothing is known: a mistyped year would make prices that are no prices pass for old ones. */
function refuseFutureDay({ asOf }: AnalyzeRequest): void {
  const latest = latestToday();
  if (asOf === undefined || asOf <= latest) return;
  const message = `${asOf} is in the future: an analysis is of today or of a day before it`;
  throw new InvalidInputError('The analysis is for a day that has not come.', [{ path: 'asOf', message }]);
}

/** A price of a day that has not come yet is a mistake in the file, not a price. */
function refuseFuturePrices({ portfolio }: AnalyzeRequest, asOf: string): void {
  const problems: FieldProblem[] = (portfolio?.accounts ?? []).flatMap((account, a) =>
    account.positions.flatMap(({ priceAsOf }, p) =>
      priceAsOf !== undefined && priceAsOf > asOf
        ? [
            {
              path: `portfolio.accounts[${a}].positions[${p}].priceAsOf`,
              message: `${priceAsOf} is after the day of the analysis, ${asOf}`,
            },
          ]
        : [],
    ),
  );
  if (problems.length > 0) throw new InvalidInputError('A price lies in the future.', problems.slice(0, 100));
}
