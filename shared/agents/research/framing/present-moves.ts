import { everyMatch } from '../../every-match.ts';

/** A move or a return told in the simple present, with its figure: "gains 12%", "returns 8.9% a year", "climbs above $100". */
const MOVES =
  /(?<!'s )(?<!\b(?:to|can|may|might|could|would|will|should|must|not|['’]t|the|an?|its|of|price|pay|tax|rate|cost|by|with|and|or|sales?|job|dividend|profit|revenue|market|price|in|on|stock|bond|each|every) )\b(?:rises?|gains?|climbs?|jumps?|surges?|soars?|rallies|rally|advances?|grows?|returns?|adds?|doubles?|triples?|falls?|loses?|drops?|slides?|sinks?|slips?|tumbles?|plunges?|declines?|sheds?|beats?|trails?|outperforms?|underperforms?|reaches|hits?|recovers?|delivers?)\b(?! (?:cushion|risk)\b)[^.;:]{0,50}?(?:\d[\d.,]*\s?(?:%|per ?cent|percentage points?|points?|basis points?)|[$€£]\s?\d)/iu;
/** A time that has begun or is over. */
const TOLD =
  /\b(?:today|yesterday|overnight|tonight|now|currently|already|so far|to date|since|ago|earlier|after[- ]hours|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:this|last|past|previous) (?:morning|afternoon|evening|night|week|month)|(?:last|past|previous) (?:\p{L}+ |\d+ )?(?:quarters?|years?|days?|weeks?|months?|decades?)|(?:in|during|for|of|through|to) (?:early |late |mid-)?(?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:in|over|for|during) the (?:day|week|month|quarter|session)|(?:first|second|third|fourth)[- ]quarter|\d{1,2}:\d\d|[ap]\.m\.)\b/iu;
/** A time to come. */
const TO_COME =
  /\b(?:next|coming|upcoming|following|by (?:the )?(?:end|spring|summer|fall|autumn|winter|year)|in the (?:spring|summer|fall|autumn|winter)|over the (?:long|medium) (?:run|term)|ahead|from here)\b/iu;
/** A security or another name: of none the sentence is a rule, "if gold falls by 30%, such a portfolio loses 1.5 points". */
const NAMES = /\b\p{Lu}{2,5}\b|(?<=[\p{L},)] )\p{Lu}\p{L}+/u;
const YEAR = /(?<![\d.,$€£-])\b((?:19|20)\d\d)\b(?![\d,.]*\d|%)/gu;

/**
 * Whether a sentence tells a move of a market or a return in the simple present and of no time that has begun: a forecast is told so, a
 * model's result, a headline. As news it says when.
 *
 * @param written the day of the text, ISO
 */
export function movesWithoutTime(sentence: string, written: string): boolean {
  if (!MOVES.test(sentence)) return false;
  const years = everyMatch(YEAR, sentence).map(([, year = '']) => year);
  if (years.some((year) => year > written.slice(0, 4)) || TO_COME.test(sentence)) return true;
  return years.length === 0 && NAMES.test(sentence) && !TOLD.test(sentence);
}
