// What a plan calls its fund stands in tables; the code that its name was cut down to is nobody's word.
import { expect, test } from '@jest/globals';
import { codeOfName } from '../../../shared/portfolio-files/code-of-name.ts';
import { titleOf } from '../../../shared/report/tables/titled.ts';

test.each(['State Street S&P 500 Index Fund Class K', 'Dodge & Cox International Stock X', 'Stable Value Fund'])(
  '%s stands by itself',
  (name) => {
    expect(titleOf(codeOfName(name), name)).toEqual({ title: name, about: '' });
  },
);

test('a name that is cut keeps its code, which tells it from its sisters', () => {
  const name = 'Harbor Point Retirement Income and Growth Collective Investment Trust 2045';
  expect(titleOf(codeOfName(name), name).about).toBe(codeOfName(name));
});

test.each([
  ['US0378331005', 'Apple Inc', { title: 'Apple Inc', about: 'US0378331005' }],
  ['VTI', 'Vanguard Total Stock Market ETF', { title: 'VTI', about: 'Vanguard Total Stock Market ETF' }],
])('%s is shown: it is the instrument’s own', (symbol, name, expected) => {
  expect(titleOf(symbol, name)).toEqual(expected);
});
