import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { settingsFrom } from '../../../services/researcher/settings.ts';
import { rankLinks } from '../../../services/researcher/pages/rank-links.ts';
import { chooseTopics } from '../../../services/researcher/topic/choose-topic.ts';
import { ABOUT, aboutness, readTopic } from '../../../services/researcher/topic/topic.ts';
import { namedTopic } from '../../../services/researcher/topic/known-name.ts';
import { topicTickers } from '../../../services/researcher/topic/topic-tickers.ts';
import { researchRequest } from '../../../shared/schemas/research.ts';
import { mentionedTickers } from '../../../services/researcher/topic/mentioned-tickers.ts';
import { serviceConfig } from '../../../shared/schemas/service-config.ts';

const link = (title: string, summary = '', published: string | null = '2026-11-18') => {
  return { url: `https://example.com/${encodeURIComponent(title)}`, title, summary, published };
};
const held = [
  { symbol: 'VTI', name: 'Vanguard Total Stock Market ETF', type: 'etf' },
  { symbol: 'AAPL', name: 'Apple Inc.', type: 'stock' },
  { symbol: 'T', name: 'AT&T Inc.', type: 'stock' },
];
const choice = { held, covered: new Set<string>(), otherwise: 'interest rates', isKnown: () => Promise.resolve(false) };

describe('a topic', () => {
  test('is the most widely held that the sources write about', async () => {
    const links = [link('Apple raises its dividend'), link('Gardening in winter')];
    expect((await chooseTopics({ ...choice, links }))[0]).toMatchObject({
      topic: 'Apple Inc. (AAPL)',
      tickers: ['AAPL'],
    });
  });

  test('is none that a note of the last days or the knowledge covers', async () => {
    const links = [link('Apple raises its dividend'), link('Flows', 'Into VTI and others')];
    expect((await chooseTopics({ ...choice, links, covered: new Set(['VTI']) }))[0]).toMatchObject({
      tickers: ['AAPL'],
    });
    const isKnown = ({ symbol }: { symbol: string }) => Promise.resolve(symbol === 'VTI');
    expect((await chooseTopics({ ...choice, links, isKnown }))[0]).toMatchObject({ tickers: ['AAPL'] });
    const all = await chooseTopics({ ...choice, links, isKnown: () => Promise.resolve(true) });
    expect(all).toMatchObject([{ topic: 'interest rates', tickers: [] }]);
  });

  test('is general where nobody holds anything, and says so', async () => {
    expect(await chooseTopics({ ...choice, held: [], links: [] })).toEqual([
      { topic: 'interest rates', tickers: [], because: 'Nobody holds anything yet.' },
    ]);
  });
});

describe('a topic of a letter or two', () => {
  test.each(['VB', 'KO', 'GE', 'V', 'F', 'T'])('is the security of that symbol: %s', (topic) => {
    expect(researchRequest.parse({ topic })).toEqual({ topic });
    expect(topicTickers(topic, [])).toEqual([topic]);
    expect(readTopic(namedTopic(topic)).tickers).toEqual([topic]);
    expect(aboutness(readTopic(namedTopic(topic)), `Shares of it (${topic}) rose 2%.`)).toBe(1);
  });

  test.each(['vb', 'x', 'a1', ''])('is none where it is no symbol: “%s”', (topic) => {
    expect(researchRequest.safeParse({ topic }).success).toBe(false);
  });
});

describe('a topic that is a symbol', () => {
  const isAbout = (symbol: string, text: string): boolean => aboutness(readTopic(namedTopic(symbol)), text) >= ABOUT;

  test.each([
    ['CSCO', 'Cisco third quarter'],
    ['QCOM', 'Qualcomm sold more chips'],
    ['GM', 'GM raises its forecast'],
    ['SCHW', 'Schwab takes in $40 billion'],
    ['LLY', 'Lilly’s sales rise'],
    ['UNH', 'UnitedHealth falls 4%'],
    ['T', 'AT&T adds lines'],
    ['MCD', 'McDonald’s sells more'],
    ['KO', 'Coca-Cola in the third quarter'],
    ['EL', 'Estée Lauder cuts jobs'],
    ['BRK.B', 'Berkshire buys a railroad'],
    ['GOOGL', 'Google pays a fine'],
    ['MRK', 'Merck lowers its forecast'],
    ['XYL', 'Xylem sells more pumps'],
  ])('finds what calls its company by its usual name: %s, “%s”', (symbol, text) => {
    expect(isAbout(symbol, text)).toBe(true);
  });

  test.each([
    ['SCHW', 'Schwab U.S. Dividend Equity ETF (SCHD) rises 2%'],
    ['SPGI', 'The S&P 500 falls 1%'],
    ['NDAQ', 'The Nasdaq composite falls 1%'],
    ['GM', 'A gm of gold'],
    ['CSCO', 'San Francisco rents rise'],
  ])('does not find what has the same word for something else: %s, “%s”', (symbol, text) => {
    expect(isAbout(symbol, text)).toBe(false);
  });
});

describe('a run whose topic cannot be read', () => {
  const links = [link('Apple raises its dividend'), link('Flows', 'Into VTI and others'), link('AT&T (T) results')];
  const symbolsOf = async (unread: ReadonlyMap<string, string>) =>
    (await chooseTopics({ ...choice, links, unread })).map(({ tickers }) => tickers[0] ?? 'general');

  test('has others to take, the general one last', async () => {
    expect(await symbolsOf(new Map())).toEqual(['VTI', 'AAPL', 'T', 'general']);
  });

  test('leaves it at the back, behind one that failed before it', async () => {
    const unread = new Map([
      ['Vanguard Total Stock Market ETF (VTI)', '2026-11-20T10:00:00.000Z'],
      ['Apple Inc. (AAPL)', '2026-11-20T08:00:00.000Z'],
    ]);
    expect(await symbolsOf(unread)).toEqual(['T', 'AAPL', 'VTI', 'general']);
  });
});

test('links are ranked by what they say of the topic, then by age, and what says nothing is left out', () => {
  const ranked = rankLinks(
    [
      link('Gardening'),
      link('Bond yields', '', '2026-09-01'),
      link('Bond yields rise', '', '2026-11-19'),
      link('News', 'bond yields'),
    ],
    'bond yields',
    '2026-11-20',
  );
  expect(ranked.map(({ title }) => title)).toEqual(['Bond yields rise', 'Bond yields', 'News']);
});

test('a symbol that is a word counts only where it stands as a symbol', () => {
  expect(
    mentionedTickers('Apple (AAPL) and T-bills; I saw AT&T (T), BRK.B, and a VTIP fund', ['AAPL', 'T', 'BRK.B', 'VTI']),
  ).toEqual(['AAPL', 'T', 'BRK.B']);
  expect(mentionedTickers('In T-bills we trust', ['T'])).toEqual([]);
});

describe('settings', () => {
  const read = (ALEX_RESEARCH_SOURCES: string | undefined, more = {}) =>
    settingsFrom({ ALEX_RESEARCH_SOURCES, ...more });

  test('a folder of saved pages is read without the network, a folder beside start pages with it', () => {
    expect(read('folder:/tmp/my pages')).toMatchObject({
      startPages: [],
      browsing: { folder: '/tmp/my pages', network: false },
    });
    expect(read('folder:/tmp/pages, https://example.com/feed.xml')).toMatchObject({
      startPages: ['https://example.com/feed.xml'],
      browsing: { folder: '/tmp/pages', network: true },
    });
  });

  test.each([
    ['nothing', undefined, {}, 'ALEX_RESEARCH_SOURCES'],
    ['a file URL', 'file:///etc/passwd', {}, 'ALEX_RESEARCH_SOURCES'],
    ['two folders', 'folder:/a,folder:/b', {}, 'ALEX_RESEARCH_SOURCES'],
    ['six pages', 'folder:/a', { ALEX_RESEARCH_PAGES: '6' }, 'ALEX_RESEARCH_PAGES'],
    ['no dollars', 'folder:/a', { ALEX_RESEARCH_USD: '-1' }, 'ALEX_RESEARCH_USD'],
  ])('%s is refused by name', (_what, sources, more, name) => {
    expect(() => read(sources, more)).toThrow(name);
  });

  test('service.json fits its schema, and service.schema.json says what the zod schema says', () => {
    const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
    const config = serviceConfig.parse(json('services/researcher/service.json'));
    expect(() => settingsFrom(config.environment)).not.toThrow();
    expect(json('services/service.schema.json')).toEqual(
      JSON.parse(JSON.stringify(z.toJSONSchema(serviceConfig, { io: 'input' }))),
    );
  });
});

describe('what a text is about', () => {
  const about = (topic: string, text: string) => aboutness(readTopic(topic), text) >= ABOUT;

  test.each([
    ['Vanguard Real Estate ETF (VNQ)', 'REITs fell by 2%.'],
    ['Vanguard Real Estate ETF (VNQ)', 'Shares of VNQ fell by 2%.'],
    ['Vanguard Total Stock Market ETF (VTI)', 'The total US stock market rose.'],
    ['Vanguard Short-Term Corporate Bond ETF (VCSH)', 'Short-term corporate bonds move little.'],
    ['Municipal bond yields', 'Yields of municipal debt rose.'],
    ['iShares National Muni Bond ETF (MUB)', 'Municipal bonds pay less.'],
    ['interest rates, inflation and company earnings', 'Apple earned a profit of $25 billion.'],
    ['gold', 'Gold pays no interest.'],
  ])('of %s is: %s', (topic, text) => {
    expect(about(topic, text)).toBe(true);
  });

  test.each([
    ['Vanguard Real Estate ETF (VNQ)', 'A bond gives the real yield at which it was bought.'],
    ['Municipal bond yields', 'A bond gives the real yield at which it was bought.'],
    ['Vanguard Total Stock Market ETF (VTI)', 'The market for used cars has a total value.'],
    ['Vanguard Short-Term Corporate Bond ETF (VCSH)', 'Corporate taxes rose.'],
    ['Treasury yields', 'Treasury officials met in Paris.'],
    ['gold', 'Goldman Sachs hired a golden retriever.'],
  ])('of %s is not: %s', (topic, text) => {
    expect(about(topic, text)).toBe(false);
  });
});

test('of a topic of several things the best page of each is read before the second of any', () => {
  const ranked = rankLinks(
    [link('Inflation slows'), link('Inflation in Europe'), link('Apple reports record earnings'), link('Gardening')],
    'interest rates, inflation and company earnings',
    '2026-11-20',
  );
  expect(ranked.map(({ title }) => title)).toEqual([
    'Inflation slows',
    'Apple reports record earnings',
    'Inflation in Europe',
  ]);
});

test('a page is found by what stands below its first lines', () => {
  const far = `${'Weather was fair in most places. '.repeat(40)}Real estate trusts must pay out their income.`;
  expect(rankLinks([link('Notes of the week', far)], 'Vanguard Real Estate ETF (VNQ)', '2026-11-20')).toHaveLength(1);
});

test('ordinary topics find what is about them: words that say little by themselves tell together, and what says the same tells too', () => {
  const isAbout = (topic: string, text: string): boolean => aboutness(readTopic(topic), text) >= ABOUT;
  const yields = 'The yield on the 10-year Treasury note fell to 4.02% on Thursday.';
  for (const topic of ['US bonds', 'bond yields', 'bonds', 'Treasury yields'])
    expect(isAbout(topic, yields)).toBe(true);
  expect(isAbout('US bonds', 'Bond funds took in $6 billion.')).toBe(true);
  expect(isAbout('US bonds', 'European government bonds fell after the ECB spoke.')).toBe(false);
  expect(isAbout('US bonds', 'US Treasury yields rose as German government bonds fell.')).toBe(true);
  expect(isAbout('bond yields', 'The dividend yield of bank stocks rose to 3%.')).toBe(false);
});

test('central banks that buy gold say nothing of rates', () => {
  const bought = 'Central banks bought 64 tonnes of gold in October, with Poland and Turkey the largest buyers.';
  for (const topic of ['Federal Reserve', 'interest rates', 'Treasury yields']) {
    expect(aboutness(readTopic(topic), bought)).toBeLessThan(ABOUT);
  }
  expect(aboutness(readTopic('interest rates'), 'The central bank left its rate alone.')).toBeGreaterThanOrEqual(ABOUT);
  expect(aboutness(readTopic('gold'), bought)).toBe(1);
});

describe('a topic as people type it', () => {
  test.each([
    ['Federal Reserve policy', 'Federal Reserve issues FOMC statement'],
    ['Fed decision', 'Bond market recap: yields fall as the Fed cuts'],
    ['Fed', 'The Committee decided to lower the target range for the federal funds rate by 1/4 percentage point.'],
    ['FOMC meeting', 'The Federal Open Market Committee voted 10-2 to lower its benchmark rate.'],
    ['Fed rate cut', 'The Federal Reserve lowered rates by a quarter point.'],
    ['home prices', 'The median existing-home price for all housing types was $415,600.'],
    ['housing market', 'Existing-home sales rose 1.2% in October.'],
    ['US economy', 'Real gross domestic product (GDP) increased at an annual rate of 2.4 percent.'],
    ['economic growth', 'Retail sales rose 0.4% in October.'],
    ['jobs report', 'Total nonfarm payroll employment edged up by 22,000.'],
    ['tech earnings', 'Nvidia revenue rose 52% to $86.7 billion.'],
    ['bank earnings', 'JPMorganChase earned $14.4 billion.'],
    ['oil prices', 'Oil settles down 2% on oversupply fears'],
    ['rates', 'The Fed left interest rates where they were.'],
    ['JPMorgan', 'JPMorganChase had $4.7 trillion in assets.'],
  ])('%s: a page says “%s”', (topic, text) => {
    expect(aboutness(readTopic(namedTopic(topic)), text)).toBeGreaterThanOrEqual(ABOUT);
  });

  test.each([
    ['rates, inflation and prices', 'Costco said that its membership renewal rate slipped to 92.1%.'],
    ['tech earnings', 'Costco revenue rose 8%.'],
    ['tech earnings', 'Nvidia named a new head of research.'],
    ['Fed decision', 'The court’s decision on tariffs is expected in June.'],
  ])('%s: a page on something else does not (“%s”)', (topic, text) => {
    expect(aboutness(readTopic(namedTopic(topic)), text)).toBeLessThan(ABOUT);
  });

  test('a company by the name that people say is tagged with its symbol', () => {
    expect(topicTickers('JPMorgan', [])).toEqual(['JPM']);
    expect(topicTickers('gold prices', [])).toEqual([]);
  });
});
