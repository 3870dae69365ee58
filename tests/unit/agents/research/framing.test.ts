// No sentence is quoted that its neighbours, the heading above it or its page's title suppose, deny or put in another year: by itself
// it would say what its page does not say.
import { describe, expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { framesOf, withoutFramed } from '../../../../shared/agents/research/framing/framing.ts';
import { fitting } from '../../../../shared/agents/research/fitting.ts';
import { pageTitle } from '../../../../shared/agents/research/page-title.ts';
import { framedText } from '../../../../shared/knowledge/framed-text.ts';
import { prepareDocuments } from '../../../../shared/knowledge/prepare-document.ts';
import { ingestDocument } from '../../../../shared/schemas/knowledge.ts';
import type { Fact } from '../../../../shared/schemas/fact.ts';
import { passageOf } from './passages.ts';

const written = '2026-11-20';
const left = (text: string, title = 'Bonds and gold in November') =>
  withoutFramed(text, { title, written })
    .split(/\s*\n\s*/u)
    .filter((line) => line !== '' && !line.startsWith('#'));
const HONEST = 'Bond funds took in $6 billion in the week to November 12.';

describe('what is only supposed is left out', () => {
  test.each([
    'Imagine that inflation returns to 6%. Bonds lose 11% in four months, and yields rise to 6.2%.',
    'Suppose the strike lasts until spring.\n\nCopper rises 40% to $15,000 a tonne.',
    'What if oil doubles? Shares of airlines fall by a third in a week.',
    'The bank drew up five scenarios for 2027. Gold falls to $2,900 an ounce in March.',
    'The model assumes a recession. Bond funds gain 9% by June.',
    'Bonds lose 11% in four months. It is the worst of five scenarios that the bank drew up.',
    'In a parallel universe Johnson & Johnson yields 12%.',
    'In a hypothetical in which inflation returned, gold would be at $9,000.',
    'In a world where rates double, bonds lose 30%.',
    'BND is on course to lose 7% this month, a model says.',
    'Gold doubles by May.\n\nNone of this has happened; it is a thought experiment.',
    'In the test these things happen, and let us assume they do:\n\n- Gold falls 30% in March.\n- Bonds gain 12% in April.',
  ])('%s', (text) => {
    expect(left(text).join(' ')).not.toMatch(/\d+%|\$|third|doubles by/u);
  });

  test('by a title or a heading, as far as that reaches', () => {
    expect(left('Bonds lose 11% in four months.', 'Bond scenarios for 2027')).toEqual([]);
    expect(left('Bonds lose 11% in four months.', 'A stress test for bond portfolios')).toEqual([]);
    expect(left(`## A hypothetical year\n\nBonds lose 11%.\n\n### March\n\nGold falls 30%.\n\n## This week\n\n${HONEST}`)).toEqual([HONEST]);
  }); // prettier-ignore
});

describe('a move in the simple present that tells no time is no news', () => {
  const MOVE = 'The Industrial Select Sector SPDR (XLI) gains 12% as factories reopen.';

  test.each([
    MOVE,
    'The Vanguard FTSE Europe ETF (VGK) returns 8.9% a year, and its dividend yield is 3.1%.',
    'The Vanguard Real Estate ETF (VNQ) beats the S&P 500 by 3 percentage points.',
    'The Vanguard Real Estate ETF (VNQ) climbs above $100 in the spring.',
    'Earnings of the sector grow 10% in 2027.',
  ])('%s', (text) => {
    expect(left(text)).toEqual([]);
  });

  test.each([
    'Nvidia (NVDA) shares rise 4% after hours on Wednesday.',
    'XLI gains 0.9% in the week to November 20.',
    'XLI gained 12% as factories reopened.',
    'The fund yields 4.3% and holds 11,400 bonds.',
    'It charges 0.03% a year.',
  ])('but this says when, or is no move: %s', (text) => {
    expect(left(text)).toEqual([text]);
  });
});

describe('nothing stands below a heading that is of times to come, of what somebody thinks, hears or asks', () => {
  const LEVEL = 'The dividend yield of VGK is 3.1%.';

  test.each([
    ...[
      'The year 2027',
      'Capital market assumptions',
      'The next 12 months',
      'Next year',
      'Expected returns',
      'Expected gains',
      'Projected returns',
      'Return assumptions',
      'Our call',
      'Our take',
      '12-month view',
      'Investment thesis',
      'Strategists’ best ideas',
      'Where rates are headed',
    ],
    ...[
      'Reader comments',
      'Comments (2)',
      '14 comments',
      'Unconfirmed reports',
      'Have your say',
      'Test your knowledge',
      'Market gossip',
      'What readers say',
    ],
  ])('%s', (heading) => {
    expect(left(`## ${heading}\n\n${LEVEL}\n\n## This week\n\n${HONEST}`)).toEqual([HONEST]);
  });

  test.each([
    'Our model gives this path for 2027.',
    'Consensus has the following for 2027.',
    'The following is false.',
    'True or false?',
    'How well do you know the fund? True or false?',
    'Here is what the scammers wrote:',
  ])('nor behind: %s', (lead) => {
    expect(
      left(`${lead}\n\n- ${LEVEL}\n- VGK was founded in 1991.\n\n## This week\n\n${HONEST}`).join(' '),
    ).not.toMatch(/VGK/u);
  });

  test.each([
    'Nvidia raises its guidance',
    'Inflation slows more than expected',
    'Funds and their holdings',
    'Bonds due 2031',
    'Fed cuts rates',
    'A target that was met',
  ])('but news is none of these: %s', (heading) => {
    expect(left(`## ${heading}\n\n${HONEST}`)).toEqual([HONEST]);
  });
});

test('what was so “back then” is nothing that is so now', () => {
  expect(left('Back then the Vanguard Small-Cap ETF (VB) traded at 12 times earnings.')).toEqual([]);
  expect(left('VB traded at 12 times earnings at the time.')).toEqual([]);
  expect(left('In those days VB yielded 2%.')).toEqual([]);
});

describe('what is denied or put right is left out', () => {
  test.each([
    'GLD stopped redemptions on Thursday. That is what a message shared 40,000 times claims; the sponsor said that it is false.',
    'Copper stocks fell to zero on Wednesday, the message also says. “Trading was halted,” another post on social media claimed.',
    '“The Federal Reserve will raise its rate to 6%,” a post claimed. The Federal Reserve said that the post was false.',
    'Last November, the consensus for copper was $8,700 a tonne. It was wrong by a quarter.',
    'Correction: an earlier version said that bond funds lost $12 billion.',
    'The fund froze withdrawals on Thursday. Its sponsor has denied it.',
    'Trading in gold was halted.\n\nThe report was untrue, the exchange said.',
    'Apple is rumoured to cut its dividend to $0.10 a share.',
  ])('%s', (text) => {
    expect(left(text)).toEqual([]);
  });

  test('by a title', () => {
    for (const title of ['Fact check: was gold trading halted?', 'Five myths about gold', 'Fed official denies report of rate rise', 'The gold rumour of Thursday']) {
      expect(left(HONEST, title)).toEqual([]);
    }
  }); // prettier-ignore
});

describe('what its own page puts right is left out', () => {
  const OTHER = 'Trading in New York was thin on Thursday.';

  test.each([
    ['MUB yielded 3.9% on Friday.', 'Correction, November 18: The fund’s yield was 3.4%, not 3.9%.'],
    ['Berkshire Hathaway (BRK.B) sold 41 million Apple shares.', 'Corrected to show that Berkshire Hathaway sold 14 million shares, not 41 million.'],
    ['Berkshire Hathaway sold $41bn of shares.', '(Corrects second paragraph to say $14 billion instead of $41 billion.)'],
    ['VTI fell 3.1% on Monday.', 'An earlier version of this article gave the wrong fall for VTI. It fell 1.3%.'],
    ['Gold fell 2.1% on Wednesday.', 'An earlier version of this story said gold fell 2.1 percent.'],
    ['Berkshire Hathaway (BRK.B) sold 41 million Apple shares in the third quarter.', '(This November 17 story has been corrected to say 14 million shares in paragraph 1)'],
    ['Revenue of its cloud unit rose 42% to $33.0 billion.', 'UPDATE: We originally reported growth of 42%. The number is 20.2%. We apologize for the error.'],
    ['4:20 pm Nvidia (NVDA) reported revenue of $75.0 billion.', '4:55 pm Correction to our 4:20 post: revenue was $57.0 billion, not $75.0 billion.'],
    ['The fund yielded 7.9% on Friday.', 'An earlier version of this story misstated the yield of the fund. It is 4.4%.'],
    ['VTI holds 4,200 stocks.', 'Clarification: VTI counts share classes of one company apart.'],
    ['VTI fell 3.1% on Monday.', 'This article has been corrected to show that VTI fell by 1.3%, not 3.1%.'],
    ['VTI fell 3.1% on Monday.', '## Corrections\n\nVTI fell 1.3% on Monday, not 3.1%.'],
  ])('%s', (wrong, correction) => {
    expect(left(`${wrong}\n\n${OTHER}\n\n${correction}`)).toEqual([OTHER]);
    expect(left(`${correction}\n\n## The day\n\n${wrong}\n\n${OTHER}`)).toEqual([OTHER]);
  }); // prettier-ignore

  test('and where a page does not tell what, nothing of it stands', () => {
    const text = `The fund yielded 3.9%.\n\n${OTHER}\n\nCorrection:`;
    // Where it says what is right, what says otherwise is out, and the rest stands.
    expect(left(`${text} The yield was 3.4%.`)).toEqual([OTHER]);
    expect(left(`${text} an error in the second paragraph was removed.`)).toEqual([]);
  });

  test('but a page that has been put right says what it says', () => {
    const right = 'MUB yielded 3.4% on Friday.';
    expect(left(`${right}\n\nCorrection: MUB yielded 3.4%, not 3.9%.`)).toEqual([right]);
    expect(left(`${right}\n\nCorrection: an earlier version of this article said 3.9%.`)).toEqual([right]);
  });

  test.each([
    'A correction is a fall of 10%.',
    'Correction territory is a fall of 10%.',
    'Corrected for inflation, gold is below its peak of 1980.',
    'An earlier version of the bill taxed funds.',
    'The report was revised.',
  ])('and the news that “%s” corrects nothing', (news) => {
    expect(left(`${OTHER}\n\n${news}`)).toContain(OTHER);
  });

  test.each([
    ['MUB yields 3.9%', 'Correction: the fund’s yield was 3.4%, not 3.9%.'],
    ['MUB yields 3.9%', 'Correction: MUB yields 3.4%.'],
    ['Bond funds slump', 'Correction: an earlier headline misstated the move.'],
  ])('nor is it called by a title that it puts right: %s', (title, correction) => {
    const titled = (text: string) =>
      pageTitle({ title, url: 'https://yields.test/1', text }, { own: new Set(['mub']) });
    expect(titled(`${OTHER}\n\n${correction}`)).toBe('yields.test');
    expect(titled(OTHER)).toBe(title);
    expect(titled(`${OTHER}\n\nCorrection: the name of the fund’s manager was misspelt.`)).toBe(title);
  });

  test('a passage knows of it, wherever on its page it stands', () => {
    const filler = Array.from({ length: 30 }, (_, at) => `<p>Fund number ${at} of the list took in ${at + 50} million dollars of new money in the week, its sponsor said.</p>`); // prettier-ignore
    const content = `<h1>Yields</h1><p>The iShares fund (MUB) yielded 3.9% on Friday.</p>${filler.join('')}<h2>Correction</h2><p>The fund’s yield was 3.4%, not 3.9%.</p>`;
    const [prepared] = prepareDocuments([ingestDocument.parse({ url: 'https://yields.test/1', title: 'Yields', kind: 'article', contentType: 'text/html', content })]); // prettier-ignore
    const chunks = prepared?.chunks ?? [];
    expect(chunks.length).toBeGreaterThan(3);
    const stands = chunks.flatMap((chunk) => left(framedText(chunk), 'Yields')).join(' ');
    expect(stands).not.toMatch(/3\.9%/u);
    expect(stands).toContain('Fund number 29');
  });
});

test.each([
  'An earlier version of this story misstated the duration of the fund. It is 5.8 years.',
  'An earlier version of this article misspelled the name of a trader.',
  'Correction: A photo caption was misattributed.',
])('a correction of another matter leaves what it is not about: %s', (correction) => {
  const told = ['BND rose 0.2% in the week to November 20.', 'The fund yielded 4.4% on Friday.'];
  expect(left([...told, correction].join('\n\n'))).toEqual(told);
});

describe('a correction of one figure hides nothing that its page says of another', () => {
  const YIELD = 'The SEC yield of Vanguard Total Bond Market ETF (BND) was 4.41% on November 17.';
  const FEE = 'BND charges 0.03% a year.';

  test.each([
    'Corrections & amplifications: an earlier version of this article misstated the return of BND in October as 2.1%.',
    'Correction: BND returned 1.2% in October, not 2.1%.',
    'An earlier version of this article misstated the return of BND in October.',
  ])('%s', (correction) => {
    expect(left(`${YIELD}\n\n${correction}`)).toEqual([YIELD]);
    expect(left(`${YIELD}\n\nBND returned 2.1% in October.\n\n${correction}`)).toEqual([YIELD]);
  });

  test('nor a page that has been put right, whatever the figure', () => {
    const right = 'BND returned 1.2% in October, its best month since June.';
    expect(left(`${right}\n\n${FEE}\n\nCorrection: an earlier version gave the return of BND as 2.1%.`)).toEqual([right, FEE]);
  });

  test('and what may be meant is in doubt: the same measure, or words that do not say which', () => {
    const wrong = 'BND returned 2.1% in October.';
    const meant = ['BND gained for a fifth month.', 'BND was among the best of its kind.'];
    expect(left([wrong, ...meant, YIELD, 'Correction: BND returned 1.2% in October, not 2.1%.'].join('\n\n'))).toEqual([YIELD]);
  });
}); // prettier-ignore

describe('what is of another year is left out', () => {
  test.each(['This week in 2013', 'From our archive: November 2011', 'Ten years ago', 'On this day', 'Gold in 2024'])(
    'under the heading “%s”',
    (heading) => {
      const text = `Gold closed at $4,120 on Friday.\n\n## ${heading}\n\nGold funds lost $4.1 billion in the week.\n\n## Flows\n\n${HONEST}`;
      expect(left(text)).toEqual(['Gold closed at $4,120 on Friday.', HONEST]);
      expect(left('Gold funds lost $4.1 billion in the week.', heading)).toEqual([]);
    },
  );

  test('where a story begins with its year', () => {
    expect(left('It was January 2013. Apple shares fell 12% in a day.').join(' ')).not.toContain('12%');
  });

  test.each([
    'It was January 2013.\n\nApple shares fell 12% in a day.',
    'It was January 2013.\n\nApple sold 47.8 million iPhones in the quarter.\n\nThe shares fell 12% on Thursday.',
    'Apple crashed in 2013.\n\nApple shares fell 12% in a day.',
    'On March 9, 2020, trading was halted.\n\nVTI fell 9.5% on Monday.',
    'In the 1970s inflation was high.\n\nGold rose 120% in a year.',
    'Ten years ago rates were low.\n\nBond funds gained 6%.',
    'In March a bank failed.\n\nVTI fell 9.5% in a week.',
    'Gold closed at $4,120 on Friday.\n\nIn 2013 that was different.\n\nGold funds lost $4.1 billion.',
  ])('of a page that came to tell of another time: %s', (text) => {
    const stands = left(text).join(' ');
    expect(stands).not.toMatch(/12%|47\.8|9\.5%|120%|6%|4\.1 billion/u);
  });

  test.each([
    ['another time is told', 'In 2022 bonds fell 13%.\n\nThis year they rose 3%.\n\nVTI gained 2.1%.', 'VTI gained 2.1%.'],
    ['a heading stands there', 'In 2022 bonds fell 13%.\n\n## Flows\n\nVTI gained 2.1%.', 'VTI gained 2.1%.'],
    ['the page told of now before', 'Gold rose on Friday. In 2013 it crashed.\n\nOn Friday, silver gained 2.1%.', 'On Friday, silver gained 2.1%.'],
    ['it says what is so', 'In 2001 VTI was launched.\n\nVTI holds 3,500 stocks.', 'VTI holds 3,500 stocks.'],
    ['something only dates from then', 'VTI was launched in 2001.\n\nVTI gained 2.1%.', 'VTI gained 2.1%.'],
    ['it is only compared with then', 'Gold had its best week since 2008.\n\nSilver gained 2.1%.', 'Silver gained 2.1%.'],
    ['it is told by the way', 'Gold rose on Friday, as it had in 2024.\n\nSilver gained 2.1%.', 'Silver gained 2.1%.'],
    ['the month is a recent one', 'In October a bank failed.\n\nVTI fell 2.1%.', 'VTI fell 2.1%.'],
  ])('but not where %s', (_why, text, sentence) => {
    expect(left(text)).toContain(sentence);
  }); // prettier-ignore

  test('in each passage of a page that is cut', () => {
    const story = Array.from({ length: 20 }, (_, at) => `Apple sold ${at + 20} million iPhones in the quarter, and its shares fell with those of its suppliers.`); // prettier-ignore
    const content = `## The miss\n\nIt was January 2013.\n\n${story.join('\n\n')}\n\n## Flows\n\n${HONEST}`;
    const [prepared] = prepareDocuments([ingestDocument.parse({ url: 'https://apple.test/1', title: 'Apple', kind: 'article', contentType: 'text/markdown', published: written, content })]); // prettier-ignore
    const chunks = prepared?.chunks ?? [];
    expect(chunks.length).toBeGreaterThan(3);
    expect(chunks[2]).toMatchObject({ frame: 'It was 2013.', text: expect.stringMatching(/^Apple sold/u) });
    expect(chunks.flatMap((chunk) => left(framedText(chunk), 'Apple')).join(' ')).not.toContain('iPhones');
    expect(chunks.at(-1)?.text).toBe(HONEST);
  });

  test('but not in those of a filing that tells of one year in one paragraph, and then how things are', () => {
    const now = [
      'Our network serves all 50 states. We own 15 regional distribution centers, each of which covers about 1.3 million square feet.',
      'We compete with national chains, hardware stores, online retailers and lumber yards. Our website and our app bring 12% of sales.',
      'Our shares are listed on the New York Stock Exchange. We pay dividends each quarter, and repurchase our own shares when our cash flow allows.',
      'Our private brands make up 18% of sales. We employ about 300,000 people, of whom 195,000 work full time, and none of them is covered by an agreement.',
      'We offer installation by independent contractors in all of our markets, and we extend protection plans for appliances, flooring and outdoor power equipment.',
      'Our credit facilities have covenants which we comply with. We have senior notes of $35 billion outstanding, at fixed rates between 1.3% and 6.9%.',
    ];
    const content = `## Item 7\n\nIn fiscal 2021 we opened 12 stores in Texas, and comparable sales increased 4.1%.\n\n${now.join('\n\n')}\n\nThe board has authorized the repurchase of $15 billion of shares, of which $10.9 billion remain.`;
    const [prepared] = prepareDocuments([ingestDocument.parse({ url: 'https://shop.test/10-k', title: 'Annual report', kind: 'filing', contentType: 'text/markdown', published: written, content })]); // prettier-ignore
    expect(prepared?.chunks.length).toBeGreaterThan(1);
    expect(prepared?.chunks.map(({ frame }) => frame)).not.toContain('It was 2021.');
    expect(left(content, 'Annual report').join(' ')).toContain('The board has authorized');
    // A remark by the way ends no story.
    expect(left('In 2008 a bank failed.\n\nThe lesson remains.\n\nShares fell 38% in a year.').join(' ')).not.toContain(
      '38%',
    );
  });

  test('after a sentence that begins with the year, but not what says of when it is itself', () => {
    expect(left('In 2021 copper set a record. Copper reached $10,700 a tonne in May.')).toEqual(['In 2021 copper set a record.']);
    expect(left('In 2022 bonds fell 13%. This year they rose 3%. A bond is a loan.').join(' ')).toMatch(/This year.*A bond is/u);
    expect(left('## Gold in 2024\n\nGold rose 27% in 2024.')).toEqual(['Gold rose 27% in 2024.']);
  }); // prettier-ignore
});

describe('what is expected, aimed at or made up is left out', () => {
  const EXPECTED = 'VWO returns 8% in the year to December.';
  const framing = ['Outlook', 'What we expect', 'Our forecast', 'Predictions for 2027', 'Price targets', 'Base case (60%)', 'The bear case', 'Bull case', 'Consensus estimates', 'Guidance', 'Looking ahead', 'Analyst expectations', 'Hypothetical portfolio', 'Backtest results', 'Worked example', 'Opinion', 'Q&A', 'If it misses', 'Earnings outlook for 2027', 'Fourth-quarter guidance', 'Where we see gold in a year', 'Analysts’ forecasts', 'Illustration: a retiree’s portfolio', 'Readers’ questions', 'Projections to 2030']; // prettier-ignore
  const innocent = ['Target-date funds', 'Target reports third-quarter sales', 'Inflation expectations', 'Outlook Money magazine', 'Stocks beat expectations', 'Nvidia raises its guidance', 'Bear market funds', 'Fund flows', 'IRS guidance on Roth catch-up', 'The Supreme Court case', 'By the numbers', 'What happened this week', 'Results', 'Life expectancy', 'Washington consensus', 'Gold', 'Second estimate of GDP', 'Estimated taxes', 'Fees and expenses', 'S&P cuts France’s outlook to negative', 'Forecasters were wrong: rates rose', 'Dividends', 'Analysts cut price targets after Target misses', 'Opinion Research Corporation survey', 'Key takeaways']; // prettier-ignore
  // As Markdown has it, in bold, and as a page has it that lost its marks.
  const below = (heading: string) => [`## ${heading}\n\n${EXPECTED}`, `**${heading}**\n\n${EXPECTED}`, `${heading}:\n${EXPECTED}`]; // prettier-ignore

  test.each(framing)('under the heading “%s”', (heading) => {
    for (const text of below(heading)) expect(left(text).join(' ')).not.toContain(EXPECTED);
  });

  test.each(innocent)('but not under “%s”', (heading) => {
    for (const text of below(heading)) expect(left(text).join(' ')).toContain(EXPECTED);
    expect(left(EXPECTED, heading)).toEqual([EXPECTED]);
  });

  test('a heading reaches to the next of its own level, and is not quoted itself', () => {
    const text = `## Outlook\n\n### Gold at $5,000 by May\n\nGold rises 20%.\n\n## The week\n\n${HONEST}`;
    expect(withoutFramed(text, { title: '', written })).not.toMatch(/\$5,000|20%/u);
    expect(left(text)).toEqual([HONEST]);
  });

  test.each([
    'We forecast the following for the coming twelve months.',
    'Here is what analysts expect.',
    'Analysts’ forecasts for the quarter are as follows.',
    'As an example, consider an investor who put $10,000 in SCHP in 2019.',
    'Our predictions for 2027 are these:',
    'Here are our price targets for the year ahead.',
    'The company gave the following guidance for the quarter.',
    '**Base case (60%):** the dollar weakens.',
    'Outlook.',
  ])('after “%s”', (lead) => {
    expect(left(`${lead} Rents rise 3%. ${EXPECTED}`)).toEqual([]);
    expect(left(`${lead}\n\n- Rents rise 3%.\n- ${EXPECTED}\n\n## The week\n\n${HONEST}`)).toEqual([HONEST]);
  });

  test.each([
    "The fund's ten largest holdings are as follows.",
    'Here is what happened on Thursday.',
    'The Fed expects inflation to cool, the minutes said.',
    'The following funds pay monthly.',
    'Analysts expected a fall.',
  ])('but not after “%s”', (lead) => {
    expect(left(`${lead} ${HONEST}`).join(' ')).toBe(`${lead} ${HONEST}`);
  });

  test('a title says it of a whole page, and one that announces what is ahead does not', () => {
    for (const title of ['Emerging markets: our views', 'Real estate funds: where we see them', 'Gold outlook', 'Ask the expert: Microsoft']) {
      expect(left(HONEST, title)).toEqual([]);
    }
    for (const title of ['Nvidia: what to watch', 'Week ahead: jobs and prices']) {
      expect(left(`# ${title}\n\n${HONEST}`, title)).toEqual([HONEST]);
    }
  }); // prettier-ignore

  test('a report keeps it out of each passage of a page', () => {
    const content = `<h1>Emerging markets</h1><p>VWO rose 2% in October.</p><h2>Bear case (15%)</h2><p>VWO loses 22%.</p><h2>Flows</h2><p>${HONEST}</p>`;
    const [prepared] = prepareDocuments([
      ingestDocument.parse({ url: 'https://views.test/1', title: 'Emerging markets', kind: 'article', contentType: 'text/html', content }),
    ]); // prettier-ignore
    expect((prepared?.chunks ?? []).flatMap((chunk) => left(framedText(chunk), 'Emerging markets'))).toEqual(['VWO rose 2% in October.', HONEST]);
  }); // prettier-ignore
});

describe('what was asked, or did not happen, is left out', () => {
  test.each([
    'Q: Microsoft lost money in the cloud last year. Its shares fell 30%.',
    '**Q: Is it right that Microsoft pays no dividend?**',
    'Had the Fed not cut rates in September, the 10-year yield would be above 5%.',
    'If the Fed had not cut rates, the 10-year yield would be above 5%.',
    'Microsoft shares would have gained 40% without the fall in April.',
    'Maria, 58, put $10,000 in SCHP. SCHP returned 7% a year.',
    'One retired teacher bought SCHP in 2019.\n\nSCHP returned 7% a year.',
    'Consider a 62-year-old teacher. SCHP returned 7% to her a year.',
  ])('%s', (text) => {
    expect(left(text).join('')).not.toMatch(/\p{L}/u);
  });

  test('but not the answer', () => {
    const answer = 'A: Microsoft’s cloud unit earned $44 billion in the fiscal year.';
    expect(left(`Q: Did Microsoft lose money in the cloud?\n\n${answer}`)).toEqual([answer]);
    expect(left('Rates would have to rise, the Fed had said.')).toEqual(['Rates would have to rise, the Fed had said.']);
  }); // prettier-ignore
});

test.each([
  ['US banks pass the stress test of the Federal Reserve', HONEST],
  ['Treasury yields at their highest since 2007', HONEST],
  ['Russell 2000 has its best week since May', HONEST],
  ['Jobless claims fall', 'Initial claims for unemployment fell to 214,000, and claims that were filed by mail rose.'],
  ['A car for the many', 'The new model shows a range of 300 miles, and sales of such models rose by 4%.'],
  ['Results for the year', 'The fund is supposed to track an index. It holds 11,000 bonds.'],
])('news like “%s” is none of these', (title, text) => {
  expect(left(text, title).join(' ')).toBe(text);
});

test('no honest sentence of the sample pages and of the labelled ones is lost', () => {
  const lost: string[] = [];
  const judge = (text: string): void => {
    if (framesOf(text, { title: '', written }).flat().some((frame) => frame !== null)) lost.push(text); // prettier-ignore
  };
  const strings = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
  };
  for (const name of ['reporting', 'market-news', 'plain']) {
    strings(JSON.parse(readFileSync(`tests/fixtures/research/${name}.json`, 'utf8'))).forEach(judge);
  }
  for (const file of readdirSync('examples/research').filter((name) => name.endsWith('.html'))) {
    for (const [, text = ''] of readFileSync(`examples/research/${file}`, 'utf8').matchAll(/<p>([\s\S]*?)<\/p>/gu)) {
      judge(text.replace(/<[^>]+>|\s+/gu, ' ').trim());
    }
  }
  expect(lost).toEqual([]);
});

test('a report keeps out what a heading frames, though a passage is read without its headings', () => {
  const [prepared] = prepareDocuments([
    ingestDocument.parse({
      ...{ url: 'https://metals.test/47', title: 'Gold: the week', published: written, kind: 'article' },
      ...{ contentType: 'text/markdown', content: `## This week\n\nGold closed at $4,120 an ounce on Friday.\n\n## This week in 2013\n\nGold funds lost $4.1 billion in the week.` },
    }),
  ]); // prettier-ignore
  const facts: Fact[] = [
    {
      ...{ name: 'allocation.assetClass.commodities.weight', label: 'Commodities', value: 0.5, unit: 'fraction' },
      ...{ asOf: written, how: 'value of commodities over the whole' },
    },
  ];
  const passages = (prepared?.chunks ?? []).map((chunk, at) =>
    passageOf({ id: String(at), document: 'a', ...chunk, title: 'Gold: the week', url: 'https://metals.test/47' }),
  );
  // Its frame is no word of the page at that place: a search gives it out by itself.
  expect(passages).toContainEqual(
    expect.objectContaining({ frame: 'This week in 2013:', text: 'Gold funds lost $4.1 billion in the week.' }),
  );
  expect(fitting(passages, facts).map(({ text }) => text)).toEqual(['Gold closed at $4,120 an ounce on Friday.']);
});

describe('a title with a word that also begins an old text or a supposition', () => {
  const SAID = 'Disney (DIS) reported revenue of $22.5 billion for the quarter.';
  const framed = (title: string) => framesOf(SAID, { title, written: '2026-11-19' })[0]?.[0] ?? null;

  test.each([
    ...['Archive sale lifts Disney revenue', 'Archives deal with Disney is done', 'Disney opens its archive to the public'],
    ...['Imagine Communications sells a unit to Disney', 'Disney signs Imagine Entertainment', 'Imagine Dragons tour lifts Disney'],
  ])('is a title like others: %s', (title) => {
    expect(framed(title)).toBeNull();
  }); // prettier-ignore

  test.each([
    ...['Archive: Disney in the third quarter', 'From our archives: Disney', 'Archive story: Disney and its parks'],
    ...['Imagine a Disney without parks', 'Imagine: Disney sells its parks'],
  ])('but not: %s', (title) => {
    expect(framed(title)).not.toBeNull();
  });
});
