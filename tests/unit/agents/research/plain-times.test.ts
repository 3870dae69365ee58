// "Rose to 4.21% from 4.13% on Thursday", "on Wednesday reported", a release's own words: a second time in a sentence that keeps its figure
// from being held against another page's lets two pages contradict each other without a word.
import { describe, expect, test } from '@jest/globals';
import { contradicts } from '../../../../shared/agents/research/contradiction/contradicts.ts';

const FRIDAY = '2026-11-20';
const CPI_DAY = '2026-11-13';

describe('what cannot both be so is found', () => {
  test.each([
    [FRIDAY, 'The yield on the 10-year Treasury note rose to 4.21% from 4.13% on Thursday.', 'The yield on the 10-year Treasury note fell to 3.88% on Friday from 4.13% on Thursday.'],
    [FRIDAY, 'The 10-year Treasury yield rose to 4.21% from 4.13% a day earlier.', 'The 10-year Treasury yield fell to 3.88%.'],
    [FRIDAY, 'The 10-year Treasury yield rose to 4.21% from 4.13% late Thursday.', 'The 10-year Treasury yield fell to 3.88%.'],
    ['2026-11-06', 'The unemployment rate rose to 4.5% from 4.4% in September.', 'The unemployment rate held at 4.1% in October.'],
    ['2026-11-02', 'Apple reported revenue of $109.4 billion for the quarter that ended in September.', 'Apple reported revenue of $102.4 billion for the quarter that ended in September, up 7% from a year earlier.'],
    ['2026-10-15', 'J&J posted third-quarter sales of $24.1 billion on Wednesday.', 'Johnson & Johnson on Wednesday reported third-quarter sales of $25.6 billion, up 6.8% from a year ago.'],
    [FRIDAY, 'Exxon Mobil on Friday posted third-quarter profit of $7.5 billion.', 'Exxon Mobil posted third-quarter profit of $5.7 billion.'],
    [FRIDAY, 'Gold is up 54% this year.', 'Gold has risen 31% this year.'],
    [FRIDAY, 'The S&P 500 has fallen 4% this month.', 'The S&P 500 has gained 2% this month.'],
    [CPI_DAY, 'Over the last 12 months, the all items index increased 2.6 percent before seasonal adjustment.', 'Consumer prices rose 4.9 percent over the 12 months to October, the Bureau of Labor Statistics reported on Friday.'],
    [CPI_DAY, 'The Consumer Price Index for All Urban Consumers (CPI-U) increased 0.2 percent on a seasonally adjusted basis in October, after rising 0.3 percent in September.', 'Consumer prices rose 0.6% in October from September.'],
  ])('%s: %s · %s', (day, one, other) => {
    expect(contradicts({ text: one, day }, { text: other, day })).toBe(true);
  });
}); // prettier-ignore

describe('what is of another time is no contradiction', () => {
  test.each([
    [FRIDAY, 'The yield on the 10-year Treasury note rose to 4.21% from 4.13% on Thursday.', 'The yield on the 10-year Treasury note was 4.13% on Thursday.'],
    ['2026-11-06', 'The unemployment rate rose to 4.5% from 4.4% in September.', 'The unemployment rate was 4.4% in September.'],
    ['2026-11-06', 'The unemployment rate rose to 4.5% from 4.4% in September.', 'The unemployment rate was 4.5% in October.'],
    ['2026-11-02', 'Apple reported revenue of $109.4 billion for the quarter that ended in September.', 'Apple reported revenue of $94.0 billion for the quarter that ended in June.'],
    [CPI_DAY, 'Over the last 12 months, the all items index increased 2.6 percent before seasonal adjustment.', 'Inflation was 2.9% in September.'],
    [CPI_DAY, 'The Consumer Price Index for All Urban Consumers (CPI-U) increased 0.2 percent in October.', 'The consumer price index rose 2.6% in October from a year earlier.'],
    [FRIDAY, 'Gold has risen 54% this year.', 'Gold has risen 5% this month.'],
  ])('%s: %s · %s', (day, one, other) => {
    expect(contradicts({ text: one, day }, { text: other, day })).toBe(false);
  });
}); // prettier-ignore
