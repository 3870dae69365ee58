import type { Section } from '../../../../schemas/text.ts';
import type { Reading } from '../reading/reading.ts';
import { body, list, paragraph } from '../wording/list.ts';
import { percent, shareOrAll } from '../wording/percent.ts';

/** What the simulation rests on, and what it leaves out. */
export function assumptions(reading: Reading): Section | null {
  const { book } = reading;
  const single = book.number('concentration.singleStock.weight') ?? 0;
  const [mean, volatility] = [book.number('retirement.portfolioMean'), book.number('retirement.portfolioVolatility')];
  const inflation = book.number('assumption.inflation.mean');
  if (mean === null || volatility === null) return null;
  const prices = inflation === null ? '' : `, and prices to rise by ${percent(inflation)} a year`;
  return {
    id: 'retirement-assumptions',
    title: 'What this assumes',
    body: body(
      paragraph(
        `Your mix is taken to return ${percent(mean)} a year on average before inflation, with a volatility of ${percent(volatility)}${prices}.`,
        'These rest on an assumption for each asset class, each with its own source; others would give another answer.',
      ),
      single >= 0.1 &&
        `Single companies’ stocks, ${shareOrAll(single)} of the portfolio, are simulated with ups and downs of their own on top of the market’s, in the same proportion throughout; how any one company will do, no simulation can say.`,
      `Left out: ${list(leftOut(reading))}.`,
    ),
  };
}

/** What the engine does not model; a fact about it means that it does. */
function leftOut(reading: Reading): string[] {
  const { facts } = reading.book;
  const notCounted = reading.retirement?.notCounted ?? null;
  const absent = (word: RegExp) =>
    !facts.some(({ name }) => /^(?:goals|retirement|assumption)\./.test(name) && word.test(name));
  return [
    ...(absent(/tax/i) ? ['taxes on what is withdrawn'] : []),
    ...(notCounted === null ? [] : [notCounted]),
    'the value of a house',
    'the cost of long-term care',
    ...(absent(/guardrail/i) ? ['any change of spending along the way'] : []),
  ];
}
