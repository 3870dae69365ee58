// What the heading, the signature, who speaks or the next sentence makes somebody's claim is not quoted as what a page reports, and what only stands
// near such words still is.
import { describe, expect, test } from '@jest/globals';
import { framesOf, withoutFramed } from '../../../../shared/agents/research/framing/framing.ts';
import { chunkLimits } from '../../../../shared/knowledge/chunk.ts';
import { estimateTokens } from '../../../../shared/knowledge/estimate-tokens.ts';
import { framedText } from '../../../../shared/knowledge/framed-text.ts';
import { prepareDocuments } from '../../../../shared/knowledge/prepare-document.ts';
import { ingestDocument } from '../../../../shared/schemas/knowledge.ts';

const CLAIM = 'Nike (NKE) closed 140 shops in October 2026.';
const isQuoted = (text: string, title = 'Nike in October'): boolean => {
  const lines = text.replaceAll('CLAIM', CLAIM).split('\n');
  const frames = framesOf(lines.join('\n'), { title, written: '2026-11-18' });
  return lines.some((line, at) => line.includes(CLAIM) && frames[at]?.[0] === null);
};
const below = (heading: string): string => `## ${heading}\n\nCLAIM`;

describe('a heading that names an interested voice makes what is below it theirs', () => {
  test.each([
    ...['Allegations', 'The short seller’s case', 'What critics say', 'Letter to the editor', 'What the activist says'],
    ...['The opponents’ arguments', 'In the words of the short sellers', 'What the lawsuit says', 'The union’s view'],
    ...['The plaintiffs’ version', 'Accusations against the company', 'An open letter to the board', 'On social media'],
    ...['The whistleblower’s account', 'Elliott’s case against Nike', 'According to Muddy Grizzly Research'],
    ...[
      'A former employee speaks',
      'Readers say',
      'What Muddy Grizzly alleges',
      'The prosecution’s opening',
      'Seen on X',
    ],
    'Complaints from workers',
  ])('%s', (heading) => {
    expect(isQuoted(below(heading))).toBe(false);
    // A passage of a document has its heading as a line of its own.
    expect(isQuoted(`${heading}:\nCLAIM`)).toBe(false);
  });

  test.each([
    ...['Analysts', 'What investors should know', 'Letter to shareholders', 'A letter to our owners', 'SEC filings'],
    ...['Legal proceedings', 'Short interest', 'Nike’s case for smaller shops', 'Activist investor wins two seats'],
    ...[
      'Short sellers lose $4 billion on Nike',
      'Union approves contract',
      'Insurance claims',
      'Restructuring charges',
    ],
    ...[
      'What the filing says',
      'What Nike said',
      'Jobless claims',
      'Critics praise new shoe',
      'Judge dismisses lawsuit',
    ],
    ...['According to the company', 'On the social network', 'Shareholder letter', 'A word from the chief executive'],
    ...['Nike settles with plaintiffs', 'Former employees win $5 million', 'Rivals', 'Lawsuits', 'Press release'],
  ])('but not below: %s', (heading) => {
    expect(isQuoted(below(heading))).toBe(true);
  });

  test('and a page that is such a letter is one', () => {
    expect(isQuoted('CLAIM', 'Letter to the editor: Nike and its shops')).toBe(false);
    expect(isQuoted('CLAIM', 'Letter to shareholders')).toBe(true);
    expect(isQuoted('CLAIM', 'Short seller says Nike closed shops')).toBe(true);
  });
});

describe('a greeting or a signature says whose words they are', () => {
  test.each([
    ...['Dear editor,\n\nCLAIM\n\nYours, an angry reader', 'Sir,\n\nCLAIM\n\nJ. Doe, Ohio'],
    'To the Board of Directors of Nike:\n\nThe board should know this.\n\nCLAIM\n\nSincerely,\n\nBig Grizzly Capital',
    ...['CLAIM\n\nYours faithfully,\nA. Reader, Boston', '> CLAIM\n\n> — Dan Short, Grizzly Research'],
    ...[
      '> CLAIM\n\n> — Bob Lee',
      'CLAIM\n\n— user “shoefan” on a message board',
      '“CLAIM”\n\n— the plaintiffs’ lawyer',
    ],
    ...['CLAIM\n— Bob Lee, Bob & Sons', '“CLAIM”\n\n— Post on X, since deleted', '> CLAIM\n\nA user on Reddit'],
    '> CLAIM\n\nPosted by u/wallstreet in r/stocks',
    ...[
      'CLAIM (Source: an anonymous post on X)',
      'Nike (NKE) is doing well.\nMuddy Grizzly, a short seller\nDear Sirs:\nCLAIM',
    ],
  ])('%s', (text) => {
    expect(isQuoted(text)).toBe(false);
  });

  test.each([
    ...['Dear shareholders,\n\nCLAIM\n\nSincerely,\n\nElliott Hill, Chief Executive Officer', 'CLAIM\n\nSource: Nike'],
    ...['CLAIM\n\n— Reporting by Ann Lee in New York; editing by Bob Ray', 'CLAIM\n\n— Ann Lee', '- CLAIM'],
    ...['CLAIM\n\n—With assistance from Joe Doe.', 'Dear editor,\n\nIt was good.\n\nYours, a reader\n\nCLAIM'],
    'CLAIM\n\nSincerely,\n\nElliott Hill, Chief Executive Officer',
  ])('but not: %s', (text) => {
    expect(isQuoted(text)).toBe(true);
  });
});

describe('a name and a place below several paragraphs sign all of them', () => {
  const MORE = 'The shops in Ohio and Maine were the last ones there.';

  test.each([
    `CLAIM\n\n${MORE}\n\nI was in one of them on its last day.\n\n— Ann Lee, Boston`,
    `CLAIM\n\nYour article on shoes says nothing of it.\n\n— Ann Lee, Boston`,
    `CLAIM\n\n${MORE}\n\n— Ann Lee, Boston\n\nAdidas is no better.\n\n${MORE}\n\n— Bob Ray, Ohio`,
    `## Shoes\n\nCLAIM\n\n${MORE}\n\n-- Ann Lee, Boston\n\n## Banks\n\nRates are high.\n\n-- Bob Ray, Ohio`,
    // The dash in a line of its own.
    `CLAIM\n\n—\n\nAnn Lee, Boston`,
    // A motto above the text.
    ...[`CLAIM\n\n— Ann Lee\n\n${MORE}`, `CLAIM\n\n— Ann Lee, Boston\n\n${MORE}`],
  ])('%s', (text) => {
    expect(isQuoted(text)).toBe(false);
  });

  test.each([
    // Who wrote the page, and each of its reporters.
    ...[`${MORE}\n\nCLAIM\n\n— Ann Lee`, `CLAIM\n\n${MORE}\n\n— Ann Lee, Boston`],
    `## 9:31 am\n\nCLAIM\n\n— Ann Lee\n\n## 10:15 am\n\nAdidas opened 12 shops.\n\n— Bob Ray`,
    `CLAIM\n\n— Ann Lee\n\nAdidas opened 12 shops.\n\n— Bob Ray`,
    `CLAIM\n\n---\n\nAnn Lee, Boston`,
    // What stands behind a letter, or above it.
    `## Letters\n\nI was there.\n\n— Ann Lee, Boston\n\n## News\n\nCLAIM`,
    `CLAIM\n\n## Letters\n\nI was there.\n\n— Ann Lee, Boston`,
    `“I never saw so many shoes.”\n\n— Ann Lee, Boston\n\nCLAIM`,
    `CLAIM\n\nThe chief executive said: “I am sorry for my team.”\n\n— Reporting by Ann Lee, Boston`,
  ])('but not: %s', (text) => {
    expect(isQuoted(text)).toBe(true);
  });
});

describe('in a letter or a talk of several passages each is known as a part of it', () => {
  const LONG = Array.from({ length: 24 }, (_, at) => `The shop in town number ${at} was loved by all who live near it and buy their shoes there.`); // prettier-ignore
  const AFTER = 'Adidas (ADDYY) opened 12 shops in October 2026.';
  const passages = (content: string, title = 'Shops in October') => {
    const [document] = prepareDocuments([
      ingestDocument.parse({
        ...{ url: 'https://example.com/shops', title, kind: 'article', contentType: 'text/markdown', content },
        ...{ fetched: '2026-11-19T09:00:00Z', published: '2026-11-18' },
      }),
    ]);
    return (document?.chunks ?? []).map(framedText);
  };
  const quoted = (content: string, title?: string) =>
    passages(content, title)
      .map((text) => withoutFramed(text, { title: title ?? 'Shops in October', written: '2026-11-18' }))
      .join('\n');

  test.each([
    ['a letter with a greeting', 'Dear editor,', 'Yours, an angry reader'],
    ['a letter to a board', 'To the Board of Directors of Nike:', 'Sincerely,\n\nBig Grizzly Capital'],
    ['a letter that only its end tells', 'My town is sad.', '— Ann Lee, Boston'],
    ['a talk', 'Operator: Welcome.\n\nRandal Konik, analyst', 'Elliott Hill, Chief Executive Officer\n\nThank you.'],
  ])('%s', (_what, begins, ends) => {
    for (const at of [6, 15, 23]) {
      const content = [begins, ...LONG.slice(0, at), CLAIM, ...LONG.slice(at), ends, '## News', AFTER].join('\n\n');
      expect(passages(content).length).toBeGreaterThan(2);
      expect(quoted(content)).not.toContain(CLAIM);
      expect(quoted(content)).toContain(AFTER);
    }
  });

  test('and what stands behind it is the page’s own again', () => {
    const content = ['Dear editor,', ...LONG, 'Yours, an angry reader', ...LONG.slice(0, 6), CLAIM].join('\n\n');
    expect(quoted(content)).toContain(CLAIM);
    const talk = [
      'Operator: Welcome.',
      'Randal Konik, analyst',
      ...LONG,
      'Elliott Hill, Chief Executive Officer',
      CLAIM,
    ];
    expect(quoted(talk.join('\n\n'))).toContain(CLAIM);
  });

  test.each([
    ['Dear shareholders,', 'Sincerely,\n\nElliott Hill, Chief Executive Officer'],
    ['Operator: Welcome.\n\nElliott Hill, Chief Executive Officer', 'Operator: Thank you.'],
    ['The year began well.', '— Ann Lee'],
  ])('but not below: %s', (begins, ends) => {
    expect(quoted([begins, ...LONG, CLAIM, ...LONG.slice(0, 3), ends].join('\n\n'))).toContain(CLAIM);
  });

  test('in passages that are no longer than others', () => {
    const texts = passages(['Dear editor,', ...LONG, 'Yours, an angry reader', ...LONG].join('\n\n'));
    expect(Math.max(...texts.map((text) => estimateTokens(text)))).toBeLessThanOrEqual(chunkLimits.text);
    expect(texts.filter((text) => text.startsWith('Dear editor,')).length).toBeGreaterThan(2);
  });
});

describe('what the next sentence takes back is not quoted', () => {
  test.each([
    ...[
      'Wrong!',
      'Nope.',
      'Not true.',
      'It was never true.',
      'The opposite is true.',
      'That is a myth.',
      'Or so its slides say.',
    ],
    ...['An earlier report put it so. In fact, it cut none.', 'No, Mike, that is not correct.', 'That is not so.'],
    ...[
      'Reuters could not verify this.',
      'The company has not commented, and the claim could not be independently confirmed.',
    ],
    ...[
      'The chain disputes the number.',
      'Nike disputes that.',
      'The company rejected the allegation.',
      'In fact, only 12 closed.',
    ],
    ...[
      'That, at least, is what the plaintiffs say.',
      'So says a report by a short seller.',
      'Except that it did not.',
    ],
    ...[
      'We found no evidence for this.',
      'Nike’s own filings do not bear this out.',
      'Or so it was claimed on Tuesday.',
    ],
    ...[
      'The Associated Press has not been able to confirm the report.',
      'CNBC could not independently verify the figure.',
    ],
    ...['So it was said all week. Not a single shop was closed.', 'Actually, it opened 12 and closed none.'],
    ...[
      'This is the claim of a short seller who profits when the stock falls.',
      'No such closures took place, its filing shows.',
    ],
    ...['It later turned out that this was a misreading of a table.', 'Nike’s spokeswoman: “Completely false.”'],
    ...[
      'None of that holds up.',
      'There is just one problem: it never happened.',
      'Don’t believe it.',
      'It was, in fact, 14.',
    ],
    ...[
      'The report was later withdrawn.',
      'Nike called the figure “pure invention”.',
      'Whether that is so is unclear.',
    ],
    ...['Bloomberg has not seen the document.', 'At least that is what TikTok says.', 'Snopes rates this false.'],
    ...['The source of that figure is a post by an anonymous account.', '10:15 ET: That was an error of our system.'],
  ])('%s', (next) => {
    expect(isQuoted(`CLAIM ${next}`)).toBe(false);
    expect(isQuoted(`CLAIM\n\n${next}`)).toBe(false);
  });

  test.each([
    ...[
      'In fact, it was the most in any month since 2009.',
      'In fact, no other retailer closed as many.',
      'That was a mistake, Jefferies wrote.',
    ],
    ...[
      'Actually, the plan was announced in June.',
      'A spokesman confirmed the number on Wednesday.',
      'It later reopened three of them.',
    ],
    ...['Auditors could not verify the inventory of Foot Locker, a rival.', 'That is not good news for landlords.'],
    ...['The company is in a dispute with a landlord in Ohio about rent.', 'That is not all: it also cut 300 jobs.'],
    ...['No other retailer closed as many.', 'No jobs were lost, the company said.', 'Not all of them were its own.'],
    ...['Analysts who had expected fewer were wrong.', 'The court denied a motion by a landlord to stop it.'],
    ...['Shareholders rejected a proposal on pay at the annual meeting.', 'Critics of the plan say it comes too late.'],
    ...['That was the correct decision, Jefferies wrote.', 'At Adidas the opposite is true: it opened 30.'],
    ...['The company announced it in a post on X.', 'There is no evidence of a recession in its numbers.'],
    ...['Nike has not confirmed the date of its next report.', 'No such plan exists for Europe, it said.'],
    ...['So said the company in its report.', 'It is wrong to think that it is done, the chief executive said.'],
  ])('but not by: %s', (next) => {
    expect(isQuoted(`CLAIM ${next}`)).toBe(true);
    expect(isQuoted(`CLAIM\n\n${next}`)).toBe(true);
  });

  test('as far as the paragraph before', () => {
    expect(isQuoted('CLAIM\n\nIt paid a dividend.\n\nWrong!')).toBe(true);
    expect(isQuoted('CLAIM\n\nAdidas (ADDYY) opened 12. Wrong!')).toBe(true);
  });

  test('wherever the page is cut into passages', () => {
    const LATE =
      'Reuters could not verify this, though it asked the company, two landlords, four suppliers and a union about it on Wednesday and again on Thursday.';
    const more = Array.from({ length: 30 }, (_, at) => `Adidas opened shop ${at} in the year, it said in its report.`);
    for (const [at] of more.entries()) {
      const content = [...more.slice(0, at), CLAIM, LATE, ...more.slice(at)].join('\n\n');
      const [document] = prepareDocuments([
        ingestDocument.parse({
          url: 'https://example.com/shops',
          title: 'Shops in October',
          fetched: '2026-11-19T09:00:00Z',
          published: '2026-11-18',
          kind: 'article',
          contentType: 'text/markdown',
          content,
        }),
      ]);
      const chunks = document?.chunks ?? [];
      const read = chunks.map((chunk) =>
        withoutFramed(framedText(chunk), { title: 'Shops in October', written: '2026-11-18' }),
      );
      expect(chunks.length).toBeGreaterThan(1);
      expect(chunks.some(({ text }) => text.includes(CLAIM))).toBe(true);
      expect(read.join(' ')).not.toContain(CLAIM);
    }
  });

  test('or that editors have flagged', () => {
    expect(isQuoted('Nike (NKE) closed 140 shops in October 2026 \\[disputed – discuss\\].')).toBe(false);
  });
});

describe('in a talk only those speak as a company does who speak for one', () => {
  const TALK = 'Nike earnings call transcript';

  test.each([
    'Operator: Welcome.\n\nMike Mayo, analyst: CLAIM\n\nJeremy Barnum, CFO: Deposits rose.',
    'Randal Konik, Jefferies\n\nCLAIM\n\nElliott Hill, Chief Executive Officer\n\nThank you, Randal.',
    'John Kernan -- TD Cowen -- Analyst\n\nCLAIM\n\nMatthew Friend -- Chief Financial Officer\n\nThank you, John.',
    ...[
      'Host: You are on the air.\n\nCaller: CLAIM\n\nHost: Thank you.',
      'Sen. Elizabeth Roe: CLAIM',
      'Mike Mayo, analyst: CLAIM',
    ],
  ])('%s', (text) => {
    expect(isQuoted(text)).toBe(false);
  });

  test('by the list of those who take part', () => {
    const text =
      'Matthew Friend, Chief Financial Officer\n\nJohn Kernan, TD Cowen\n\nJohn Kernan: Hello.\n\nMatthew Friend: CLAIM';
    expect(isQuoted(text, TALK)).toBe(true);
    expect(isQuoted(text.replace('Matthew Friend:', 'John Kernan:'), TALK)).toBe(false);
  });

  test.each([
    'Operator: Welcome.\n\nMatthew Friend -- Chief Financial Officer\n\nCLAIM\n\nJohn Kernan -- TD Cowen -- Analyst\n\nThanks.',
    'Retail: Shops were busy.\n\nNike: CLAIM\n\nAdidas: The company opened 12 shops.',
    ...['Analyst ratings: Twelve of 20 analysts rate it a buy.\n\nCLAIM', 'Q: Did Nike close shops?\n\nA: CLAIM'],
  ])('but not: %s', (text) => {
    expect(isQuoted(text)).toBe(true);
  });
});
