// Each price source against a server of its wire: what it says, what it says wrongly, and when it says nothing.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MarketError } from '../../../shared/market/market-error.ts';
import type { Asked, Batch, MarketQuote, MarketSource } from '../../../shared/market/market-source.ts';
import { sourceCall, type CallRules, type Limiter } from '../../../shared/market/source-call.ts';
import { alpaca } from '../../../shared/market/sources/alpaca.ts';
import { ecb } from '../../../shared/market/sources/ecb.ts';
import { massive } from '../../../shared/market/sources/massive.ts';
import { stooq } from '../../../shared/market/sources/stooq.ts';
import {
  alpacaBar,
  ecbTable,
  massiveAnswer,
  massiveBar,
  startMarketServer,
  stooqTable,
  type MarketReply,
  type MarketServer,
} from '../../setup/market-server.ts';

let server: MarketServer;
let taken = 0;
let blocks: number[] = [];
beforeAll(async () => {
  server = await startMarketServer();
});
afterAll(() => server.close());
beforeEach(() => {
  taken = 0;
  blocks = [];
});

const limiter: Limiter = {
  take: () => {
    taken += 1;
    return Promise.resolve(null);
  },
  block: (milliseconds) => {
    blocks.push(milliseconds);
    return Promise.resolve();
  },
};
const rules: Partial<CallRules> = { answerMs: 400, waits: [5, 10], limitedMs: 5, limitedTries: 2 };
const callAs = (title: string, left = () => 5000) => sourceCall({ title, limiter, left, rules });

/** 18:30 in New York on Tuesday, 31 March 2026. */
const now = () => new Date('2026-03-31T22:30:00Z');
const DAY = '2026-03-31';
const KEY = 'pk-secret-of-a-person';
const make = {
  massive: () => massive({ url: server.url, call: callAs('Massive'), key: () => Promise.resolve(KEY), years: 2, now }),
  alpaca: () =>
    alpaca({
      ...{ url: server.url, call: callAs('Alpaca'), feed: 'iex' },
      key: () => Promise.resolve({ id: 'AKID', secret: KEY }),
    }),
  stooq: () => stooq({ url: server.url, call: callAs('Stooq'), history: 'raw' }),
  ecb: () => ecb({ url: server.url, call: callAs('The European Central Bank') }),
};

const asked = (...symbols: string[]): Asked[] =>
  symbols.map((symbol) => ({ symbol, currency: 'USD', type: 'stock' as const }));

async function all(batches: AsyncIterable<Batch> | undefined): Promise<Batch[]> {
  if (batches === undefined) throw new Error('the source does not do that');
  const given: Batch[] = [];
  for await (const batch of batches) given.push(batch);
  return given;
}
const quotesIn = (batches: readonly Batch[]): MarketQuote[] => batches.flatMap(({ quotes }) => quotes);
const latest = async (source: MarketSource, ...symbols: string[]) =>
  quotesIn(await all(source.latest?.(asked(...symbols), DAY)));

async function failure(asking: Promise<unknown>): Promise<MarketError> {
  const error = await asking.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof MarketError)) throw new Error(`no MarketError: ${String(error)}`);
  expect(error.message).not.toContain(KEY);
  expect(error.message).not.toContain('http');
  return error;
}

const good: Record<keyof typeof make, MarketReply> = {
  massive: { body: massiveAnswer([massiveBar(DAY, 301.25, 'VTI'), massiveBar(DAY, 9, 'ZZZ')]) },
  alpaca: { body: { bars: { VTI: [alpacaBar('2026-03-30', 300), alpacaBar(DAY, 301.25)] }, next_page_token: null } },
  stooq: { body: stooqTable({ '2026-03-30': 300, [DAY]: 301.25 }) },
  ecb: {
    body: ecbTable([
      ['USD', DAY, 1.1],
      ['GBP', DAY, 0.88],
    ]),
  },
};
const ask = (name: keyof typeof make): Promise<MarketQuote[]> => {
  const source = make[name]();
  return name === 'ecb'
    ? all(source.rates?.(['GBP'], DAY)).then(quotesIn)
    : all(source.latest?.(asked('VTI'), DAY)).then(quotesIn);
};
const names = ['massive', 'alpaca', 'stooq', 'ecb'] as const;

describe.each(names)('%s', (name) => {
  test('gives the close of the day, its currency and its date', async () => {
    server.answer([good[name]]);
    const newest = (await ask(name)).at(-1);
    const expected = name === 'ecb' ? { symbol: 'GBP/USD', price: '1.25' } : { symbol: 'VTI', price: '301.25' };
    expect(newest).toEqual({ ...expected, day: DAY, currency: 'USD' });
    expect(server.requests).toHaveLength(1);
    expect(taken).toBe(1);
  });

  test('never has a key in a URL', async () => {
    server.answer([good[name]]);
    await ask(name);
    for (const { path, query } of server.requests) expect(`${path}?${query.toString()}`).not.toContain(KEY);
  });

  test('with its key refused is asked once', async () => {
    server.answer([{ status: 401, body: { message: `unknown key ${KEY}` } }]);
    expect((await failure(ask(name))).failure).toBe('unauthorized');
    expect(server.requests).toHaveLength(1);
  });

  test('in a storm of 429 is asked three times, and kept away from for as long as it wishes', async () => {
    server.answer([{ status: 429, headers: { 'retry-after': '2' }, body: 'slow down' }]);
    const failed = await failure(ask(name));
    expect(failed.failure).toBe('limited');
    expect(blocks).toEqual([2000, 2000, 2000]);
    expect(server.requests).toHaveLength(3);
    expect(taken).toBe(3);
  });

  test('that wants to be left alone for longer than there is time for is asked once, and everybody told', async () => {
    server.answer([{ status: 429, headers: { 'retry-after': '3600' }, body: 'slow down' }]);
    await failure(ask(name));
    expect(blocks).toEqual([3_600_000]);
    expect(server.requests).toHaveLength(1);
  });

  test('is asked again after a 503, and each try takes its own token', async () => {
    server.answer([{ status: 503, body: 'busy' }, good[name]]);
    expect(await ask(name)).not.toEqual([]);
    expect(taken).toBe(2);
  });

  test('that keeps failing is asked three times', async () => {
    server.answer([{ status: 500, body: 'oops' }]);
    expect((await failure(ask(name))).failure).toBe('unavailable');
    expect(server.requests).toHaveLength(3);
  });

  test('that hangs is given up', async () => {
    server.answer([{ hang: true }]);
    const failed = await failure(ask(name));
    expect(failed.message).toMatch(/did not answer within 0\.\d s/u);
    expect(server.requests).toHaveLength(3);
  });

  test('whose body is cut short is not believed, wherever the cut is', async () => {
    const text = typeof good[name].body === 'string' ? good[name].body : JSON.stringify(good[name].body);
    for (const cutAt of [1, 40, Math.floor(text.length / 2), text.length - 3]) {
      server.answer([{ ...good[name], cutAt }]);
      expect((await failure(ask(name))).retryable).toBe(true);
      // The connection closed properly, and yet a part is missing.
      server.answer([{ body: text.slice(0, cutAt) }]);
      expect((await failure(ask(name))).failure).toBe('garbled');
    }
  });

  test('that sends a page of HTML with status 200 has said nothing', async () => {
    server.answer([{ body: '<!doctype html><title>Sign in</title>' }]);
    expect((await failure(ask(name))).failure).toBe('garbled');
  });

  test('that redirects elsewhere is not followed: a key goes to no other host', async () => {
    server.answer([{ status: 302, headers: { location: `${server.url}/elsewhere` }, body: '' }]);
    expect((await failure(ask(name))).failure).toBe('refused');
    expect(server.requests.map(({ path }) => path)).not.toContain('/elsewhere');
    expect(server.requests).toHaveLength(1);
  });

  test('is not asked at all when no time is left', async () => {
    server.answer([good[name]]);
    const none = { ...limiter, take: () => Promise.resolve(60_000) };
    const call = sourceCall({ title: 'It', limiter: none, left: () => 50_000, rules });
    await expect(call(server.url, {}, String)).rejects.toMatchObject({ failure: 'limited' });
    expect(server.requests).toHaveLength(0);
  });
});

describe('Massive', () => {
  test('prices a whole portfolio with one call, raw, with the key in a header', async () => {
    const symbols = Array.from(
      { length: 200 },
      (_, at) => `S${String.fromCharCode(65 + (at % 26), 65 + Math.floor(at / 26))}`,
    );
    server.answer([{ body: massiveAnswer(symbols.map((symbol, at) => massiveBar(DAY, at + 1, symbol))) }]);
    expect(await latest(make.massive(), ...symbols)).toHaveLength(200);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      path: `/v2/aggs/grouped/locale/us/market/stocks/${DAY}`,
      headers: { authorization: `Bearer ${KEY}` },
    });
    expect(server.requests[0]?.query.get('adjusted')).toBe('false');
  });

  test('writes a class of shares as Massive does, however the person did', async () => {
    server.answer([{ body: massiveAnswer([massiveBar(DAY, 500, 'BRK.B')]) }]);
    expect(await latest(make.massive(), 'BRK-B', 'BRK/B', 'BRK.B')).toMatchObject([
      { symbol: 'BRK-B', price: '500' },
      { symbol: 'BRK/B', price: '500' },
      { symbol: 'BRK.B', price: '500' },
    ]);
  });

  test('looks for what did not trade that day in the days before, and says of which day it is', async () => {
    server.answer(({ path }) =>
      path.includes('/grouped/')
        ? { body: massiveAnswer([massiveBar(DAY, 301, 'VTI')]) }
        : { body: massiveAnswer([massiveBar('2026-03-27', 12.5)]) },
    );
    const quotes = await latest(make.massive(), 'VTI', 'RARE');
    expect(quotes).toContainEqual({ symbol: 'RARE', day: '2026-03-27', currency: 'USD', price: '12.5' });
  });

  test('a row of another form takes none of the others with it, and is asked for by itself', async () => {
    const bad = { ...massiveBar(DAY, 1, 'NVDA'), c: 'abc' };
    server.answer(({ path }) =>
      path.includes('/grouped/')
        ? { body: massiveAnswer([bad, massiveBar(DAY, 301, 'VTI')]) }
        : { body: massiveAnswer([massiveBar('2026-03-27', 12.5)]) },
    );
    const quotes = await latest(make.massive(), 'VTI', 'NVDA');
    expect(quotes).toMatchObject([{ symbol: 'VTI', price: '301' }, { symbol: 'NVDA', price: '12.5' }]); // prettier-ignore
  });

  test('answers an unknown ticker with nothing: no price is made up, and that it was asked is known', async () => {
    server.answer(({ path }) =>
      path.includes('/grouped/') ? { body: massiveAnswer([massiveBar(DAY, 301, 'VTI')]) } : { body: massiveAnswer([]) },
    );
    const batches = await all(make.massive().latest?.(asked('NOPE'), DAY));
    expect(quotesIn(batches)).toEqual([]);
    expect(batches.at(-1)).toMatchObject({ symbols: ['NOPE'], to: DAY });
  });

  test('does not spend a call on what it was found not to know', async () => {
    server.answer([{ body: massiveAnswer([massiveBar(DAY, 301, 'VTI')]) }]);
    const [vti] = asked('VTI');
    if (vti === undefined) throw new Error('nothing was asked');
    await all(make.massive().latest?.([vti, { ...vti, symbol: 'NOPE', unknown: true }], DAY));
    expect(server.requests).toHaveLength(1);
  });

  test('uses the previous close where the day asked for is the one before today', async () => {
    server.answer(({ path }) =>
      path.endsWith('/prev')
        ? { body: massiveAnswer([massiveBar('2026-03-30', 12.5, 'RARE')]) }
        : { body: massiveAnswer([massiveBar('2026-03-30', 1, 'ZZZ')]) },
    );
    expect(quotesIn(await all(make.massive().latest?.(asked('RARE'), '2026-03-30')))).toEqual([
      { symbol: 'RARE', day: '2026-03-30', currency: 'USD', price: '12.5' },
    ]);
    expect(server.requests.map(({ path }) => path)).toContain('/v2/aggs/ticker/RARE/prev');
  });

  test('takes the day before where a day has no close of anything: closed for an occasion, or not out yet', async () => {
    server.answer(({ path }) =>
      path.endsWith(DAY)
        ? { body: massiveAnswer([]) }
        : { body: massiveAnswer([massiveBar('2026-03-30', 300, 'VTI')]) },
    );
    const batches = await all(make.massive().latest?.(asked('VTI'), DAY));
    expect(quotesIn(batches)).toMatchObject([{ day: '2026-03-30', price: '300' }]);
    // It may be out in an hour: the day itself counts as not asked about.
    expect(batches[0]?.to).toBe('2026-03-30');
  });

  test('takes the day before where the plan has a day’s closes only when it is over', async () => {
    const early = { status: 'NOT_AUTHORIZED', message: "Attempted to request today's data before end of day." };
    server.answer(({ path }) =>
      path.endsWith(DAY)
        ? { status: 403, body: early }
        : { body: massiveAnswer([massiveBar('2026-03-30', 300, 'VTI')], 'DELAYED') },
    );
    expect(await latest(make.massive(), 'VTI')).toMatchObject([{ day: '2026-03-30', price: '300' }]);
  });

  test.each([
    ['limited', { status: 'ERROR', error: "You've exceeded the maximum requests per minute, please wait." }],
    ['unauthorized', { status: 'ERROR', error: 'Unknown API Key' }],
    ['unauthorized', { status: 'NOT_AUTHORIZED', message: 'You are not entitled to this data. Please upgrade.' }],
    ['garbled', { status: 'ERROR', error: 'Something else' }],
    ['garbled', { results: [massiveBar(DAY, 1, 'VTI')] }],
  ])('that says 200 and means an error is not believed: %s', async (kind, body) => {
    server.answer([{ body }]);
    expect((await failure(latest(make.massive(), 'VTI'))).failure).toBe(kind);
  });

  test('has no use for a close that is none, or of another day', async () => {
    const bars = [
      { ...massiveBar(DAY, 0, 'ZERO') },
      { ...massiveBar(DAY, -4, 'NEG') },
      { ...massiveBar('2026-04-01', 5, 'LATE') },
      massiveBar(DAY, 301, 'VTI'),
    ];
    server.answer(({ path }) => ({ body: massiveAnswer(path.includes('/grouped/') ? bars : []) }));
    expect(await latest(make.massive(), 'ZERO', 'NEG', 'LATE', 'VTI')).toMatchObject([{ symbol: 'VTI' }]);
  });

  test('gives a history with its gaps as they are, as quoted on the day, within the plan’s years', async () => {
    server.answer([{ body: massiveAnswer([massiveBar('2026-03-26', 10), massiveBar('2026-03-30', 5)]) }]);
    const { history } = make.massive();
    const quotes = quotesIn(await all(history?.closes(['SPLT'], '2026-03-26', DAY)));
    expect(quotes.map(({ day, price }) => [day, price])).toEqual([
      ['2026-03-26', '10'],
      ['2026-03-30', '5'],
    ]);
    expect(server.requests[0]?.path).toBe(`/v2/aggs/ticker/SPLT/range/1/day/2026-03-26/${DAY}`);
    expect(history?.earliest?.('2028-02-29')).toBe('2026-03-01');
  });

  test('gives exchange rates from one call, the other way round where it has only that', async () => {
    server.answer([{ body: massiveAnswer([massiveBar(DAY, 1.1, 'C:EURUSD'), massiveBar(DAY, 160, 'C:USDJPY')]) }]);
    expect(quotesIn(await all(make.massive().rates?.(['EUR', 'JPY', 'XAU'], DAY)))).toEqual([
      { symbol: 'EUR/USD', day: DAY, currency: 'USD', price: '1.1' },
      { symbol: 'JPY/USD', day: DAY, currency: 'USD', price: '0.00625' },
    ]);
  });
});

describe('Alpaca', () => {
  test('follows its pages to the end, and asks for raw prices of the free feed', async () => {
    const first = { bars: { VTI: [alpacaBar('2026-03-30', 300)] }, next_page_token: 'more' };
    const second = { bars: { VTI: [alpacaBar(DAY, 301)], BND: [alpacaBar(DAY, 72)] }, next_page_token: null };
    server.answer(({ query }) => ({ body: query.get('page_token') === 'more' ? second : first }));
    const quotes = await latest(make.alpaca(), 'VTI', 'BND');
    expect(quotes.map(({ symbol, day, price }) => [symbol, day, price])).toEqual([
      ['VTI', '2026-03-30', '300'],
      ['VTI', DAY, '301'],
      ['BND', DAY, '72'],
    ]);
    expect(Object.fromEntries(server.requests[0]?.query ?? [])).toMatchObject({
      symbols: 'VTI,BND',
      ...{ timeframe: '1Day', adjustment: 'raw', feed: 'iex', end: DAY },
    });
    expect(server.requests[0]?.headers).toMatchObject({ 'apca-api-key-id': 'AKID', 'apca-api-secret-key': KEY });
  });

  test('goes on without a symbol that fails the whole call', async () => {
    server.answer(({ query }) =>
      (query.get('symbols') ?? '').includes('NOPE')
        ? { status: 400, body: { message: 'invalid symbol: NOPE' } }
        : { body: { bars: { VTI: [alpacaBar(DAY, 301)] }, next_page_token: null } },
    );
    expect(await latest(make.alpaca(), 'NOPE', 'VTI')).toMatchObject([{ symbol: 'VTI', price: '301' }]);
    server.answer([{ status: 400, body: { message: 'invalid symbol: OTHER' } }]);
    expect((await failure(latest(make.alpaca(), 'VTI'))).failure).toBe('refused');
  });

  test('that pages without an end is stopped', async () => {
    server.answer([{ body: { bars: {}, next_page_token: 'more' } }]);
    expect((await failure(latest(make.alpaca(), 'VTI'))).message).toContain('without an end');
    expect(server.requests).toHaveLength(100);
  });

  test.each([
    ['limited', { code: 42910000, message: 'too many requests.' }],
    ['unauthorized', { message: 'subscription does not permit querying recent SIP data' }],
    ['garbled', { bars: { VTI: [{ t: 'yesterday', c: 5 }] } }],
    ['garbled', { bars: { VTI: [{ t: `${DAY}T04:00:00Z`, c: '5' }] } }],
  ])('that says 200 and means an error is not believed: %s', async (kind, body) => {
    server.answer([{ body }]);
    expect((await failure(latest(make.alpaca(), 'VTI'))).failure).toBe(kind);
  });

  test('says when it may be asked again by the moment its window ends', async () => {
    const reset = Math.floor(Date.now() / 1000) + 3600;
    server.answer([
      { status: 429, headers: { 'x-ratelimit-reset': `${reset}` }, body: { message: 'too many requests.' } },
    ]);
    await failure(latest(make.alpaca(), 'VTI'));
    expect(blocks[0]).toBeGreaterThan(3_500_000);
  });
});

describe('Stooq', () => {
  test('is asked for one symbol a call, as it writes them', async () => {
    server.answer(({ query }) => ({ body: stooqTable({ [DAY]: query.get('s') === 'brk-b.us' ? 500 : 301 }) }));
    expect(await latest(make.stooq(), 'BRK.B', 'VTI')).toMatchObject([
      { symbol: 'BRK.B', price: '500' },
      { symbol: 'VTI', price: '301' },
    ]);
    expect(server.requests[0]?.query.toString()).toBe('s=brk-b.us&d1=20260321&d2=20260331&i=d');
  });

  test('that says 200 and “No data” has none, and what it says of a used-up day keeps everyone away', async () => {
    server.answer([{ body: 'No data' }]);
    expect(await latest(make.stooq(), 'NOPE')).toEqual([]);
    server.answer([{ body: 'Exceeded the daily hits limit' }]);
    expect((await failure(latest(make.stooq(), 'VTI'))).failure).toBe('limited');
    expect(blocks).toEqual([6 * 3_600_000]);
  });

  test('has no history for returns unless its older closes are said to be as they were quoted', () => {
    expect(stooq({ url: '', call: callAs('Stooq'), history: 'adjusted' }).history).toBeUndefined();
    expect(make.stooq().history).toBeDefined();
  });

  test('has no use for a row of another table, a price that is none, or a day that was not asked for', async () => {
    const table = `${stooqTable({ '2026-03-30': 300 })}${DAY},N/D,N/D,N/D,N/D,0\r\n2027-01-01,1,1,1,1,1\r\n`;
    server.answer([{ body: table }]);
    expect(await latest(make.stooq(), 'VTI')).toMatchObject([{ day: '2026-03-30' }]);
    server.answer([{ body: 'Symbol,Price\r\nVTI,300\r\n' }]);
    expect((await failure(latest(make.stooq(), 'VTI'))).failure).toBe('garbled');
  });
});

describe('the European Central Bank', () => {
  const rates = async (...currencies: string[]) => quotesIn(await all(make.ecb().rates?.(currencies, DAY)));

  test('gives dollars for each currency by way of the euro, of one day, and of days that have both', async () => {
    server.answer([
      {
        body: ecbTable([
          ...([
            ['USD', '2026-03-30', 1.2],
            ['USD', DAY, 1.1],
          ] as [string, string, number][]),
          ...([
            ['GBP', '2026-03-30', 0.8],
            ['JPY', DAY, 176],
          ] as [string, string, number][]),
        ]),
      },
    ]);
    expect(await rates('EUR', 'GBP', 'JPY', 'TWD')).toEqual([
      { symbol: 'EUR/USD', day: '2026-03-30', currency: 'USD', price: '1.2' },
      { symbol: 'EUR/USD', day: DAY, currency: 'USD', price: '1.1' },
      { symbol: 'GBP/USD', day: '2026-03-30', currency: 'USD', price: '1.5' },
      { symbol: 'JPY/USD', day: DAY, currency: 'USD', price: '0.00625' },
    ]);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]?.path).toBe('/service/data/EXR/D.GBP+JPY+TWD+USD.EUR.SP00.A');
  });

  test('with nothing to say of a currency answers 404, which is no failure', async () => {
    server.answer([{ status: 404, body: 'No results found.' }]);
    expect(await rates('XXX')).toEqual([]);
    server.answer([{ status: 404, body: 'There is no such page.' }]);
    expect((await failure(rates('GBP'))).failure).toBe('refused');
  });

  test('whose observation is missing or not a number gives no rate', async () => {
    server.answer([
      {
        body: ecbTable([
          ['USD', DAY, 1.1],
          ['GBP', DAY, Number.NaN],
        ]),
      },
    ]);
    expect(await rates('GBP')).toEqual([]);
  });
});
