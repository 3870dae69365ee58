import type { Context } from './context.ts';
import { plainTopics } from './cues.ts';
import type { CueName } from './cues.ts';
import type { Quantity } from './fact-index.ts';
import type { Figure } from './figure.ts';
import { isThing } from './subject-kinds.ts';

const ABOUT =
  '(?: (?:about|around|roughly|nearly|almost|just|only|some|over|under|well|more|less|than|fully|a|an|the|another|fewer|at|as|up|to))*';
/** Verbs that say of a thing how much of a whole it is; "up" and "out" in them are no rise. */
const MAKES =
  '(?:mak(?:e|es|ing) (?:up|out)|made (?:up|out)|tak(?:e|es|ing) up|took up|account(?:s|ed|ing)? for|com(?:e|es|ing) (?:out |up )?(?:to|at)|came (?:out )?(?:to|at)|add(?:s|ed|ing)? up to|amount(?:s|ed|ing)? to|represent(?:s|ed|ing)?|forms?|constitutes?|compris(?:e|es|ing)|ends? up|works? out|turns? out|runs? (?:up )?to|sums? (?:up )?to|totals?|stands? at|weighs?(?: in)?|fills?|covers?|occup(?:y|ies)|holds?)';
const LEADS = new RegExp(`\\b${MAKES}${ABOUT} $`, 'i');
/** "Half of it is tied up in bonds": the thing stands behind the figure. */
const BEHIND =
  /^(?: of [\w ]{1,30}?)?,? (?:is|are|sits?|lies?|goes|rests?|comes?|consists?) (?:(?:all|now|currently|still|already|only|just) )*(?:made up|made|composed|comprised|built up|tied up|locked up|taken up|invested|held|parked|split|spread|put|kept|in|of|on|with)\b/i;
const WORDS = new RegExp(`\\b${MAKES}\\b|\\b(?:made|tied|locked|built|taken|split) up\\b`, 'gi');

/** What is no part of a whole, with the words that say it plainly, where its topic has none of its own. */
const RATES: Partial<Record<CueName, RegExp | null>> = {
  gain: null,
  chance: null,
  volatility: null,
  return: null,
  loss: null,
  inflation: null,
  cost: null,
  income: null,
  confidence: /\bconfiden\w*|\bchances?\b/i,
  growth: /\bgr[eo]w\w*/i,
  known: /\b(?:known?|unknown|cost basis|data|recorded|price[sd]?|costs?)\b/i,
  trade: /\b(?:trad\w+|turnover|buy\w*|sell\w*|sold|bought|mov\w+|shift\w*|sales?|new money|target\w*)\b/i,
  drift: /\b(?:off|away|short|targets?|drift\w*|residual)\b/i,
  error: /\berrors?\b/i,
  sequence: /\b(?:first|early|start\w*|sequence|chances?)\b/i,
  drawdown: /\b(?:falls?|fell|peak|drop\w*|drawdown)\b/i,
  diversified: /\b(?:grade\w*|score\w*|diversif\w+)\b/i,
  sure: /\b(?:sure|confiden\w+|certain\w*|guess\w*)\b/i,
};

/** "Technology makes up 52% of the portfolio": a rate, a chance or a gain is no part that a thing has of it. */
export function isMadeUpOf(
  { kind }: Figure,
  { fact, meaning: { topic } }: Quantity,
  [before, after]: readonly [string, string],
  { own, beside, attached, named }: Context,
): boolean {
  if ((kind !== 'percent' && kind !== 'odds') || topic === null || fact.startsWith('question.')) return false;
  const words = RATES[topic];
  if (words === undefined) return false;
  const composes = LEADS.test(before) ? [...beside, ...named].some(isThing) : BEHIND.test(after) && [...attached].some(isThing); // prettier-ignore
  return composes && (words ?? plainTopics[topic])?.test(own.replace(WORDS, ' ')) !== true;
}
