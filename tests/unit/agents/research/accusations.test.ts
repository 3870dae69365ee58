// What regulators and prosecutors charge somebody with promising is no advertisement of the page that tells it.
import { expect, test } from '@jest/globals';
import { quotableOf } from '../../../../shared/agents/research/quotable.ts';
import { whySetAside } from '../../../../shared/agents/research/set-aside.ts';

const RELEASES = [
  [
    'SEC charges Texas man with $12 million bond fraud',
    'The Securities and Exchange Commission charged a Texas man with raising $12 million from 140 investors by promising a guaranteed return of 10% a month on municipal bonds.',
    '“Guaranteed returns are a hallmark of fraud,” the SEC’s regional director said.',
    'Investors can check the background of anyone selling them investments at Investor.gov.',
  ],
  [
    'SEC Charges Nova Labs With Promising Guaranteed Returns',
    'The SEC today charged Nova Labs with raising $12 million by promising investors guaranteed returns of 10% a month.',
    'According to the SEC’s complaint, Smith falsely told investors that the notes were risk-free and guaranteed returns of 12%.',
    'Smith assured investors that they could not lose and that a 20% profit was guaranteed.',
  ],
  [
    'Florida man sentenced to 12 years for Ponzi scheme',
    'John Roe was sentenced on Tuesday to 12 years in prison, the U.S. Attorney’s Office said.',
    'Roe told clients that their money was completely safe and that returns were guaranteed.',
    'He pleaded guilty to wire fraud in May.',
  ],
  [
    'FINRA bars broker who guaranteed profits',
    'FINRA fined the broker $50,000 for telling clients that the fund cannot lose money.',
    'He claimed that the notes were risk-free.',
  ],
];

test.each(RELEASES)('%s', (title, ...lines) => {
  expect(whySetAside({ title, text: lines.join('\n') })).toBeNull();
});

test.each([
  [
    'Nova notes',
    'Nova notes are risk-free and pay guaranteed returns of 12%.',
    'Investors cannot lose with Nova notes.',
    'The SEC charged a rival with fraud.',
  ],
  ['Guaranteed returns of 12% with Nova', 'The SEC charged others with fraud.', 'Nova pays 12% a year.'],
  ['Nova notes', 'The SEC accused banks of greed.', 'Buy Nova now, for this is your last chance.', 'Act now and sign up for Nova today.'], // prettier-ignore
])('a page that promises by itself advertises, whatever it tells of others: %s', (title, ...lines) => {
  expect(whySetAside({ title, text: lines.join('\n') })).toBe('advertising');
});

test('a promise is quoted of neither', () => {
  for (const [title = '', ...lines] of RELEASES) {
    const quoted = quotableOf({ title, text: lines.join('\n') }, ['MUB']).map(({ text }) => text);
    for (const one of quoted) expect(one).not.toMatch(/guaranteed returns? of|risk-free|cannot lose/u);
  }
});
