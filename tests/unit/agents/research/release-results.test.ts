// A company's own release says whose its figures are once, at its head: without that none of its figures could be quoted.
import { expect, test } from '@jest/globals';
import { quotableOf } from '../../../../shared/agents/research/quotable.ts';
import { quotationsIn } from '../../../../shared/agents/research/quotations.ts';

const texts = (title: string, ...paragraphs: string[][]) => quotationsIn(paragraphs, title).map(({ text }) => text);
const head = 'ATLANTA, Oct. 20, 2026 – The Coca-Cola Company today reported third quarter 2026 results.';
const [revenue, eps] = [
  'Net revenues grew 5% to $12.5 billion, and organic revenues (non-GAAP) grew 6%.',
  'EPS grew 9% to $0.89.',
];
const whole = `The Coca-Cola Company today reported third quarter 2026 results. … ${revenue} … ${eps}`;

test('the figures of a release are quoted with its head', () => {
  const page = [
    [head, '“We continue to offer choice,” said Henrique Braun, CEO of The Coca-Cola Company.'],
    [`Revenues: ${revenue}`],
    [`Earnings Per Share: ${eps}`],
  ];
  expect(texts('Coca-Cola Reports Third Quarter 2026 Results', ...page)).toContain(whole);
});

test('items of a list that its head opens need no full stop', () => {
  const open = 'Microsoft Corp. today announced the following results for the quarter ended September 30, 2026:';
  const items = [
    'Revenue was $90.3 billion and increased 16% (up 15% in constant currency)',
    'Operating income was $43.2 billion and increased 14%',
  ];
  expect(texts('Microsoft Cloud strength fuels results', [open], ...items.map((item) => [item]))).toEqual([
    `${open} ${items.join(' … ')}`,
  ]);
});

test('what follows in the paragraph of its head is of its company', () => {
  const apple = 'Apple today announced financial results for its fiscal 2026 fourth quarter ended September 26, 2026.';
  const posted = 'The Company posted quarterly revenue of $102.5 billion, up 8 percent year over year.';
  expect(texts('Apple reports fourth quarter results', [apple, posted])).toEqual([`${apple} … ${posted}`]);
});

test('a note that quotes them so is quoted so in a report', () => {
  const passage = { title: 'Coca-Cola Reports Third Quarter 2026 Results', text: `“${whole}”` };
  expect(quotableOf(passage, ['The Coca-Cola Company']).map(({ text }) => text)).toEqual([whole]);
});

test('no figure is quoted so that may be of another company, or of one that the title does not name', () => {
  const told = 'The Coca-Cola Company today reported third quarter 2026 results.';
  const title = 'Coca-Cola Reports Third Quarter 2026 Results';
  expect(texts(title, [told], ['Rival PepsiCo reported its results last week.'], [eps])).not.toContainEqual(
    expect.stringContaining(eps),
  );
  expect(texts('Soft drinks in the third quarter', [told], [eps])).not.toContainEqual(expect.stringContaining(eps));
  expect(texts('Coca-Cola and Pepsi', ['Coca-Cola and PepsiCo reported results.'], [eps])).not.toContainEqual(
    expect.stringContaining(eps),
  );
  expect(texts(title, [told], ['Keurig reported last week too.'], [eps])).not.toContainEqual(
    expect.stringContaining(eps),
  );
  // Without figures below it the head is what it was.
  expect(texts(title, [told])).toEqual([told]);
});
