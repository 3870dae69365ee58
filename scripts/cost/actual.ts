import { CostExplorerClient, GetCostAndUsageCommand } from '@aws-sdk/client-cost-explorer';
import { awsLimits } from '../target/aws-limits.ts';
import { BILLING_SWITCH, deniedBy, JOIN_DEPLOYERS } from '../target/denied-by.ts';
import { CommandError } from '../analysis/command-error.ts';

export interface Spent {
  from: string;
  /** The day after the last one. */
  to: string;
  /** What was used, by AWS service, dearest first, without taxes and before anything that AWS gives back. US dollars. */
  services: { service: string; usd: number }[];
  /** All that was used. */
  usd: number;
  /** What does not belong to the use; what AWS gives back is below 0. US dollars. */
  credits: number;
  refunds: number;
  taxes: number;
  /** The sum of it all. */
  toPay: number;
}

/** Cost Explorer answers in this region, for all of them. */
const REGION = 'us-east-1';

/**
 * What an account has spent by service in the last days, as Cost Explorer has it: up to a day late, and charged $0.01 a request.
 *
 * @param tag only what carries this tag, which has to be activated as a cost allocation tag; undefined: the whole account
 * @throws {CommandError} where Cost Explorer is not switched on, or has no data yet
 */
export async function spent(days: number, today: Date, tag?: { key: string; value: string }): Promise<Spent> {
  const day = (date: Date): string => date.toISOString().slice(0, 10);
  const from = day(new Date(today.getTime() - days * 86_400_000));
  const to = day(today);
  const client = new CostExplorerClient({ region: REGION, ...awsLimits() });
  const sums = new Map<string, number>();
  const apart = { credits: 0, refunds: 0, taxes: 0 };
  let page: string | undefined;
  try {
    do {
      const answer = await client.send(
        new GetCostAndUsageCommand({
          TimePeriod: { Start: from, End: to },
          Granularity: 'DAILY',
          Metrics: ['UnblendedCost'],
          GroupBy: [
            { Type: 'DIMENSION', Key: 'SERVICE' },
            { Type: 'DIMENSION', Key: 'RECORD_TYPE' },
          ],
          ...(tag === undefined
            ? {}
            : { Filter: { Tags: { Key: tag.key, Values: [tag.value], MatchOptions: ['EQUALS'] } } }),
          ...(page === undefined ? {} : { NextPageToken: page }),
        }),
      );
      for (const { Groups = [] } of answer.ResultsByTime ?? []) {
        for (const { Keys: [service = 'other', recordType = 'Usage'] = [], Metrics } of Groups) {
          const amount = Number(Metrics?.UnblendedCost?.Amount ?? 0);
          const kind = apartFrom(recordType);
          if (kind === undefined) sums.set(service, (sums.get(service) ?? 0) + amount);
          else apart[kind] += amount;
        }
      }
      page = answer.NextPageToken;
    } while (page !== undefined);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const notOn = error.name === 'AccessDeniedException' && /not enabled for cost explorer/i.test(error.message);
    if (notOn || error.name === 'DataUnavailableException') {
      throw new CommandError(
        'Cost Explorer has nothing to say of this account yet.',
        [
          'As an administrator open it once in the console (Billing and Cost Management, Cost Explorer); it then takes a day to fill.',
        ],
        error,
      );
    }
    // A switch of the root user's goes above every policy, and AWS does not say which of the two refused it.
    if (error.name.startsWith('AccessDenied') && deniedBy(error.message) === undefined) {
      throw new CommandError(
        'AWS refuses what is asked: these credentials may not do ce:GetCostAndUsage.',
        [BILLING_SWITCH, `It is, and the same again? ${JOIN_DEPLOYERS[0]}`, JOIN_DEPLOYERS[1]],
        error,
      );
    }
    throw error;
  }
  const services = [...sums].map(([service, usd]) => ({ service, usd })).toSorted((a, b) => b.usd - a.usd);
  const usd = services.reduce((sum, one) => sum + one.usd, 0);
  return { from, to, services, usd, ...apart, toPay: usd + apart.credits + apart.refunds + apart.taxes };
}

/**
 * What is no use of a service: a credit is booked against the very service that it pays for, so that what a new account used would
 * come to nothing.
 */
function apartFrom(recordType: string): 'credits' | 'refunds' | 'taxes' | undefined {
  if (/credit/i.test(recordType)) return 'credits';
  if (/refund/i.test(recordType)) return 'refunds';
  return /^tax$/i.test(recordType) ? 'taxes' : undefined;
}
