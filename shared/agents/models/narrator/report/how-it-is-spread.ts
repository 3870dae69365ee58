import type { Section } from '../../../../schemas/text.ts';
import type { Drift, Part, Reading } from '../reading/reading.ts';
import { body, list, paragraph, sentence } from '../wording/list.ts';
import { table } from '../wording/markdown.ts';
import { percent, points } from '../wording/percent.ts';

/** Below this share of money to be moved, a portfolio is at its target for practical purposes. */
export const AT_TARGET = 0.03;

export function howItIsSpread(reading: Reading): Section | null {
  if (reading.value <= 0 || reading.breakdown.assetClass.length === 0) return null;
  const { drift } = reading;
  const text = body(
    assetClasses(reading),
    drift.assetClass === null ? noTarget(reading) : againstTarget(drift.assetClass, reading),
    regions(reading),
    sectors(reading),
    taxation(reading),
    currencies(reading),
  );
  return text === '' ? null : { id: 'how-it-is-spread', title: 'How it is spread', body: text };
}

const known = (parts: readonly Part[]) => parts.filter(({ key, weight }) => key !== 'unknown' && weight !== 0);
const unknownShare = (parts: readonly Part[]) => parts.find(({ key }) => key === 'unknown')?.weight ?? 0;
const lower = (label: string) =>
  /^[A-Z][a-z]+(?: [a-z]+)*$/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

/** "63% of the portfolio is in stocks, 28% in bonds and 9% in cash". */
function shares(parts: readonly { weight: number }[], verb: string, name: (at: number) => string): string {
  return list(parts.map(({ weight }, at) => `${percent(weight)} ${at === 0 ? verb : 'in'} ${name(at)}`));
}

function assetClasses({ breakdown }: Reading): string {
  const parts = known(breakdown.assetClass);
  const unknown = unknownShare(breakdown.assetClass);
  const debt = parts.some(({ weight }) => weight < 0);
  const owned = parts.filter(({ weight }) => weight > 0);
  const [first] = owned;
  if (first === undefined) return 'None of what is held is classified, so nothing can be said about how it is spread.';
  const seen =
    parts.length === 1 && unknown === 0
      ? `All of it is in ${lower(first.label)}.`
      : `Looking through the funds at what they are made of, ${shares(owned, 'of the portfolio is in', (at) => lower(owned[at]?.label ?? ''))}.`;
  const rest = debt ? `holdings worth ${percent(unknown)} of the total` : `the other ${percent(unknown)}`;
  return paragraph(
    seen,
    debt && 'Borrowed cash makes these shares add up to more than the whole.',
    unknown > 0 && `Nothing says what ${rest} ${debt ? 'are' : 'is'} made of.`,
  );
}

function noTarget({ drift }: Reading): string | null {
  return drift.assetClass === null
    ? 'There is no target to compare this mix with: none was given, and without an age and a retirement age there is none to suggest.'
    : null;
}

function againstTarget(drift: Drift, reading: Reading): string {
  const { money } = reading;
  const whose = drift.own
    ? 'Against the mix you aim for'
    : 'You gave no target mix, so Alex compares with one typical of target-date funds for your age and retirement age; it is an orientation, not a rule. Against it';
  const [most] = drift.parts;
  if (most === undefined || drift.turnover < 0.0005) return `${whose}, the portfolio is where it should be.`;
  const over = drift.parts.find(({ drift: gap }) => gap > 0.0005);
  const under = drift.parts.find(({ drift: gap }) => gap < -0.0005);
  const gaps = [
    over && `${lower(over.label)} are ${points(over.drift)} above`,
    under && `${lower(under.label)} ${over ? '' : 'are '}${points(under.drift)} below`,
  ].filter((gap) => gap !== undefined);
  const turnover =
    reading.cash < 0
      ? 'Paying the debt back is part of the way there.'
      : drift.turnover < AT_TARGET
        ? `In all, only ${percent(drift.turnover)} of the money would have to change hands, which is close enough to leave alone.`
        : `In all, ${percent(drift.turnover)} of the money would have to change hands to reach it.`;
  const rows = drift.parts
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ label, weight, target, toTarget }) => [label, percent(weight), percent(target), move(toTarget, money)]);
  return body(
    paragraph(`${whose}, ${singular(list(gaps), over?.key, under?.key)}.`, turnover),
    table(['Asset class', 'Held', 'Target', 'To reach the target'], rows),
    reading.unclassifiedWeight > 0 && 'The shares in this table are of the part that is classified.',
  );
}

/** Cash and real estate take a singular verb. */
function singular(text: string, ...keys: (string | undefined)[]): string {
  const first = keys.find((key) => key !== undefined);
  return first === 'cash' || first === 'real_estate' ? text.replace(' are ', ' is ') : text;
}

function move(amount: number, money: (amount: number) => string): string {
  if (Math.abs(amount) < 1) return 'nothing';
  return amount > 0 ? `add ${money(amount)}` : `reduce by ${money(-amount)}`;
}

function regions({ breakdown, drift }: Reading): string | null {
  const table = drift.region;
  const unknown = unknownShare(breakdown.region);
  if (table?.ofStocks === true) {
    const held = table.parts.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
    const [first] = held;
    if (first === undefined) return null;
    const spread =
      held.length === 1
        ? `The stocks are all in ${placeOf(first)}.`
        : `Of the stocks, ${shares(held, 'are in', (at) => placeOf(held[at]))}.`;
    const [far] = table.parts;
    const against = table.own ? 'your target for it' : 'its share of the world’s stock markets';
    const gap =
      far !== undefined && Math.abs(far.drift) >= 0.05
        ? `${sentence(placeOf(far))} ${far.key === 'emerging_markets' ? 'are' : 'is'} ${points(far.drift)} ${far.drift > 0 ? 'above' : 'below'} ${against}, ${percent(far.target)}.`
        : `That is close to ${table.own ? 'your target' : 'how the world’s stock markets divide by size'}.`;
    return paragraph(spread, gap);
  }
  const parts = known(breakdown.region).filter(({ key, weight }) => key !== 'global' && weight > 0);
  if (parts.length === 0) return null;
  return paragraph(
    `By region, ${shares(parts, 'is in', (at) => placeOf(parts[at]))}.`.replace(
      'By region, 100% is',
      'By region, all of it is',
    ),
    unknown > 0 && `For ${percent(unknown)} the region is not known.`,
  );
}

const places: Record<string, string> = { pacific: 'the Pacific region', emerging_markets: 'the emerging markets' };

function placeOf(part: { key: string; label: string } | undefined): string {
  return part === undefined ? '' : (places[part.key] ?? part.label);
}

function sectors({ breakdown }: Reading): string | null {
  const parts = known(breakdown.sector).filter(({ key, weight }) => !['cash', 'other'].includes(key) && weight > 0);
  const other = breakdown.sector.find(({ key }) => key === 'other')?.weight ?? 0;
  const unknown = unknownShare(breakdown.sector);
  const [first] = parts;
  if (first === undefined) return null;
  const shown = parts.slice(0, 4).map(({ label, weight }) => `${lower(label)} (${percent(weight)})`);
  return paragraph(
    parts.length === 1
      ? first.weight > 1 - 1e-9
        ? `By sector all of it is in ${lower(first.label)}.`
        : `The one sector named is ${shown.join('')}.`
      : `By sector, with bonds by who issues them, the largest ${parts.length > 4 ? 'are' : 'parts are'} ${list(shown)}.`,
    other > 0.005 && `Another ${percent(other)} is in funds or assets that no single sector describes.`,
    unknown > 0 && `For ${percent(unknown)} the sector is not known.`,
  );
}

const taxed: Record<string, string> = {
  taxable: 'in taxable accounts',
  tax_deferred: 'in tax-deferred accounts, taxed when it is withdrawn',
  tax_free: 'in tax-free accounts',
  other: 'in accounts of another kind',
};

function taxation({ breakdown }: Reading): string | null {
  const parts = breakdown.accountType.filter(({ weight }) => weight > 0);
  const [only] = parts;
  if (only === undefined) return null;
  const where = (part: Part) => taxed[part.key] ?? part.label;
  if (parts.length === 1) return `All of it is ${where(only)}.`;
  return `By tax treatment, ${list(parts.map((part, at) => `${percent(part.weight)} ${at === 0 ? 'is ' : ''}${where(part)}`))}.`;
}

function currencies({ breakdown }: Reading): string | null {
  const parts = breakdown.currency.filter(({ weight }) => weight > 0);
  if (parts.length < 2) return null;
  const quoted = list(parts.slice(0, 4).map(({ label, weight }) => `${percent(weight)} in ${label}`));
  return `It is quoted in several currencies: ${quoted}. Exchange rates move its value too.`;
}
