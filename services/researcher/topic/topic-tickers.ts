import { knownName, namedTopic } from './known-name.ts';
import { mentionedTickers } from './mentioned-tickers.ts';
import { readTopic } from './topic.ts';

/**
 * The symbols of a topic that somebody asked for: of what people hold and of the reference set, so that what is read before anybody holds
 * it is found by who holds it later. Of other words in capitals nobody knows whether they are symbols.
 */
export function topicTickers(topic: string, held: readonly string[]): string[] {
  const known = readTopic(namedTopic(topic)).tickers.filter((symbol) => knownName(symbol) !== undefined);
  return [...new Set([...mentionedTickers(topic, held), ...known])];
}
