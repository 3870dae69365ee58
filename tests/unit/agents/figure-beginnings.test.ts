import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BEGINNING, grammar } from '../../../shared/agents/grounding/grammar.ts';

/** Any digit or sign, any capital, most words: what every kind is tried at takes a hundred times as long. */
const ANYWHERE = String.raw`(?:(?<![A-Za-z])(?=[\d$€£¥.A-Z]|[abdefhmnoqstwz][a-z]|a\s|[a-z0-9-]+\.[a-z])|(?=[^\P{N}\d]))`;
const tried = new RegExp(`${ANYWHERE}${grammar.source.slice(BEGINNING.length)}`, grammar.flags);

const ones = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'; // prettier-ignore
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety dozen hundred thousand million billion trillion';
const months = 'January Jan. February Feb March Mar April Apr. May June Jun July Jul August Aug September Sept. Oct October November Nov December Dec.'; // prettier-ignore
const sizes =
  'hundreds thousands millions billions dozens scores tens several few couple handful single double triple digits digit figures seven-figure six-figure cool million grand mil you your own holdings funds worth costs into fees month 1⁄2 1/2';
const others = 'a an A half quarter third thirds tenth fifths once twice every each of in out and point dollars cents percent years accounts futures doubled tripled quadrupled per odds USD EUR VTI V (V) BRK.B S&P I Stocks Apple Once Half Doubled 4 65 1999 2025-11-20 $1,200 1.5 % 401(k) 5th ½ ² h2o e1 a1b 3/4 60/40 www.x.com https://a.b/c anna@x.com A@b.co me.you example dot com example [.] com 1970s 12/31/2025 - – , . ; : ( ) | * don’t état'; // prettier-ignore
const words = [ones, tens, months, sizes, others].flatMap((list) => list.split(' '));
const either = fc.constantFrom(...words, ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)));

describe('figures of a text', () => {
  test('are missed because their first word is passed over as one that begins none', () => {
    fc.assert(
      fc.property(fc.array(either, { minLength: 1, maxLength: 12 }), fc.constantFrom(' ', '-'), (list, between) => {
        const text = list.join(between);
        const found = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => [match.index, [...match]]);
        expect(found(grammar)).toEqual(found(tried));
      }),
      { numRuns: 500 },
    );
  });
});
