import type { Analysis, ValuedHolding } from '../../schemas/analysis.ts';
import { counted, money, percent, quantity, shareOf, shortDate, signedMoney } from '../format.ts';
import { plainText } from '../../charts/plain-text.ts';
import { called } from '../../finance/called.ts';
import { UNDATED_PRICES, howSure } from '../gaps.ts';
import { cell, figures, words } from './table.ts';
import type { Cell, Table } from './table.ts';
import { titleOf } from './titled.ts';

const MOST_ACCOUNTS = 3;
/** A bond's price below this is one for a unit of its face value, not for the bond. */
const MOST_FOR_FACE = 5;

function accountsOf({ accounts }: ValuedHolding): string {
  const more = accounts.length - MOST_ACCOUNTS;
  return [...accounts.slice(0, MOST_ACCOUNTS).map(plainText), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

/** What all prices have in common is said once, below the table: null where it differs from row to row. */
interface Shared {
  readonly when: string | null;
  readonly source: string | null;
}

const dateOf = ({ priceAsOf, stale }: ValuedHolding): string =>
  priceAsOf === null ? 'no date' : `${shortDate(priceAsOf)}${stale ? ' (old)' : ''}`;

function sharedBy(holdings: readonly ValuedHolding[]): Shared {
  const priced = holdings.filter(({ kind, price }) => kind !== 'cash' && price !== null);
  const common = (of: (one: ValuedHolding) => string): string | null => {
    const [first, ...others] = new Set(priced.map(of));
    return priced.length < 2 || others.length > 0 ? null : (first ?? null);
  };
  return { when: common(dateOf), source: common(({ priceSource }) => plainText(priceSource ?? '')) };
}

function priceOf(holding: ValuedHolding, currency: string, shared: Shared): Cell {
  const { kind, type, price, priceSource } = holding;
  if (kind === 'cash' || price === null) return cell('–');
  const when = shared.when === null ? dateOf(holding) : '';
  const source = shared.source === null ? plainText(priceSource ?? '') : '';
  // Bonds are counted by face value: 10,000 units are not ten thousand bonds.
  const isOfFace = type === 'bond' && price < MOST_FOR_FACE;
  // A cent is too coarse below a dollar, and for each dollar of face value: 10,000 at 1.0125 are no 10,100.
  const decimals = (price < 1 || isOfFace) && Math.round(price * 100) !== price * 100 ? 4 : 2;
  const face = isOfFace ? 'for each unit of face value' : '';
  return cell(money(price, currency, decimals), [face, when, source].filter(Boolean).join(' · '));
}

function priceNotes({ when, source }: Shared, undated: number): string[] {
  const from = source === null || source === '' ? '' : `Source of every price: ${source}.`;
  return [
    ...(when === null ? [] : [`Every price is of ${when}.`]),
    ...(from === '' ? [] : [from]),
    ...(undated === 0 ? [] : [UNDATED_PRICES]),
  ];
}

function interestNotes({ cashInterest, baseCurrency }: Analysis): string[] {
  if (cashInterest === undefined) return [];
  const { yearly, yield: percentage, coverage, charged } = cashInterest;
  const part = coverage > 0.9995 ? '' : `, known for ${percent(coverage)} of it`;
  return [
    ...(coverage > 0
      ? [
          `Cash brings ${money(yearly, baseCurrency)} in interest a year (${percent(percentage)}${part}), before tax: each rate or APY as it is given, times its balance.`,
        ]
      : []),
    ...(charged === null ? [] : [`What is borrowed is charged ${money(charged, baseCurrency)} a year.`]),
  ];
}

/** The gain, or of a part what is known, with the share that it is of. */
function gainOf({ gain, knownGain }: ValuedHolding, currency: string): Cell {
  if (gain !== null) return cell(signedMoney(gain, currency));
  if (knownGain === undefined) return cell('–');
  return cell(signedMoney(knownGain.gain, currency), `of ${percent(knownGain.share)}`);
}

/** A cost in another currency is converted at today's rate, so that what the currency did since is not in the gain. */
function foreignGains({ holdings, baseCurrency }: Analysis): string[] {
  const foreign = holdings.filter(
    ({ kind, gain, knownGain, currency }) =>
      kind === 'holding' && (gain !== null || knownGain !== undefined) && currency !== baseCurrency,
  );
  if (foreign.length === 0) return [];
  const named = foreign.slice(0, FOREIGN).map(({ symbol, name }) => plainText(called(symbol, name)));
  const more = foreign.length > FOREIGN ? ` and ${foreign.length - FOREIGN} more` : '';
  return [
    `What was paid in another currency is taken at today’s exchange rate (${named.join(', ')}${more}): what that currency itself gained or lost since is not in the gain.`,
  ];
}

/** So many symbols are named whose cost is in another currency. */
const FOREIGN = 5;

/** The day of the newest price where it is another than the analysis is for, and whether some are older. */
function atPrices({ totals: { oldestPriceAsOf, newestPriceAsOf }, asOf }: Analysis): string {
  if (newestPriceAsOf === null || newestPriceAsOf === asOf) return `as of ${shortDate(asOf)}`;
  return `at prices of ${shortDate(newestPriceAsOf)}${oldestPriceAsOf === newestPriceAsOf ? '' : ' and older'}`;
}

/** Everything that is counted, largest first. */
export function holdingsTable(analysis: Analysis): Table | null {
  const { holdings, otherHoldings, totals, baseCurrency } = analysis;
  if (holdings.length === 0) return null;
  const shared = sharedBy(holdings);
  const rows = holdings.map((one) => {
    const name = plainText(one.name);
    const { title, about: named } = one.kind === 'cash' ? { title: name, about: '' } : titleOf(one.symbol, one.name);
    const sure = one.classificationConfidence ?? null;
    const guess =
      one.classificationSource === 'model' ? `classified by its name${sure === null ? '' : `, ${howSure(sure)}`}` : '';
    const about = [named, accountsOf(one), guess].filter(Boolean).join(' · ');
    return [
      cell(title, about),
      cell(quantity(one.quantity)),
      priceOf(one, baseCurrency, shared),
      cell(money(one.value, baseCurrency)),
      cell(shareOf(analysis, one.weight)),
      gainOf(one, baseCurrency),
    ];
  });
  const { count, value, weight, gain } = otherHoldings;
  const others =
    count === 0
      ? []
      : [
          [
            cell(counted(count, 'smaller holding')),
            cell(''),
            cell(''),
            cell(money(value, baseCurrency)),
            cell(shareOf(analysis, weight)),
            cell(gain === undefined ? '–' : signedMoney(gain, baseCurrency)),
          ],
        ];
  const notes = [
    'A dash under Gain means that what was paid is not known.',
    ...(holdings.some(({ knownGain }) => knownGain !== undefined)
      ? ['A gain “of” a share is that of the part of the holding whose cost is known.']
      : []),
    ...(totals.gain === null
      ? []
      : [`The total gain covers ${percent(totals.gainCoverage)} of what is invested: the part whose cost is known.`]),
  ];
  return {
    id: 'holdings',
    caption: `Holdings, ${atPrices(analysis)}`,
    columns: [
      words('Holding'),
      figures('Quantity'),
      figures('Price'),
      figures('Value'),
      figures('Weight'),
      figures('Gain'),
    ],
    rows: [...rows, ...others],
    total: [
      cell('Total'),
      cell(''),
      cell(''),
      cell(money(totals.value, baseCurrency)),
      cell(shareOf(analysis, 1)),
      cell(totals.gain === null ? '–' : signedMoney(totals.gain, baseCurrency)),
    ],
    notes: [
      ...priceNotes(shared, analysis.undatedCount ?? 0),
      ...interestNotes(analysis),
      ...foreignGains(analysis),
      ...(totals.gain !== null && totals.gainCoverage > 0.9995 ? [] : notes),
    ],
  };
}
