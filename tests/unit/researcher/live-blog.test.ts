// A page that goes on all day tells of one thing at several hours: side by side and without them they contradict each other.
import { describe, expect, test } from '@jest/globals';
import { narrateNote } from '../../../services/researcher/note/narrate-note.ts';
import { framesOf } from '../../../shared/agents/research/framing/framing.ts';
import { entryTimes, latestTime } from '../../../shared/agents/research/framing/entry-times.ts';
import { areContrary, toldBy } from '../../../shared/agents/research/contradiction/contradicts.ts';
import { framedText } from '../../../shared/knowledge/framed-text.ts';
import { prepareDocuments } from '../../../shared/knowledge/prepare-document.ts';
import { notePrompt } from '../../../shared/prompts/researcher.ts';
import { ingestDocument } from '../../../shared/schemas/knowledge.ts';

const LIVE = [
  '# Markets live: chip stocks',
  '## 16:05',
  'AMD (AMD) closed 2% lower at $214.',
  '## 11:20 a.m. ET',
  'AMD rose 3% after a broker raised its rating. AMD traded at $224 in New York.',
  '## 09:31',
  'AMD opened 1% higher at $220.',
].join('\n\n');

const pointsOf = (text: string) =>
  narrateNote(
    notePrompt({
      topic: 'AMD',
      asOf: '2026-11-20',
      pages: [{ page: 1, title: 'Markets live: chip stocks', host: 'example.com', published: '2026-11-19', text }],
    }).input,
  ).points.map((point) => point.text);

const passagesOf = (content: string) =>
  prepareDocuments(
    [
      ingestDocument.parse({
        url: 'https://www.example.org/live',
        title: 'Markets live: chip stocks',
        kind: 'article',
        contentType: 'text/markdown',
        content,
        published: '2026-11-19',
      }),
    ],
    new Date('2026-11-20T12:00:00Z'),
  ).flatMap(({ chunks }) => chunks.map(framedText));

describe('a live blog', () => {
  test('is quoted with the hour of each sentence', () => {
    const points = pointsOf(LIVE);
    expect(points).toContain('“16:05: AMD (AMD) closed 2% lower at $214.”');
    expect(points).toContain('“11:20 a.m. ET: AMD traded at $224 in New York.”');
    expect(points).toContain('“09:31: AMD opened 1% higher at $220.”');
  });

  test('is quoted with the hour where it begins a paragraph, or stands alone in one', () => {
    expect(pointsOf('16:05 – AMD closed 2% lower at $214. AMD traded 3% more shares than usual.\n\n**9:31 a.m.**\n\nAMD opened 1% higher at $220.')).toEqual([
      '“16:05 – AMD closed 2% lower at $214.”',
      '“16:05: AMD traded 3% more shares than usual.”',
      '“9:31 a.m.: AMD opened 1% higher at $220.”',
    ]);
  }); // prettier-ignore

  test('is found to contradict another page by its words still', () => {
    const told = (text: string) => toldBy({ text, day: '2026-11-19' });
    expect(areContrary(told('16:05: AMD closed at $214.'), told('AMD closed at $230.'))).toBe(true);
  });

  test('is quoted from a passage of the latest entry only, for no passage has the others', () => {
    const quotable = passagesOf(LIVE).flatMap((text) => {
      const frames = framesOf(text, { title: 'Markets live: chip stocks', written: '2026-11-19' });
      return text.split('\n').filter((line, at) => !line.endsWith(':') && frames[at]?.every((frame) => frame === null));
    });
    expect(quotable).toEqual(['AMD (AMD) closed 2% lower at $214.']);
  });
});

describe('the times of entries', () => {
  test.each([
    ['one time alone', ['16:05', 'AMD closed at $214.']],
    ['a ratio or a score', ['The split of 4:1', 'The Fed voted 10:2 to cut.']],
    ['a meeting that a sentence tells of', ['At 9:30 a.m. traders met.', 'At 4 p.m. the market closed.']],
  ])('are none of %s', (_what, texts) => {
    expect(entryTimes(texts.map((text) => ({ text }))).join('')).toBe('');
  });

  test('end at a heading of the same level, and not at one below it', () => {
    const parts = [
      { text: '16:05', level: 2 },
      { text: 'Chips', level: 3 },
      { text: 'AMD closed at $214.' },
      { text: '9:31 am', level: 2 },
      { text: 'AMD opened at $220.' },
      { text: 'About this page', level: 2 },
      { text: 'It is updated every day.' },
    ];
    expect(entryTimes(parts)).toEqual(['16:05', '16:05', '16:05', '9:31 am', '9:31 am', '', '']);
  });

  test('are compared by the clock, and not by their words', () => {
    expect(latestTime(['9:31 am', '4:05 p.m. ET', '11:20', ''])).toBe('4:05 p.m. ET');
    expect(latestTime(['12:05 am', '9 am'])).toBe('9 am');
  });
});
