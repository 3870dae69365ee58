import { embed } from './embed.ts';
import type { AskEmbeddings } from './embed.ts';

/** Always the same, never stored. */
const PROBE = 'The price of a bond falls when interest rates rise.';
/** Places of the vector that tell one model from another: with 384 there are some 10^15 sets of eight. */
const PLACES = 8;

/**
 * The vectors of texts, and what embedded them. An endpoint does not say which model is behind it, so one sentence is embedded with
 * each request, and the model is known by the answer to it: vectors of two models have the same width and do not compare.
 */
export async function embedAs(
  texts: readonly string[],
  ask?: AskEmbeddings,
): Promise<{ model: string; vectors: number[][] }> {
  const [probe = [], ...vectors] = await embed([PROBE, ...texts], ask);
  return { model: modelOf(probe), vectors };
}

/**
 * A model's name, from its vector of one sentence: the width, and the eight places that are largest, with their signs. What another
 * processor rounds otherwise does not change them.
 */
export function modelOf(probe: readonly number[]): string {
  const largest = probe
    .map((value, place) => ({ place, value }))
    .sort((one, other) => Math.abs(other.value) - Math.abs(one.value) || one.place - other.place)
    .slice(0, PLACES)
    .sort((one, other) => one.place - other.place);
  return `${probe.length}:${largest.map(({ place, value }) => `${value < 0 ? '-' : '+'}${place}`).join('')}`;
}
