// Reading documents: what of a page is text, how it is cut, and what a search by words can find in it.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isFraming } from '../../../shared/agents/research/framing/framing.ts';
import { chunkBlocks, chunkLimits } from '../../../shared/knowledge/chunk.ts';
import { textToEmbed } from '../../../shared/knowledge/chunk-context.ts';
import { chunkTerms } from '../../../shared/knowledge/chunk-terms.ts';
import { batchesOf, embed } from '../../../shared/knowledge/embed.ts';
import { framedText } from '../../../shared/knowledge/framed-text.ts';
import { estimateTokens } from '../../../shared/knowledge/estimate-tokens.ts';
import { extractBlocks } from '../../../shared/knowledge/extract-blocks.ts';
import { fuseRanks } from '../../../shared/knowledge/fuse-ranks.ts';
import { documentIdOf } from '../../../shared/knowledge/identity.ts';
import { poolTokens } from '../../../shared/knowledge/pool-tokens.ts';
import { readExpiryPolicy } from '../../../shared/knowledge/expire.ts';
import { prepareDocuments } from '../../../shared/knowledge/prepare-document.ts';
import { recencyFactor } from '../../../shared/knowledge/recency.ts';
import { dayNumber, metadataOf } from '../../../shared/knowledge/store-document.ts';
import { questionTerms, termsOf } from '../../../shared/knowledge/terms.ts';
import { ingestRequest } from '../../../shared/schemas/knowledge.ts';

const textsOf = (type: 'text/html' | 'text/markdown' | 'text/plain', content: string) =>
  extractBlocks(type, content).map(({ text }) => text);

describe('a page', () => {
  test('is its headings, paragraphs, entries and rows, without scripts, navigation and what it hides', () => {
    const html = `<html><head><title>T</title></head><body><nav>Menu</nav><script>x()</script>
      <h2>Rates &amp; bonds</h2><p>They <b>rose</b>.<p>Then<br>fell.
      <ul><li>One<li>Two</ul><table><tr><th>Year<th>Rate<tr><td>2026<td>3%</table>
      <p hidden>secret</p><p style="display: none">secret</p><div aria-hidden="true">secret</div>
      <p style="font-size:0">secret</p><p style="opacity:0.9">Seen.</p><!-- note --></body></html>`;
    expect(extractBlocks('text/html', html)).toEqual([
      { kind: 'heading', level: 2, text: 'Rates & bonds' },
      ...['They rose.', 'Then fell.', 'One', 'Two', 'Year | Rate', '2026 | 3%', 'Seen.'].map((text) => {
        return { kind: 'text', text };
      }),
    ]);
  });

  test('is not the box that asks about cookies, and all of a page whose body is called after it', () => {
    const html = '<body class="cookie-banner"><div class="cookie-banner"><p>We use cookies.</p></div><div class="cookie">We use cookies. Accept all.</div><div class="cookie-recipes"><p>Cookies need sugar.</p></div></body>'; // prettier-ignore
    expect(extractBlocks('text/html', html).map(({ text }) => text)).toEqual(['Cookies need sugar.']);
  });

  test('of broken or endless mark-up is read without an error', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.constantFrom('<p>', '</p>', '<div', '>', '<script>', '<!--', '&#x', '<td>')),
        (text, tags) => {
          expect(() => extractBlocks('text/html', tags.join(text))).not.toThrow();
        },
      ),
    );
    expect(textsOf('text/html', `${'<div>'.repeat(50_000)}deep`)).toEqual(['deep']);
  });

  test('loses characters that nobody sees', () => {
    expect(textsOf('text/plain', 'in\u200bflation\u00ad \u202ereversed\u202c \u{e0041}tag')).toEqual([
      'inflation reversed tag',
    ]);
  });
});

test('Markdown is its words: links are their text, tables rows, code as it is', () => {
  const source =
    '# One\n\nA [link](https://x.example) and *more*\nhere.\n\n- a\n- b\n\n| x | y |\n| - | - |\n| 1 | 2 |\n\n<p>html</p>\n\n```\ncode\n```\n';
  expect(textsOf('text/markdown', source)).toEqual([
    'One',
    'A link and more here.',
    'a',
    'b',
    'x | y',
    '1 | 2',
    'html',
    'code',
  ]);
});

describe('chunks', () => {
  const words = fc.array(fc.lorem({ maxCount: 40, mode: 'sentences' }), { minLength: 1, maxLength: 12 });

  test('fit the model with their title, and hold every word of the text', () => {
    fc.assert(
      fc.property(words, fc.string({ maxLength: 300 }), (paragraphs, title) => {
        const chunks = chunkBlocks(extractBlocks('text/plain', paragraphs.join('\n\n')));
        const all = chunks.map(({ text }) => text).join(' ');
        for (const paragraph of paragraphs) for (const word of paragraph.split(/\s+/)) expect(all).toContain(word);
        for (const chunk of chunks) {
          expect(estimateTokens(chunk.text)).toBeLessThanOrEqual(chunkLimits.text);
          expect(estimateTokens(textToEmbed(title, chunk)) + 2).toBeLessThanOrEqual(256);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('of any text at all fit, and end no character in the middle', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (text) => {
        for (const chunk of chunkBlocks([{ kind: 'text', text: `${text}${'x'.repeat(2000)}😀` }])) {
          expect(estimateTokens(chunk.text)).toBeLessThanOrEqual(chunkLimits.text);
          expect(chunk.text.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('under headings that frame them, which are their frames, fit all the same', () => {
    const supposing = fc.constantFrom(
      ...['What if rates rose?', 'Hypothetical example', 'In 2008', `In 2008 ${'债'.repeat(200)}`],
    );
    const headings = fc.array(supposing, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(headings, words, (above, paragraphs) => {
        const marked = above.map((one, at) => `${'#'.repeat(at + 1)} ${one}`);
        const [prepared] = prepareDocuments(
          ingestRequest.parse({
            documents: [
              {
                ...{ url: 'https://example.com/a', title: 'Rates', kind: 'article', contentType: 'text/markdown' },
                ...{ published: '2026-11-01', content: [...marked, ...paragraphs].join('\n\n') },
              },
            ],
          }).documents,
        );
        const chunks = prepared?.chunks ?? [];
        const all = chunks.map(({ text }) => text).join(' ');
        for (const paragraph of paragraphs) for (const word of paragraph.split(/\s+/)) expect(all).toContain(word);
        for (const chunk of chunks) {
          expect(estimateTokens(framedText(chunk))).toBeLessThanOrEqual(chunkLimits.text);
          expect(estimateTokens(textToEmbed('Rates', chunk)) + 2).toBeLessThanOrEqual(256);
          const lines = (chunk.frame ?? '').split('\n').slice(0, above.length);
          expect(
            lines.filter((line) => line.endsWith(':') && isFraming(line, { title: 'Rates', written: '2026-11-01' })),
          ).toEqual(lines);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('begin with the last sentences of the one before, but not across a heading', () => {
    const sentence = (at: number) => `Sentence number ${at} says something of its own about the market.`;
    const text = Array.from({ length: 40 }, (_, at) => sentence(at)).join(' ');
    const [first, second, ...rest] = chunkBlocks([
      { kind: 'text', text },
      { kind: 'heading', level: 1, text: 'Next' },
      { kind: 'text', text: 'Under it.' },
    ]);
    const shared = Array.from({ length: 40 }, (_, at) => sentence(at)).filter(
      (one) => first?.text.includes(one) === true && second?.text.includes(one) === true,
    );
    expect(shared.length).toBeGreaterThan(0);
    expect(second?.text.startsWith(shared[0] ?? '?')).toBe(true);
    expect(rest.at(-1)).toEqual({ heading: 'Next', text: 'Under it.' });
  });

  test('know the headings above them', () => {
    const heading = (level: number, text: string) => ({ kind: 'heading' as const, level, text });
    const chunks = chunkBlocks([
      heading(1, 'A'),
      heading(2, 'B'),
      { kind: 'text', text: 'b' },
      heading(2, 'C'),
      { kind: 'text', text: 'c' },
      heading(1, 'D'),
      { kind: 'text', text: 'd' },
    ]);
    expect(chunks.map((one) => one.heading)).toEqual(['A › B', 'A › C', 'D']);
  });

  test.each([
    [
      'a section’s name above the headline',
      ['Markets', '# Fed cuts rates', 'The Fed cut its rate.'],
      ['Fed cuts rates'],
      ['Markets\nThe Fed cut its rate.'],
    ],
    [
      'the writer and the day between the headline and what is below it',
      ['# Bonds', 'By Ann Lee | November 3, 2026', '## October', 'BND gained 0.8%.', '## November', 'BND fell.'],
      ['Bonds › October', 'Bonds › November'],
      ['By Ann Lee | November 3, 2026\nBND gained 0.8%.', 'BND fell.'],
    ],
    [
      'both, with headings between',
      ['PRESS RELEASE', '# Apple reports results', 'For release at 4:30 p.m.', '## Summary', 'Revenue rose.'],
      ['Apple reports results › Summary'],
      ['PRESS RELEASE\nFor release at 4:30 p.m.\nRevenue rose.'],
    ],
    [
      'but not what its own heading says, nor a sentence',
      ['Rates rose.', '# Risk', 'Medium', '# Fee', '0.03%'],
      ['', 'Risk', 'Fee'],
      ['Rates rose.', 'Medium', '0.03%'],
    ],
  ])('are no few words by themselves that a search finds by their title alone: %s', (_, lines, headings, texts) => {
    const chunks = chunkBlocks(extractBlocks('text/markdown', lines.join('\n\n')));
    expect(chunks.map(({ heading }) => heading)).toEqual(headings);
    expect(chunks.map(({ text }) => text)).toEqual(texts);
  });

  test('of lines and headings in any order have every line once, as they stand', () => {
    const line = fc.record({ level: fc.integer({ min: 0, max: 4 }), words: fc.integer({ min: 1, max: 20 }) });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
        const blocks = lines.map(({ level, words: count }, at) => {
          const text = `line${at}${' word'.repeat(count)}`;
          return level === 0 ? { kind: 'text' as const, text } : { kind: 'heading' as const, level, text };
        });
        const texts = blocks.flatMap(({ kind, text }) => (kind === 'text' ? [text] : []));
        const chunks = chunkBlocks(blocks);
        if (texts.length > 0) expect(chunks.flatMap(({ text }) => text.split('\n'))).toEqual(texts);
      }),
    );
  });

  test('of headings alone are the headings', () => {
    expect(chunkBlocks([{ kind: 'heading', level: 1, text: 'Only this' }])).toEqual([
      { heading: '', text: 'Only this' },
    ]);
  });
});

describe('words', () => {
  test.each([
    ['Rising rates', ['rise', 'rate']],
    ['BRK.B', ['brk.b', 'brk']],
    ['S&P 500', ['s&p', '500']],
    ['4.25% of it', ['4.25']],
    ['IT and NOW', ['=IT', '=NOW']],
    ["O’Hara's 10-K", ["o'hara", 'hara', '10-k', '10']],
    ['the of and', []],
  ])('of "%s" are found', (text, terms) => {
    expect(termsOf(text)).toEqual(expect.arrayContaining(terms));
    if (terms.length === 0) expect(termsOf(text)).toEqual([]);
  });

  test('are quoted for PostgreSQL whatever signs they have', () => {
    expect(chunkTerms(0, "o'hara o'hara").terms).toContain("'o''hara':1,2");
  });
});

describe('embeddings', () => {
  const token = (value: number) => Array.from({ length: 384 }, (_, at) => (at === 0 ? value : 1));

  test('are the mean of all tokens, of length 1, never the first token’s', async () => {
    const [vector = []] = await embed(['x'], () => Promise.resolve([[[token(1), token(9)]]]));
    const length = Math.hypot(5, ...Array.from({ length: 383 }, () => 1));
    expect(vector[0]).toBeCloseTo(5 / length, 12);
    expect(Math.hypot(...vector)).toBeCloseTo(1, 12);
  });

  test('come in the order of their texts, whichever call ends first', async () => {
    const texts = Array.from({ length: 40 }, (_, at) => `${'word '.repeat(150)}${at}`);
    const ask = async (body: unknown) => {
      const { inputs } = body as { inputs: string[] };
      await new Promise((done) => setImmediate(done));
      return inputs.map((text) => [token(Number(text.split(' ').at(-1)) + 1)]);
    };
    const vectors = await embed(texts, ask);
    const firsts = vectors.map((vector) => (vector[0] ?? 0) / (vector[1] ?? 1));
    expect(firsts.map(Math.round)).toEqual(texts.map((_, at) => at + 1));
  });

  test.each([
    ['too few', [[[token(1)]]], 2],
    ['of another width', [[[[1, 2]]]], 1],
    ['that are no numbers', [[[token(1).map(String)]]], 1],
    ['of no length', [[[token(0).map(() => 0)]]], 1],
    ['an error in words', { error: 'x' }, 1],
  ])('%s are refused', async (_, answer, count) => {
    await expect(
      embed(
        Array.from({ length: count }, () => 'x'),
        () => Promise.resolve(answer),
      ),
    ).rejects.toMatchObject({
      code: 'embeddings_unusable',
    });
  });

  test('are asked for in calls whose answer fits 4 MB', () => {
    const texts = Array.from({ length: 30 }, (_, at) => `x ${'word '.repeat((at * 37) % 240)}`);
    for (const batch of batchesOf(texts)) {
      const padded = Math.max(...batch.map((text) => estimateTokens(text) + 2)) * batch.length;
      expect(padded * 384 * 20).toBeLessThanOrEqual(4 * 1024 * 1024);
    }
    expect(batchesOf(texts).flat()).toEqual(texts);
  });

  test('of zeros or of what is no number have no direction', () => {
    expect([poolTokens([[0, 0]]), poolTokens([[NaN, 1]]), poolTokens([])]).toEqual([null, null, null]);
  });
});

test('what stands beside a vector keeps within 2 KB that can be filtered by and 40 KB in all', () => {
  const tickers = Array.from({ length: 50 }, (_, at) => `T${String(at).padStart(23, '0')}`);
  const metadata = metadataOf(
    {
      ...{
        id: `doc_${'a'.repeat(32)}`,
        url: `https://example.com/${'ü'.repeat(2000)}`,
        title: '漢'.repeat(300),
        kind: 'transcript',
      },
      ...{
        tickers,
        published: '2026-03-31',
        fetched: '2026-04-01T00:00:00.000Z',
        day: '2026-03-31',
        sources: [],
        textHash: '',
        hash: '',
        model: '',
      },
    },
    { frame: '漢'.repeat(90), text: '漢'.repeat(100) },
  );
  const { text: _text, title: _title, url: _url, ...filterable } = metadata;
  expect(Buffer.byteLength(JSON.stringify(filterable))).toBeLessThanOrEqual(2048);
  expect(Buffer.byteLength(JSON.stringify(metadata))).toBeLessThanOrEqual(40_960);
  expect(metadata).toMatchObject({ day: dayNumber('2026-03-31'), fetched: 1_775_001_600 });
});

test('an address is the same document whatever stands behind its #', () => {
  expect(documentIdOf('https://example.com/a#b')).toBe(documentIdOf('https://EXAMPLE.com/a'));
  expect(documentIdOf('https://example.com/a?x=1')).not.toBe(documentIdOf('https://example.com/a'));
});

test('fusing gives first place in every ranking a score of 1, and what is in both more than what is in one', () => {
  const scores = fuseRanks([
    {
      ranked: [
        { key: 'a', score: 8 },
        { key: 'b', score: 4 },
      ],
      weight: 1,
    },
    {
      ranked: [
        { key: 'a', score: 0.9 },
        { key: 'c', score: 0.45 },
      ],
      weight: 0.5,
    },
  ]);
  expect(scores.get('a')).toBeCloseTo(1, 12);
  expect((scores.get('b') ?? 0) > (scores.get('c') ?? 0)).toBe(true);
});

test('fusing keeps by how much one is better than the next, and what shares nothing comes last and is there', () => {
  const near = fuseRanks([
    {
      ranked: [
        { key: 'a', score: 8 },
        { key: 'b', score: 7.9 },
      ],
      weight: 1,
    },
  ]);
  const far = fuseRanks([
    {
      ranked: [
        { key: 'a', score: 8 },
        { key: 'b', score: 0.1 },
      ],
      weight: 1,
    },
  ]);
  expect((near.get('b') ?? 0) > 10 * (far.get('b') ?? 0)).toBe(true);
  expect(fuseRanks([{ ranked: [{ key: 'a', score: 0 }], weight: 1 }]).get('a')).toBe(0);
});

test('a question is searched by its telling words, by American spelling, and by all of them where none tells', () => {
  expect(questionTerms('What happens to the labour market?')).toEqual(['labor', 'market']);
  expect(termsOf('Labour, defence and four colours')).toEqual(termsOf('Labor, defense and four colors'));
  expect(questionTerms('How much?')).toEqual(['much']);
});

test('a score loses half of the weight at the half-life, and nothing for a date ahead', () => {
  const now = new Date('2026-11-20T00:00:00Z');
  const rule = { halfLifeDays: 10, weight: 0.4 };
  expect(recencyFactor('2026-11-10', now, rule)).toBeCloseTo(0.8, 12);
  expect(recencyFactor('2027-01-01', now, rule)).toBe(1);
});

test('a policy of expiry that cannot be read is a fault of the deployment', () => {
  expect([...readExpiryPolicy('note 30, article 365')]).toEqual([
    ['note', 30],
    ['article', 365],
  ]);
  for (const text of ['note', 'gossip 3', 'note 0', 'note -1'])
    expect(() => readExpiryPolicy(text)).toThrow('EXPIRY_DAYS');
});
