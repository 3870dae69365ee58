import type { Drift, Reading } from '../reading/reading.ts';
import { list, paragraph } from '../wording/list.ts';
import { plain } from '../wording/markdown.ts';
import { percent, points } from '../wording/percent.ts';
import { lower } from './breakdown-words.ts';

/** Below this share of money to be moved, a portfolio is at its target for practical purposes. */
export const AT_TARGET = 0.03;

const NO_TARGET = 'There is no target to compare this mix with: none was given';

/** The base of a comparison with a mix of stocks and bonds, with its own share where it is not nearly all. */
export function ofWhat({ share }: Drift): string {
  return share > 0.995 ? 'of stocks and bonds' : `of stocks and bonds, which are ${percent(share)} of the portfolio`;
}

/** Whether there is no projection because nobody gave goals, an age among them. */
export const goalless = (missing: string | null): boolean => /goals/i.test(missing ?? '');

/** How far the asset classes are from their targets, the widest gap on either side, and how much would have to move. */
export function againstTarget({
  book,
  drift: { assetClass: drift },
  cash,
  unclassifiedWeight,
  retirement,
  retirementMissing,
}: Reading): string {
  const uncompared = book.text('drift.missing');
  if (drift === null && uncompared !== null) return plain(uncompared);
  if (drift === null) {
    return goalless(retirementMissing)
      ? `${NO_TARGET}, and a typical one goes by an age, which is not known.`
      : `${NO_TARGET}, and a mix of stocks and bonds that is typical for your age would say little of a portfolio that is mostly something else, or not classified.`;
  }
  const early =
    retirement !== null && retirement.retireAt < 65
      ? 'Retiring early only gives the money longer to last, so the mix goes by your age alone. '
      : '';
  const whose = drift.own
    ? 'Against the mix you aim for'
    : `You gave no target mix, so Alex compares with one typical of target-date funds for ${drift.typicalFor}; it is an orientation, not a rule. ${early}Among your stocks and bonds${drift.share > 0.995 ? '' : ` (${percent(drift.share)} of the portfolio)`}`;
  const [most] = drift.parts;
  if (most === undefined || drift.turnover < 0.0005) return `${whose}, the portfolio is where it should be.`;
  const over = drift.parts.find(({ drift: gap }) => gap > 0.0005);
  const under = drift.parts.find(({ drift: gap }) => gap < -0.0005);
  const gaps = [
    over && `${lower(over.label)} are ${points(over.drift)} above`,
    under && `${lower(under.label)} ${over ? '' : 'are '}${points(under.drift)} below`,
  ].filter((gap) => gap !== undefined);
  const turnover =
    cash < 0 && drift.own
      ? 'Paying the debt back is part of the way there.'
      : drift.turnover < AT_TARGET
        ? `In all, only ${percent(drift.turnover)} of the money would have to change hands, which is close enough to leave alone.`
        : `In all, ${percent(drift.turnover)} of ${drift.own ? 'the money' : 'that'} would have to change hands to reach it.`;
  return paragraph(
    `${whose}, ${singular(list(gaps), over?.key, under?.key)}.`,
    turnover,
    drift.own
      ? unclassifiedWeight > 0 && 'This looks only at the part that is classified.'
      : 'Cash and whatever else that mix does not name stand beside it: how much of each to keep, a reserve of cash above all, is yours to say.',
  );
}

/** Cash and real estate take a singular verb. */
function singular(text: string, ...keys: (string | undefined)[]): string {
  const first = keys.find((key) => key !== undefined);
  return first === 'cash' || first === 'real_estate' ? text.replace(' are ', ' is ') : text;
}
