import { describe, expect, it } from '@jest/globals';
import { prepareDocuments } from '../../../shared/knowledge/prepare-document.ts';
import { sentencesIn } from '../../../shared/knowledge/sentences-in.ts';

const SENTENCE = 'The Vanguard fund gained 2% in October as bonds rose. ';
const texts: [string, string][] = [
  ['one sentence again and again', SENTENCE],
  ['sentences with abbreviations', 'Shares of Acme Mfg. Co. and Smith Inc. rose by 2%, as Mr. Smith said. '],
  ['abbreviations and nothing else', 'Mr. Smith Inc. and Acme Co. '],
  ['brackets that nobody closes', 'It rose (see p. 4. And so it fell. '],
  ['quotations that nobody closes', '“It rose. '],
  ['no full stop', 'The Vanguard fund gained 2% in October, not 3%, as bonds rose and '],
  ['no space', 'abcdefghij'],
];

const long = (text: string, characters: number) =>
  text.repeat(Math.ceil(characters / text.length)).slice(0, characters);

/** The characters that regular expressions passed and the elements that were copied while something ran: no clock tells of the machine. */
function lookedAt(run: () => void): number {
  const iterator = Object.getPrototypeOf([][Symbol.iterator]()) as { next: () => IteratorResult<unknown> };
  const { next } = iterator;
  const expressions: { exec: (this: RegExp, text: string) => RegExpExecArray | null } = RegExp.prototype;
  const { exec } = expressions;
  let seen = 0;
  expressions.exec = function (text) {
    const from = this.global ? this.lastIndex : 0;
    const match = exec.call(this, text);
    const passed = (match === null ? text.length : match.index + match[0].length) - from;
    // What splits a text asks at each place of it for a match there.
    seen += this.sticky ? 1 : passed;
    return match;
  };
  iterator.next = function () {
    seen += 1;
    return next.call(this);
  };
  try {
    run();
  } finally {
    expressions.exec = exec;
    iterator.next = next;
  }
  return seen;
}

describe('a paragraph of any length', () => {
  it.each(texts)('takes four times the work where it is four times as long: %s', (_, text) => {
    const [short, fourTimes] = [10_000, 40_000].map((characters) =>
      lookedAt(() => {
        sentencesIn(long(text, characters));
      }),
    );
    expect(Number(fourTimes) / Number(short)).toBeLessThan(5);
  });

  it.each(texts)('is prepared for the knowledge base with work that grows as it does: %s', (_, text) => {
    const [short, fourTimes] = [10_000, 40_000].map((characters) =>
      lookedAt(() => {
        prepareDocuments([
          {
            url: 'https://www.example.org/funds',
            title: 'Funds in October',
            kind: 'article',
            contentType: 'text/plain',
            content: long(text, characters),
            tickers: [],
            sources: [],
          },
        ]);
      }),
    );
    expect(Number(fourTimes) / Number(short)).toBeLessThan(5);
  });

  it('is cut between words where it has no full stop, so that nobody looks through all of it at every figure', () => {
    const text = long('gained 2% in October and ', 100_000).trim();
    const parts = sentencesIn(text);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(2_000);
    expect(Math.min(...parts.map(({ length }) => length))).toBeGreaterThan(1_000);
    expect(parts.join(' ')).toBe(text);
  });

  it('loses no character where it has no space either', () => {
    const text = `${'📈'.repeat(5_001)}x`;
    expect(sentencesIn(text).join('')).toBe(text);
    expect(sentencesIn(text).every((part) => part.isWellFormed())).toBe(true);
  });

  it('of a usual length is one sentence still, and so is a long one', () => {
    const text = `The fund holds ${long('bonds of many kinds, ', 1_900)}and cash.`;
    expect(sentencesIn(text)).toEqual([text]);
  });
});
