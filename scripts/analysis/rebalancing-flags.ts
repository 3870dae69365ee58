import { Option, type Command } from 'commander';
import type { Portfolio } from '../../shared/schemas/portfolio.ts';
import type { RebalancingRequest } from '../../shared/schemas/rebalancing.ts';
import { CommandError } from './command-error.ts';
import { amount, hasIdleZero, type Parsed } from './flag-values.ts';
import type { ReadFlag } from './goal-flags.ts';

/** What commander reads of how to rebalance: all text. New money can be given more than once. */
export interface RawRebalancingFlags {
  newMoney?: string[];
  minTrade?: string;
  bands?: string;
  fractional: boolean;
  buyOnly: boolean;
}

/** The flags about the trades that the report shows. */
export function addRebalancingFlags(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--new-money <usd@account>',
        'money that comes in, for the trades: 20000, or "20000@Roth IRA"',
      ).argParser((text: string, before: string[] | undefined): string[] => [...(before ?? []), text]),
    )
    .addOption(new Option('--buy-only', 'trades that sell nothing, with --new-money').default(false))
    .addOption(new Option('--min-trade <usd>', 'no trade below it (default half a percent of the portfolio)'))
    .addOption(new Option('--bands <points/percent>', 'how far off target to trade (default 5/25: 5 points, or 25%)'))
    .addOption(new Option('--fractional', 'trade parts of shares').default(false));
}

/** What is said of the trades; `read` and `problem` take note of what is wrong. Undefined where nothing is said. */
export function readRebalancingFlags(
  flags: RawRebalancingFlags,
  read: ReadFlag,
  problem: (text: string) => void,
): RebalancingRequest | undefined {
  const newMoney = (flags.newMoney ?? []).flatMap((text) => read('--new-money', text, moneyFor) ?? []);
  const minimumTrade = read('--min-trade', flags.minTrade, amount);
  const bands = read('--bands', flags.bands, bandsIn);
  if (flags.buyOnly && flags.newMoney === undefined) {
    problem('--buy-only needs --new-money beside it: there is nothing else to buy with.');
  }
  const wanted: RebalancingRequest = {
    ...(newMoney.length > 0 && { newMoney }),
    ...(minimumTrade !== undefined && { minimumTrade }),
    ...(bands !== undefined && { bands }),
    ...(flags.fractional && { shares: 'fractional' }),
    ...(flags.buyOnly && { mode: 'newMoney' }),
  };
  return Object.keys(wanted).length === 0 ? undefined : wanted;
}

/** Money, and the account that it goes into: 20000, $20k, 20,000@Roth IRA. */
export function moneyFor(text: string): Parsed<{ amount: number; account?: string }> {
  const at = text.indexOf('@');
  const account = at < 0 ? undefined : text.slice(at + 1).trim();
  const example = 'It must be an amount of money such as 20000, or one for an account: "20000@Roth IRA".';
  const parsed = amount(at < 0 ? text : text.slice(0, at), example);
  if (!parsed.ok) return parsed;
  if (parsed.value <= 0 || account === '' || (account ?? '').length > 100) return { ok: false, problem: example };
  return { ok: true, value: { amount: parsed.value, ...(account !== undefined && { account }) } };
}

/** Points and percent of the target: 5/25. */
export function bandsIn(text: string): Parsed<{ absolute: number; relative: number }> {
  const [, points, percent] = /^(\d{1,3}(?:\.\d+)?)\s*\/\s*(\d{1,3}(?:\.\d+)?)%?$/.exec(text.trim()) ?? [];
  const bands = { absolute: Number(points) / 100, relative: Number(percent) / 100 };
  return bands.absolute <= 1 && bands.relative <= 1 && ![points, percent].some((number) => hasIdleZero(number ?? ''))
    ? { ok: true, value: bands }
    : { ok: false, problem: 'It must be points and percent of the target such as 5/25, each at most 100.' };
}

/**
 * Money for an account that the files do not have is refused before anything is sent.
 *
 * @throws {CommandError} naming the accounts that there are
 */
export function refuseUnknownAccounts(rebalancing: RebalancingRequest | undefined, { accounts }: Portfolio): void {
  const known = new Set(accounts.map(({ name }) => name.toLowerCase()));
  const unknown = (rebalancing?.newMoney ?? []).flatMap(({ account }) =>
    account === undefined || known.has(account.toLowerCase()) ? [] : [account],
  );
  if (unknown.length === 0) return;
  throw new CommandError(`--new-money: there is no account "${unknown.join('" or "')}".`, [
    `There are: ${accounts.map(({ name }) => name).join(', ')}.`,
  ]);
}
