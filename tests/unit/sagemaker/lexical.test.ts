import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { lexicalEmbedder } from '../../../local/sagemaker/lexical/lexical-embedder.ts';
import { stem } from '../../../local/sagemaker/lexical/stem.ts';
import { wordsOf } from '../../../local/sagemaker/lexical/words.ts';

/** As the product does: the mean over the tokens, at length 1. */
async function embed(text: string): Promise<number[]> {
  const vectors = await lexicalEmbedder.tokenVectors(text, true);
  const mean = Array.from({ length: 384 }, (_, i) => vectors.reduce((sum, vector) => sum + (vector[i] ?? 0), 0));
  const length = Math.hypot(...mean);
  return mean.map((value) => value / length);
}
const cosine = async (a: string, b: string): Promise<number> => {
  const [one, other] = [await embed(a), await embed(b)];
  return one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
};

describe('the vector of a text', () => {
  test('has 384 finite numbers and a direction, whatever the text', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('', ' ', '的', '!!!'),
    );
    await fc.assert(
      fc.asyncProperty(text, async (given) => {
        const vector = await embed(given);
        expect(vector).toHaveLength(384);
        expect(Math.abs(Math.hypot(...vector) - 1)).toBeLessThan(1e-9);
      }),
    );
  });

  test('is the same on every machine, and changes only on purpose: stored vectors of another do not compare', async () => {
    const vector = await embed('The Fed raised rates by 25 basis points; AAPL’s dividend yield fell to 0.5 %.');
    const digest = createHash('sha256')
      .update(vector.map((value) => value.toFixed(6)).join())
      .digest('hex');
    expect(digest.slice(0, 16)).toBe('86a4e140cac68cf0');
  });

  test('does not change with capitals, accents, signs and spaces', async () => {
    expect(await cosine('Résumé of the café', 'resume, of   the Cafe!')).toBeCloseTo(1, 6);
  });

  test('is near that of a text with other forms of its words, and far from that of another', async () => {
    expect(await cosine('rising bond yields', 'the yield of a bond rises')).toBeGreaterThan(0.5);
    expect(Math.abs(await cosine('rising bond yields', 'a museum opened its doors'))).toBeLessThan(0.15);
  });

  test('is near that of a text that says the same with near words', async () => {
    const near = await cosine('How did equities do after the rate hike?', 'Stocks slipped once the Fed tightened.');
    expect(near).toBeGreaterThan((await cosine('How did equities do?', 'A museum opened its doors.')) + 0.1);
  });
});

test('the words of a text, numbers and symbols among them', () => {
  expect(wordsOf('AAPL’s 1,250.5 shares — don’t sell 株式').map(({ text }) => text)).toEqual([
    'aapl',
    '1250.5',
    'shares',
    'dont',
    'sell',
    '株',
    '式',
  ]);
  expect(wordsOf('AAPL fell').map(({ isSymbol }) => isSymbol)).toEqual([true, false]);
  expect(wordsOf('STOCKS FELL').some(({ isSymbol }) => isSymbol)).toBe(false);
});

test.each([
  ['yields', 'yielding'],
  ['invests', 'investment'],
  ['plan', 'planned'],
  ['rate', 'rates'],
  ['company', 'companies'],
  ['diversify', 'diversified'],
  ['tax', 'taxes'],
])('%s and %s are forms of one word', (a, b) => {
  expect(stem(a)).toBe(stem(b));
});
