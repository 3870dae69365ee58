// A test of a publishing system, a draft, an embargoed release and a text that nobody checked were quoted as news.
import { describe, expect, test } from '@jest/globals';
import { whySetAside } from '../../../../shared/agents/research/set-aside.ts';
import { ownDay } from '../../../../shared/knowledge/own-day.ts';
import { whyAside } from '../../../../shared/knowledge/why-aside.ts';

const SAID = 'Kroger (KR) reported revenue of $33.9 billion for the third quarter.';
const published = '2026-11-18';
const above = (line: string) => whySetAside({ title: 'Kroger reports', text: `${line}\n\n${SAID}`, published });
const below = (line: string) => whySetAside({ title: 'Kroger reports', text: `${SAID}\n\n${line}`, published });
const titled = (title: string) => whySetAside({ title, text: SAID, published });

describe('not meant to be read yet', () => {
  test.each([
    ...['This is a test article. Please ignore.', 'This is only a test of our publishing system.', 'Please ignore.'],
    ...['Test story, do not publish.', 'Draft - not for distribution', 'Draft', 'This is still a draft of the story.'],
    ...['Embargoed until December 1, 2026. Not for release.', 'Strictly embargoed: not for release before December 2.'],
    ...['FOR INTERNAL USE ONLY. NOT FOR PUBLICATION.', 'Hold for release until the earnings are out.', 'EMBARGOED'],
    ...['Template: replace [COMPANY] and [FIGURE] before sending.', '[COMPANY NAME] today announced its results.'],
    ...['Lorem ipsum dolor sit amet, consectetur adipiscing elit.', 'This is placeholder text. Final copy to come.'],
    ...[
      'Revenue rose XX% to $XX billion.',
      'Revenue of {{company}} rose.',
      'The story was pre-written. This story was pre-written.',
    ],
    ...[
      'Dummy article for the staging site.',
      'Staging environment: nothing to see.',
      'Testing, testing, one two three.',
    ],
    ...['Note to reviewers: the figures above are placeholders until legal signs off.', 'All numbers are still TBC.'],
    ...['The figures in this table are to be confirmed.', 'Internal note to legal: see the third line.'],
    ...['Do not share or publish before the official announcement.', 'Headline TK. Body TK.'],
    ...['This article was prepared in advance and will be updated when the company reports.'],
  ])('%s', (line) => {
    expect([above(line), below(line)]).toEqual(['unpublished', 'unpublished']);
  });

  test.each([
    '[TEST] Kroger headline goes here',
    'TEST: Kroger',
    'DRAFT - NOT FOR PUBLICATION: Kroger',
    'Kroger - draft v2',
  ])('by its title: %s', (title) => {
    expect(titled(title)).toBe('unpublished');
  });

  test.each([
    ...[
      'Embargoed until 8:30 a.m. (ET) Wednesday, November 18, 2026',
      'Embargoed until 8:30 a.m. ET',
      'For immediate release',
    ],
    ...[
      'FOR RELEASE: 4:05 p.m. Eastern, November 17, 2026',
      'Not for release before November 18, 2026.',
      'Not for release to UK media.',
    ],
    ...['Not for distribution in the United States, Canada, Australia or Japan, where that would break the law.'],
    ...['NOT FOR DISTRIBUTION TO U.S. NEWSWIRE SERVICES OR FOR DISSEMINATION IN THE UNITED STATES'],
    ...['The United States put an embargo on tomatoes.', 'A draft of the settlement was filed with the court.'],
    ...[
      'This is a test for the new chief executive, analysts said.',
      'Kroger passed a stress test of its pension fund.',
    ],
    ...[
      'Internal documents marked “not for publication” showed the deal.',
      '“[Kroger] is doing well,” an analyst said.',
    ],
    ...['This is a developing story. Please check back for updates.', 'See [DATE](https://www.kroger.test/date).'],
  ])('what companies and authorities say is not lost: %s', (line) => {
    expect([above(line), below(line)]).toEqual([null, null]);
  });

  test.each([
    ...['Kroger tests drones', 'A test for Kroger: can it grow?', 'Draft rule on groceries would help Kroger'],
    ...['Test: which store is cheapest?', 'Kroger in the NFL draft: a sponsor’s view'],
  ])('nor by a title such as %s', (title) => {
    expect(titled(title)).toBeNull();
  });
});

describe('an embargo', () => {
  const CPI = [
    'Transmission of material in this release is embargoed until                  USDL-26-1684',
    '8:30 a.m. (ET) Friday, November 13, 2026',
  ].join('\n');
  const read = (line: string, readAt: string, day?: string) =>
    whySetAside({ title: 'Prices', text: `${line}\n\nConsumer prices rose 0.2% in October.`, published: day, readAt });

  test.each([
    CPI,
    CPI.replace('\n', ' '),
    'EMBARGOED FOR RELEASE AT 8:30 A.M. EST, Friday, November 13, 2026',
    'Embargoed until 13 November',
    'Strictly embargoed: not for release before November 13, 2026.',
    'Hold for release until November 13, 2026.',
  ])(
    'whose day and hour have passed when its page is read, and whose page has no day, holds nothing back: %s',
    (line) => {
      expect(read(line, '2026-11-22T09:00:00Z')).toBeNull();
      expect(read(line, '2026-11-12T23:00:00Z')).toBe('unpublished');
    },
  );

  test.each([
    ['8:30 a.m. (ET) Friday, November 13, 2026', '2026-11-13T13:29:00Z', 'unpublished'],
    ['8:30 a.m. (ET) Friday, November 13, 2026', '2026-11-13T13:30:00Z', null],
    ['4:05 p.m. PT on November 13, 2026', '2026-11-14T00:04:00Z', 'unpublished'],
    ['4:05 p.m. PT on November 13, 2026', '2026-11-14T00:05:00Z', null],
    ['07:00 GMT, 13 November 2026', '2026-11-13T07:00:00Z', null],
    ['07:00 GMT, 13 November 2026', '2026-11-13T06:59:00Z', 'unpublished'],
  ])('until %s, read at %s', (until, readAt, why) => {
    expect(read(`Embargoed until ${until}`, readAt)).toBe(why);
  });

  test('holds back a page of its own day that is read on the day before, and on that day none', () => {
    expect(read(CPI, '2026-11-12T20:00:00Z', '2026-11-13')).toBe('unpublished');
    expect(read(CPI, '2026-11-13T08:00:00Z', '2026-11-13')).toBeNull();
  });

  test('of around New Year is of the year nearest to when it is read', () => {
    expect(read('Embargoed until December 20', '2027-01-05T09:00:00Z')).toBeNull();
    expect(read('Embargoed until January 5', '2026-12-30T09:00:00Z')).toBe('unpublished');
  });

  test('that has ended makes nothing else of a draft', () => {
    expect(read(`${CPI}\n\nDraft - not for distribution`, '2026-11-22T09:00:00Z')).toBe('unpublished');
  });

  test('is judged alike by who reads a page and by what stores it', () => {
    const content = `<html><body><main><pre>${CPI}\n\nConsumer prices rose 0.2% in October.</pre></main></body></html>`;
    const document = { url: 'https://www.cpi.test/', title: 'Prices', contentType: 'text/html' as const, content };
    const stored = (now: string) => whyAside({ ...document, sources: [] }, CPI, new Date(now));
    expect(stored('2026-11-22T09:00:00Z')).toBeNull();
    expect(stored('2026-11-12T09:00:00Z')).toBe('unpublished');
    expect(ownDay(document)).toBe('2026-11-13');
  });
});

describe('checked by nobody', () => {
  test.each([
    'This summary was generated by artificial intelligence and has not been checked by an editor. It may contain errors.',
    ...['This article was written by an AI and no person has reviewed it.', 'Generated by ChatGPT.'],
    'This text was automatically generated by a large language model and may contain mistakes.',
    ...['We have not verified the figures in this post.', 'None of this has been fact-checked.'],
    ...[
      'The content was produced by AI without human review.',
      'Our robot wrote this story, and no editor looked at it.',
    ],
    'AI-generated content. Please verify the facts with other sources.',
  ])('%s', (line) => {
    expect([above(line), below(line)]).toEqual(['unchecked', 'unchecked']);
  });

  test.each([
    'This article was written with the help of AI and reviewed by an editor.',
    'This article was generated by AI. It was reviewed by an editor.',
    'This story was generated by Automated Insights using data from Zacks Investment Research.',
    ...['The takeaways were generated by AI.', 'Images on this page were generated by AI.'],
    ...[
      'The consolidated statements are unaudited.',
      'UNAUDITED CONDENSED STATEMENTS OF OPERATIONS',
      '(in millions, unaudited)',
    ],
    'This content has not been reviewed or endorsed by any of the banks named.',
    'Except for the headline, this story has not been edited by our staff and is published from a syndicated feed.',
    'The Securities and Exchange Commission has not approved or disapproved these securities.',
    'The company’s chatbot may make mistakes, it warned shoppers.',
  ])('but not %s', (line) => {
    expect([above(line), below(line)]).toEqual([null, null]);
  });
});
