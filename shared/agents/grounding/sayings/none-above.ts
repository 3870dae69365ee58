import { percent } from '../../../finance/amounts.ts';
import type { FactIndex } from '../fact-index.ts';
import type { Figure } from '../figure.ts';
import { percentTolerance } from '../tolerance.ts';
import { SUPPOSED, sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';

const NOUN = String.raw`(?<noun>positions?|holdings?|funds?|etfs?|investments?|lines?|things?|compan(?:y|ies)|stocks?|issuers?|employers?|firms?|accounts?|sectors?|industr(?:y|ies)|regions?|asset class(?:es)?)`;
const NONE = String.raw`\b(?:(?:no|not one|not a single|none of (?:your|the|these|all your))(?: (?:single|one|individual))* ${NOUN}|nothing(?: (?:that )?you (?:own|hold|have))?)`;
const EXCEEDS = String.raw`(?:exceeds?|tops?|surpass(?:es)?|(?:is|are|goes|stands?|sits?|weighs?|comes?|makes? up|accounts? for|counts? for|takes? up|represents?|reach(?:es)?|amounts? to|has|holds?)(?: (?:any|at|to|in|worth|(?:a )?(?:share|weight)(?: of)?))*(?: (?:above|over|beyond|(?:more|larger|bigger|greater|heavier|higher) than|as much as|even))?)`;
const CHARGES = String.raw`(?<charges>costs?|charges?)(?: you)?(?: (?:more than|above|over))?`;
/** "All of your funds cost less than 0.05%". */
const ALL_CHARGE = String.raw`(?<!\b(?:not|nearly|almost|virtually) )\b(?:all|every|each)(?: one)?(?: of)?(?: your| the)? (?:funds?|etfs?)(?: (?:that )?you (?:own|hold|have))? (?<charges>costs?|charges?)(?: you)?(?: (?:less than|under|below|at most|no more than))?`;
const LEADS = new RegExp(
  String.raw`(?:${NONE} (?:${CHARGES}|${EXCEEDS})|${ALL_CHARGE})(?: (?:about|around|roughly|even))* $`,
  'iu',
);

const KINDS: readonly (readonly [noun: RegExp, names: RegExp])[] = [
  [/^(?:compan|stock|issuer|employer|firm)/iu, /^concentration\.largestIssuer\.weight$/],
  [/^account/iu, /^allocation\.account\.[^.]+\.weight$/],
  [/^(?:sector|industr)/iu, /^allocation\.sector\.(?!cash|unknown|other)[^.]+\.weight$/],
  [/^region/iu, /^allocation\.region\.(?!unknown)[^.]+\.weight$/],
  [/^asset/iu, /^allocation\.assetClass\.(?!unknown)[^.]+\.weight$/],
  [/^/u, /^holding\.[^.]+\.weight$/],
];
/** Of a part only, or of the rest. */
const ELSE =
  /\b(?:other than|except|besides|apart from|but|outside|within|inside|of your (?:stocks|bonds|equities))\b/iu;

/** "No position exceeds 15% of the portfolio" where one does. */
export function falseNoneAbove(text: string, figures: readonly Figure[], { values }: FactIndex): Saying[] {
  return figures.flatMap((figure): Saying[] => {
    if (figure.kind !== 'percent' && figure.kind !== 'odds') return [];
    // The bound of a figure may be part of it: "more than a tenth".
    const [before, sentence] = [
      text.slice(Math.max(0, figure.start - 90), figure.start),
      sentenceAt(text, figure.start),
    ];
    const match = LEADS.exec(before);
    if (match === null || ELSE.test(sentence) || SUPPOSED.test(sentence)) return [];
    const noun = match.groups?.noun ?? '';
    const charged = match.groups?.charges !== undefined;
    const names = charged ? /^holding\.[^.]+\.expenseRatio$/u : KINDS.find(([words]) => words.test(noun))?.[1];
    const all = [...values].flatMap(([name, share]) => typeof share === 'number' && names?.test(name) === true ? [{ name, share }] : []); // prettier-ignore
    const [largest] = all.sort((one, other) => other.share - one.share);
    const said = figure.kind === 'odds' ? 100 * figure.value : figure.value;
    if (largest === undefined || 100 * largest.share <= said + Math.min(percentTolerance(figure), 0.5)) return [];
    return [{ start: match.index + Math.max(0, figure.start - 90), end: figure.end, fault: `one is ${percent(largest.share)} (${largest.name})` }]; // prettier-ignore
  });
}
