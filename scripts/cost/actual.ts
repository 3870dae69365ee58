import { CostExplorerClient, GetCostAndUsageCommand } from '@aws-sdk/client-cost-explorer';
import { CommandError } from '../analysis/command-error.ts';

export interface Spent {
  from: string;
  /** The day after the last one. */
  to: string;
  /** By AWS service, dearest first. US dollars. */
  services: { service: string; usd: number }[];
  usd: number;
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
  const client = new CostExplorerClient({ region: REGION });
  const sums = new Map<string, number>();
  let page: string | undefined;
  try {
    do {
      const answer = await client.send(
        new GetCostAndUsageCommand({
          TimePeriod: { Start: from, End: to },
          Granularity: 'DAILY',
          Metrics: ['UnblendedCost'],
          GroupBy: [{ Type: 'DIMENSION', Key: 'SERVICE' }],
          ...(tag === undefined
            ? {}
            : { Filter: { Tags: { Key: tag.key, Values: [tag.value], MatchOptions: ['EQUALS'] } } }),
          ...(page === undefined ? {} : { NextPageToken: page }),
        }),
      );
      for (const { Groups = [] } of answer.ResultsByTime ?? []) {
        for (const { Keys: [service = 'other'] = [], Metrics } of Groups) {
          sums.set(service, (sums.get(service) ?? 0) + Number(Metrics?.UnblendedCost?.Amount ?? 0));
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
    throw error;
  }
  const services = [...sums]
    .map(([service, usd]) => ({ service, usd }))
    .filter(({ usd }) => usd >= 0.005)
    .toSorted((a, b) => b.usd - a.usd);
  return { from, to, services, usd: [...sums.values()].reduce((sum, one) => sum + one, 0) };
}
