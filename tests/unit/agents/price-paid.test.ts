// The price of today passed for what was once paid for a share.
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { facts as factList } from '../../../shared/schemas/fact.ts';

const facts = factList.parse(
  JSON.parse(readFileSync(new URL('../../fixtures/grounding/tech.facts.json', import.meta.url), 'utf8')),
);
const strays = (text: string) => checkGrounding([text], facts).strays;

test.each([
  ['You bought NVDA at $175 a share.', '$175'],
  ['You paid $500 a share for MSFT.', '$500'],
  ['QQQM was bought at $243.', '$243'],
])('%s', (text, price) => {
  expect(strays(text)).toEqual([price]);
});

test.each(['NVDA costs $175 a share.', 'The MSFT that you bought is priced at $500 a share.'])(
  'what is true passes: %s',
  (text) => {
    expect(strays(text)).toEqual([]);
  },
);
