import type { Section } from '../../../../schemas/text.ts';
import type { FactBook } from '../reading/fact-book.ts';
import type { Reading } from '../reading/reading.ts';
import { body, list } from '../wording/list.ts';
import { bullets, plain, table } from '../wording/markdown.ts';
import { percent, shareOrAll } from '../wording/percent.ts';

/** What the simulation rests on, and what it leaves out. */
export function assumptions({ book }: Reading): Section | null {
  const single = book.number('concentration.singleStock.weight') ?? 0;
  const keys = book.keys('assumption', 'volatility');
  const number = (key: string, leaf: string) => book.number(`assumption.${key}.${leaf}`) ?? 0;
  const rows = keys.map((key) => [
    plain(book.label(`assumption.${key}.volatility`).replace(/, yearly volatility$/, '')),
    percent(number(key, 'weight')),
    percent(number(key, 'mean')),
    percent(number(key, 'volatility')),
  ]);
  const [mean, volatility] = [book.number('retirement.portfolioMean'), book.number('retirement.portfolioVolatility')];
  const inflation = book.number('assumption.inflation.mean');
  const sources = keys.flatMap((key, at) => {
    const how = book.how(`assumption.${key}.mean`);
    return how === null ? [] : [`${rows[at]?.[0] ?? key}: ${plain(how)}`];
  });
  const notes = book.facts
    .filter(({ name }) => name.startsWith('retirement.note.'))
    .map(({ value }) => plain(String(value)));
  if (rows.length === 0) return null;
  return {
    id: 'retirement-assumptions',
    title: 'What this assumes',
    body: body(
      table(['Asset class', 'Share simulated', 'Expected return a year', 'Volatility a year'], rows),
      mean !== null && volatility !== null
        ? `For the mix as a whole that is an expected return of ${percent(mean)} a year before inflation, with a volatility of ${percent(volatility)}${inflation === null ? '' : `; inflation is taken to be ${percent(inflation)} a year`}. Other assumptions would give another answer.`
        : null,
      bullets([
        ...notes,
        ...(single >= 0.1
          ? [
              `Single companies’ stocks, ${shareOrAll(single)} of the portfolio, are simulated as if they were the whole stock market; one company can do far better or worse, so the true range is wider.`,
            ]
          : []),
        `Left out: ${list(leftOut(book))}.`,
      ]),
      sources.length > 0 && `Where the returns and volatilities come from:\n\n${bullets(sources)}`,
    ),
  };
}

/** What the engine does not model; a fact about it means that it does. */
function leftOut({ facts }: FactBook): string[] {
  const absent = (word: RegExp) =>
    !facts.some(({ name }) => /^(?:goals|retirement|assumption)\./.test(name) && word.test(name));
  return [
    ...(absent(/tax/i) ? ['taxes on what is withdrawn'] : []),
    ...(absent(/socialSecurity|pension/i) ? ['Social Security and pensions'] : []),
    'the value of a house',
    'the cost of long-term care',
    ...(absent(/guardrail/i) ? ['any change of spending along the way'] : []),
  ];
}
