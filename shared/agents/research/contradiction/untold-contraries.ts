import { sentencesIn } from '../../../knowledge/sentences-in.ts';
import type { Passage } from '../../grounding/passages.ts';
import { areContrary, toldBy } from './contradicts.ts';

/** `[1]` behind what rests on that passage. */
const MARKS = /\[([1-9])\]/gu;

/**
 * What a text cites and another passage contradicts that it does not cite, for whoever wrote it.
 *
 * @param passages by their numbers, from 1 on
 */
export function untoldContraries(body: string, passages: readonly Passage[]): string[] {
  const numbersIn = (text: string) => [...text.matchAll(MARKS)].map(([, number]) => Number(number));
  const cited = new Set(numbersIn(body));
  const others = passages.flatMap(({ text, date }, at) => {
    if (cited.has(at + 1) || date === undefined) return [];
    return [{ number: at + 1, told: text.split('\n').flatMap((line) => toldBy({ text: line, day: date })) }];
  });
  const cites = body.split('\n').flatMap((line) => sentencesIn(line.trim()).flatMap((sentence) => {
    const [number] = numbersIn(sentence);
    const day = passages[(number ?? 0) - 1]?.date;
    if (number === undefined || day === undefined) return [];
    const words = /“([^”]+)”/u.exec(sentence)?.[1] ?? sentence.replace(MARKS, '').replace(/\s+(?=[.!?]$)/u, '');
    return [{ number, told: toldBy({ text: words, day }) }];
  })); // prettier-ignore
  return cites.flatMap(({ number, told }) =>
    others
      .filter((other) => areContrary(told, other.told))
      .map((other) => `[${other.number}] contradicts what is told with [${number}]: tell both and that they differ, or neither`),
  ); // prettier-ignore
}
