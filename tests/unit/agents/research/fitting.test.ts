// What a report may cite of what a search found: what is about something held, said by whoever said it, and nothing invented.
import { describe, expect, test } from '@jest/globals';
import { cite } from '../../../../shared/agents/research/citations.ts';
import { findResearch } from '../../../../shared/agents/research/find-research.ts';
import { fitting } from '../../../../shared/agents/research/fitting.ts';
import { writeReport } from '../../../../shared/agents/write-report.ts';
import { documentIdOf } from '../../../../shared/knowledge/identity.ts';
import { prepareDocuments } from '../../../../shared/knowledge/prepare-document.ts';
import type { Fact } from '../../../../shared/schemas/fact.ts';
import type { KnowledgePassage } from '../../../../shared/schemas/knowledge.ts';
import { renderNote } from '../../../../services/researcher/note/render-note.ts';
import { answering, passageOf } from './passages.ts';

const share = (name: string, value: number): Fact => {
  return { name: `${name}.weight`, label: `${name}, share of the portfolio`, value, unit: 'fraction', asOf: '2026-11-20', how: 'Counted.' }; // prettier-ignore
};
/** An ordinary portfolio of American shares and some cash. */
const stocks: Fact[] = [
  { ...share('portfolio', 100_000), name: 'portfolio.value', unit: 'usd' },
  share('holding.AAPL', 0.07),
  share('holding.FXAIX', 0.86),
  share('holding.VTI', 0.05),
  share('holding.IAU', 0.001),
  share('allocation.assetClass.equity', 0.98),
  share('allocation.assetClass.commodities', 0.001),
  share('allocation.assetClass.cash', 0.019),
  share('allocation.region.north_america', 0.98),
  share('allocation.sector.information_technology', 0.35),
];
const passage = (title: string, text: string, fields: Partial<KnowledgePassage> = {}): KnowledgePassage =>
  passageOf({
    id: `${title}.0`,
    document: documentIdOf(fields.url ?? 'https://news.test/a'),
    text,
    title,
    url: 'https://news.test/a',
    score: 0.9,
    ...fields,
  });

describe('a passage fits', () => {
  test.each([
    ['a holding by its symbol', 'Apple (AAPL) opens a plant', 'Apple said on Monday that it would build.', ['AAPL']],
    ['an asset class', 'Stocks end the week higher', 'Shares rose on Friday.', []],
    ['a sector', 'Chip makers and software', 'Software earnings grew by a tenth in the third quarter.', []],
    ['no market by its title but one in its text', 'The week of November 3', 'Stocks rose by 2 percent.', []],
  ])('that is about %s', (_, title, text, tickers) => {
    expect(fitting([passage(title, text, { tickers })], stocks)).toHaveLength(1);
  });

  test.each([
    ['gold, which is not held', 'Gold in a portfolio: no income', 'Gold pays no interest and no dividend.', ['GLD']],
    ['gold, without a symbol', 'Gold in a portfolio', 'Gold pays no interest.', []],
    ['gold, of which there is a trace', 'Gold and its holders', 'An ounce cost less (IAU).', ['IAU']],
    ['bonds', 'Municipal bond yields', 'The yield of ten-year municipal bonds fell.', []],
    ['another company, named by its symbol', 'Ford (F) reports earnings', 'The company sold more cars.', []],
    ['another company, known by its one symbol', 'Ford sells more', 'Shares of the company rose.', ['FORDX']],
    ['nothing that anybody could tell', 'A day at the lake', 'The water was cold and clear.', []],
  ])('not, about %s', (_, title, text, tickers) => {
    expect(fitting([passage(title, text, { tickers })], stocks)).toEqual([]);
  });

  test('not where it was hardly found', () => {
    expect(fitting([passage('Stocks rise', 'Shares rose.', { score: 0.1 })], stocks)).toEqual([]);
  });

  test('but for its sentences on what is not held', () => {
    const text =
      'Stocks rose by 2 percent. Gold fell by 3 percent. SPDR Gold Shares (GLD) lost most.\nEuropean markets were closed.';
    expect(fitting([passage('Markets this week', text)], stocks).map((one) => one.text)).toEqual(['Stocks rose by 2 percent.']); // prettier-ignore
  });

  test('in other portfolios: who holds gold reads of gold', () => {
    const gold = [share('holding.GLD', 0.2), share('allocation.assetClass.commodities', 0.2)];
    expect(
      fitting([passage('Gold in a portfolio', 'Gold pays no interest.', { tickers: ['GLD'] })], gold),
    ).toHaveLength(1);
  });
});

describe('a note of the researcher', () => {
  const source = (at: number, published: string | null) => ({
    ...{ url: `https://news.test/${at}`, title: `Stocks in week ${at} (a review)`, published },
    ...{ fetched: '2026-11-19T18:00:00.000Z', excerptHash: '0'.repeat(64) },
  });
  const sources = [source(1, '2026-11-12'), source(2, null)];
  const markdown = renderNote(
    {
      title: 'What pages say about stocks',
      points: [
        { text: '“Shares rose by 2 percent in the first week of November.”', page: 1 },
        { text: '“US stocks of [large] companies are held by index funds of every kind.”', page: 2 },
      ],
    },
    { asOf: '2026-11-20', sources },
  );
  const url = 'urn:alex:research:7a2c';
  const stored = sources.map(({ published: _, ...rest }) => rest);
  const [prepared] = prepareDocuments([
    { url, title: 'What pages say', kind: 'note', tickers: [], contentType: 'text/markdown', content: markdown, sources: stored }, // prettier-ignore
  ]);
  const pieces = (prepared?.chunks ?? []).map(({ text }, at) =>
    passage('What pages say about stocks', text, { id: `n.${at}`, kind: 'note', url, sources: stored }),
  );

  test('is cited by the pages behind it, each with its address and its day, and never by itself', async () => {
    const found = await findResearch(stocks, answering(...pieces));
    const written = await writeReport(stocks, {}, found);
    expect(cite(written.output, found).research.sources).toEqual([
      { number: 1, title: 'Stocks in week 1 (a review)', url: 'https://news.test/1', date: '2026-11-12', dated: 'published', from: [] }, // prettier-ignore
      { number: 2, title: 'Stocks in week 2 (a review)', url: 'https://news.test/2', date: '2026-11-19', dated: 'read', from: [] }, // prettier-ignore
    ]);
    expect(JSON.stringify(written.output)).not.toContain('What pages say');
  });

  test('says nothing twice that its page says, too', async () => {
    const page = passage('Stocks in week 1 (a review)', 'Shares rose by 2 percent in the first week of November.', {
      url: 'https://news.test/1',
    });
    const found = await findResearch(stocks, answering(page, ...pieces));
    expect(found.passages.filter(({ text }) => text.includes('2 percent'))).toHaveLength(1);
  });

  test('without its pages cannot be cited', async () => {
    const bare = pieces.map((piece) => ({ ...piece, sources: [] }));
    expect((await findResearch(stocks, answering(...bare))).passages).toEqual([]);
  });
});

describe('an invented sample page', () => {
  const url = 'https://samples.example.com/2026/11/16/total-us-stock-market';
  const text =
    'The total US stock market is broad by count and narrow by weight. In our made-up week it rose 0.8%, which is invented.';
  const page = passage('Sample page: Total US stock market', text, { url, tickers: ['VTI'], kind: 'sample' });
  const older = { ...page, kind: 'article' as const };
  const note = passage('What a page says', 'Shares rose. [1]', {
    ...{ url: 'urn:alex:research:1', kind: 'note' as const },
    sources: [{ url, title: 'Sample page', fetched: '2026-11-19T18:00:00.000Z', excerptHash: '0'.repeat(64) }],
  });

  test('is cited in no report on a portfolio of a person’s own, whenever it was stored', async () => {
    expect((await findResearch(stocks, answering(page, older, note))).passages).toEqual([]);
  });

  test('is never cited beside what somebody published, which would be called invented with it', async () => {
    const real = passage('Wall Street in November', 'Shares of the total US stock market rose 1.8% on November 19.', {
      ...{ url: 'https://news.example.org/wall-street', tickers: ['VTI'], published: '2026-11-19' },
    });
    const found = await findResearch(stocks, answering(page, real), { samples: true });
    expect(found.passages.map((one) => one.url)).toEqual([real.url]);
    const { output } = await writeReport(stocks, {}, found);
    expect(JSON.stringify(cite(output, found))).not.toMatch(/invented/i);
  });

  test('is cited in the report on an example, as what it is, and without its invented figures', async () => {
    const found = await findResearch(stocks, answering(page), { samples: true });
    const written = await writeReport(stocks, {}, found);
    const { sections, research } = cite(written.output, found);
    expect(research.sources).toEqual([expect.objectContaining({ url, sample: true })]);
    const context = sections.find(({ id }) => id === 'market-context');
    expect(context?.body).toMatch(/^Invented sample pages/);
    expect(context?.body).not.toContain('0.8%');
  });

  test('is stored as a sample whatever it is sent as, and so is a note that rests on one', () => {
    const sent = { title: 'A page', tickers: [], contentType: 'text/plain', content: 'Stocks rose.', kind: 'article', sources: [] } as const; // prettier-ignore
    const [sample, rests, real] = prepareDocuments([
      { ...sent, tickers: [], sources: [], url },
      { ...sent, tickers: [], sources: note.sources, url: 'urn:alex:research:1' },
      { ...sent, tickers: [], sources: [], url: 'https://example.com/2026/11/16/total-us-stock-market' },
    ]);
    expect([sample, rests, real].map((one) => one?.document.kind)).toEqual(['sample', 'sample', 'article']);
  });
});
