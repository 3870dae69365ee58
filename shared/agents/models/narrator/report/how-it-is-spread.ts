import type { Section } from '../../../../schemas/text.ts';
import type { Reading } from '../reading/reading.ts';
import { unknownWhole } from '../reading/few-valued.ts';
import { body, paragraph, sentence } from '../wording/list.ts';
import { percent } from '../wording/percent.ts';
import { againstTarget } from './against-target.ts';
import { holdsFunds, known, lower, shares, unknownShare } from './breakdown-words.ts';
import { currencies, educationMoney, taxation } from './account-types.ts';
import { regions } from './regions.ts';
import { sectors } from './sectors.ts';

/** The portfolio cut in every way that says something, and how far it is from its targets. */
export function howItIsSpread(reading: Reading): Section | null {
  if (reading.value <= 0 || reading.breakdown.assetClass.length === 0) return null;
  const id = 'how-it-is-spread';
  const title = 'How it is spread';
  if (reading.fewValued)
    return {
      id,
      title,
      body: unknownWhole(reading, 'how the whole is spread, and how far it is from a target, is not known'),
    };
  const text = body(
    assetClasses(reading),
    againstTarget(reading),
    regions(reading),
    sectors(reading),
    taxation(reading),
    educationMoney(reading),
    currencies(reading),
  );
  return { id, title, body: text };
}

function assetClasses({ breakdown, holdings }: Reading): string {
  const parts = known(breakdown.assetClass);
  const unknown = unknownShare(breakdown.assetClass);
  const debt = parts.some(({ weight }) => weight < 0);
  const owned = parts.filter(({ weight }) => weight > 0);
  const [first] = owned;
  if (first === undefined) return 'None of what is held is classified, so nothing can be said about how it is spread.';
  const seen =
    parts.length === 1 && unknown === 0
      ? `All of it is in ${lower(first.label)}.`
      : `${holdsFunds(holdings) ? 'Looking through the funds at what they are made of' : 'By asset class'}, ${shares(owned, 'of the portfolio is in', (at) => lower(owned[at]?.label ?? ''))}.`;
  const rest = debt ? `holdings worth ${percent(unknown)} of the total` : `the other ${percent(unknown)}`;
  return paragraph(
    seen,
    debt && 'Borrowed cash makes these shares add up to more than the whole.',
    unknown > 0 && `${sentence(rest)} could not be classified.`,
  );
}
