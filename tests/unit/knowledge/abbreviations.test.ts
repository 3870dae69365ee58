// A quotation was cut at an abbreviation ("incl. Taiwan Semiconductor Mfg."), and two sentences were one behind a company's ("Apple Inc. The company …").
import { describe, expect, test } from '@jest/globals';
import { sentencesIn } from '../../../shared/knowledge/sentences-in.ts';

describe('an abbreviation within a sentence does not cut it', () => {
  test.each([
    'VWO had 5,900 stocks, incl. Taiwan Semiconductor Mfg. Co. Ltd. at 11%, at the end of October 2026.',
    ...['The Calif. Attorney General sued Amazon in October.', 'Berkshire Hathaway Cl. B rose 2% on Friday.'],
    ...['Nvidia reports at 4 p.m. Eastern on Wednesday.', 'Results are due Oct. 28 at 5 p.m. ET.'],
    ...['Trading ended at 1 p.m. Friday, an hour early.', 'Embargoed until 6 a.m. EST, December 3, 2026'],
    ...['Merck earned $5.8 billion; adj. EBITDA was $7.1 billion.', 'The U.S. Treasury sold $42 billion of notes.'],
    ...[
      'Alphabet Inc. Class A shares rose 1%.',
      'Alphabet Inc. A shares rose 1%.',
      'The Natl. Assn. of Realtors reported sales.',
    ],
    ...['The 10-yr. Treasury yielded 4.2%.', 'No. 3 Bank of America rose.', 'Morgan Stanley Ser. A preferred pays 4%.'],
    ...[
      'Citigroup Inc. Chief Executive Jane Fraser said so.',
      'Dr. He of Pfizer spoke.',
      'Martin Luther King Jr. Day closed it.',
    ],
    ...['Sales rose 3% vs. Wall Street forecasts of 2%.', 'OMAHA, Neb. (AP) - Berkshire sold shares.'],
  ])('%s', (sentence) => {
    expect(sentencesIn(sentence)).toEqual([sentence]);
  });
});

describe('one at the end of a sentence does not join it to the next', () => {
  test.each([
    ['The market closed at 4 p.m.', 'Markets in Asia fell.'],
    ['The market closed at 4 p.m.', 'Apple fell 2%.'],
    ['It was sold to Apple Inc.', 'The company paid $3 billion.'],
    ['Inflation fell in the U.S.', 'In Europe it rose.'],
    ['It is based in Cupertino, Calif.', 'The company makes phones.'],
    ['The plant is in Wash.', 'It employs 300.'],
    ['He works for Ford Motor Co.', 'He is 52.'],
    ['The year ended in Dec.', 'It was a good one.'],
    ['Was it sold? No.', 'The company kept it.'],
    ['It earned 3% more than the avg.', 'This year it earned less.'],
  ])('%s %s', (one, next) => {
    expect(sentencesIn(`${one} ${next}`).at(-1)).toBe(next);
  });
});
