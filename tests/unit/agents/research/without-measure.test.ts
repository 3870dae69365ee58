// A sentence that names a company and a figure, and leaves what it measures to the sentence before, is read as another figure of that company.
import { describe, expect, test } from '@jest/globals';
import { quotationsIn } from '../../../../shared/agents/research/quotations.ts';
import { leansOn } from '../../../../shared/agents/research/self-contained.ts';

describe('a figure without what it measures is quoted by itself nowhere', () => {
  test.each([
    'Pfizer had booked $1.42 billion a year earlier.',
    'Nvidia forecast 75%, plus or minus 50 basis points, for the fourth.',
    'Apple forecast 47% to 48% for the December quarter.',
    'Walmart now expects 4.8% to 5.1% for the full year, up from 3.75% to 4.75%.',
    'Disney added 3.8 million in the quarter.',
    'Boeing delivered 116 in the same quarter of last year.',
    'Microsoft spent $24.2 billion in the previous quarter.',
    'Seven analysts surveyed by Zacks expected $23.8 billion.',
    'The average estimate of nine analysts was for 48 cents per share.',
    'Economists polled by Reuters now expect 225,000.',
    'Merck’s is 3.8%.',
    'Microsoft’s rose 16%.',
    'Cisco Systems guided for $14.7 billion to $14.9 billion.',
    'Costco Wholesale (COST) had 81.4 million at the end of August.',
    'Ford, which sells fewer sedans now, delivered 545,522 in the quarter.',
    'Lilly recorded $6.4 billion in the third quarter as demand for Zepbound slowed.',
    'As demand slowed, Lilly recorded $6.4 billion in the third quarter.',
    'Visa delivered 12% growth.',
    'Starbucks now sees a decline of 1% to 2% in fiscal 2027, compared with an earlier forecast of 1% growth.',
    'Broadcom is guiding to $17.4 billion for the fourth quarter, Chief Financial Officer Kirsten Spears said.',
    'Oracle’s cloud unit reported 44% in the previous quarter.',
    'Intel was at 41.2% a year ago.',
    'Netflix ended the year-earlier quarter with 282.7 million.',
  ])('%s', (sentence) => {
    expect(leansOn(sentence)).toBe('does not say what its figure is of');
  });

  test('but with the sentence before it, which gives such a figure and what it is of', () => {
    const texts = (...sentences: string[]) => quotationsIn([sentences], 'Pfizer trims costs').map(({ text }) => text);
    const [sales, shares, booked] = [
      'Comirnaty sales were $1.15 billion, down 20%.',
      'Pfizer shares rose 2% on Tuesday in New York.',
      'Pfizer had booked $1.42 billion a year earlier.',
    ];
    expect(texts(sales, booked)).toEqual([sales, `${sales} ${booked}`]);
    expect(texts(shares, booked)).toEqual([shares]);
    expect(texts('Gross margin was 74.6%.', 'Nvidia forecast 75%, plus or minus 50 basis points.')).toEqual([]);
  });
});

describe('what was expected once is not quoted by itself, for it is read as what is expected now', () => {
  test.each([
    'Home Depot had said in August that it expected comparable sales to grow 2%.',
    'Analysts had expected Walmart to report revenue of $177.4 billion.',
    'Target previously expected sales to grow 1%.',
    'In July, Delta had guided to earnings of $6 to $7 a share.',
    'Intel’s previous forecast was for revenue of $12.6 billion to $13.6 billion.',
    'UPS had originally planned to cut 20,000 jobs.',
  ])('%s', (sentence) => {
    expect(leansOn(sentence)).toBe('tells what was expected before');
  });

  test('but with the sentence before it that tells what became of it', () => {
    const [now, once] = [
      'Home Depot now expects comparable sales to fall 1%.',
      'Home Depot had said in August that it expected 2% growth.',
    ];
    expect(quotationsIn([[now, once]], '').map(({ text }) => text)).toEqual([now, `${now} ${once}`]);
    expect(quotationsIn([[once]], 'Home Depot cuts its outlook')).toEqual([]);
  });
});

describe('a figure that has its measure stands by itself', () => {
  test.each([
    'Pfizer’s third-quarter revenue fell 6% to $16.7 billion as sales of Paxlovid dropped 55%.',
    'Nvidia forecast fourth-quarter revenue of $65 billion, plus or minus 2%.',
    'Intel lost $3 billion in the quarter.',
    'Tesla earned $1.4 billion, or 39 cents a share.',
    'Apple fell 3% on Tuesday.',
    'Nvidia added 2.1%, and AMD lost 0.8%.',
    'Ford made $2.4 billion in the third quarter.',
    'The Dow Jones Industrial Average added 498 points.',
    'Inflation was 2.6% in October.',
    'Gold added $12.40 on Friday and reached $4,388.40 an ounce.',
    'The IMF expects growth of 3.1% for 2027.',
    'The Federal Reserve cut its rate by 25 basis points, not 50.',
    'The Fed expects two cuts in 2027 of 25 basis points each.',
    'Employers added 119,000 jobs in September.',
    'Disney owns 67% of Hulu.',
    'Pfizer paid $43 billion for Seagen in 2023.',
    'Tesla delivered 12,000 Cybertrucks in the quarter.',
    'Tesla sold 481k of its Model 3s and Model Ys.',
    'Home Depot reported adjusted earnings per share of $3.71, compared with $3.81 that analysts expected.',
    'Microsoft returned $10.9 billion to shareholders in the first quarter.',
    'Alphabet has $95.7 billion in cash.',
    'Uber reported EPS of $1.20.',
    'McDonald’s is up 4% this year.',
    'Lowe’s fell 2.1% in sympathy.',
    'AT&T was at $23.10 at midday on Friday.',
    'Microsoft’s cloud revenue grew by more than it had forecast.',
    'Target had forecast growth of its sales but now expects a fall of 1%.',
  ])('%s', (sentence) => {
    expect(leansOn(sentence)).toBeNull();
  });
});
