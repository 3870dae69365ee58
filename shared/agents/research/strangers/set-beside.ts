import { unheldNames, type Stranger } from './names-in.ts';

/** Who says something: of anybody it may be told that they said it. */
const SOURCE_AFTER =
  /^(?:['’]s?)?,?\s(?:(?:\w+ )?(?:economists?|analysts?|strategists?|survey|poll|tally|tool|figures|researchers?|spokes\w+|chief|executives?)\b|(?:Economists?|Analysts?)\b|(?:data|index|estimates?) (?:show|put|rose|fell|from|for|was|were)|(?:said|says|reported|forecasts?|estimates?|estimated|expects?|expected|predicts?|wrote|found|calculates?|noted|told)\b)/u;
const SOURCE_BEFORE =
  /\b(?:according to|(?:polled|surveyed|compiled|published|calculated|reported|measured|tracked) by|data (?:from|of|by)|(?:analysts?|economists?|strategists?|researchers?) (?:at|of|from|with)|told|told the|said) (?:the )?$/iu;
/** What a firm does that is told as news: by itself no reason to hold it. */
const NEWS_AFTER =
  /^(?:\s\([^)]*\))?,?\s(?:\p{Ll}+s )?(?:(?:has|have|had|also|now|is|are|was|were|last \w+|on \w+) )*(?:cut|cuts|raised|raises|lowered|lowers|won|bought|acquired|sold|agreed|revised|signed|extended|ended|announced|announces|launched|unveiled|named|hired|contributed|filed|recalled|closed|opened|spent|spends|paid \$|settled|delayed|plans?|reported|reports|posted|posts|missed|warned|agreed|dismissed|said|accounts? for|makes? up|accounted for|made up|owns?|owned)\b/u;
const NEWS_BEFORE =
  /\b(?:orders?|contracts?|deals?|suits?|lawsuits?|agreements?|mergers?|acquisitions?|purchases?|takeovers?|partnerships?|chips?|rival|rivals|competitors?|supplier|suppliers|customer|customers|competition|sold|stake|bought|acquired|sued|acquire|buy out|overtook|passed) ?(?:of|from|with|in|by|against|for|between|like|such as|to)? ?(?:the )?$/iu;
/** One of several that something is made of. */
const AMONG_AFTER = /^(?:,| and| or)?(?:[^.;]{0,80}\b(?:are|is|were|was|ranks?)|) (?:now |still |also )?(?:(?:among |one of |together )?(?:the |its )?(?:[\p{L}’']+ ){0,3}(?:largest|biggest|top (?:ten|five|\d+)) |among the )|^[^.;]{0,80}\b(?:together )?(?:make up|makes up|made up|account for|accounts for|accounted for) /u; // prettier-ignore
const AMONG_BEFORE = /\b(?:such as|including|include|includes|like|held by|listed (?:on|in)|members? of|holdings? (?:is|are|were|was)|positions? (?:is|are|were|was))(?:[^.;]{0,60}(?:,| and| or))? (?:the )?$/iu; // prettier-ignore
/** Beside which something is measured: with a figure of its own. */
const MEASURED_AFTER = /^(?:['’]s?)?(?:\s[\p{L}\p{N}]+){0,2}\s?(?:\([^)]*\))?,?\s(?:(?:at|of|with|by|to|returned|gained|lost|rose|fell|charges?|charged|costs?|yields?|yielded|holds?|added|climbed|dropped|slipped|closed|ended|jumped|slid) )?(?:at |by |about |only |just |almost |nearly |more than |to )*[$€£]?\d/u; // prettier-ignore
const MEASURED_BEFORE = /(?:\d[\d.,]*\s?(?:%|percent|points?|dollars|billion|million)?|\d%) (?:\w+ ){0,2}(?:for|of|at|in|by|from|on|than|behind|below|above) (?:the )?$/u; // prettier-ignore
/** What a company says of a product of its own: "Merck said sales of Keytruda rose by 9%". */
const PRODUCT_BEFORE =
  /^(.*)\b(?:said|says|reported|reports)(?: that)?(?: the)?(?: \p{Ll}+){0,3} (?:sales|revenues?|deliveries|shipments) (?:of|from) (?:its )?$/iu;
const PRODUCT_AFTER =
  /^,?\s(?:[^,.;\d]{0,60}, )?(?:rose|fell|grew|climbed|dropped|declined|increased|decreased|jumped|slipped|were|was|reached|came to|total+ed)\b[^.;]{0,30}\d/u;
/** Several equal things are told of, and what each is. */
const SAME_AFTER = /^[^.;]{0,40}\b(?:tracks?|follows?) (?:the same|an?|the) /u;

/** Says which is to be had, held, joined or left; who goes where. */
const COMMENDS =
  /\b(?:(?<!(?:done|fared|did|performed|held up|do) )better|best|superior|safer|safest|surer|sounder|richer|wiser|smarter|cleverer|easier|cheaper|stronger|preferr?\w*|favou?r\w*|recommend\w*|rat(?:e|es|ed) |top-|trusted|home(?! (?:depot|prices?|sales?|loans?|buyers?|builders?|owners?)\b)|alternative|answer|successor|replace\w*|substitut\w*|complement\w*|instead|opportunit\w+|chance|bargain|winner|leader of|discover\w*|mov(?:e|es|ed|ing) (?:in|to|their|out)|switch\w*|swap\w*|trad(?:e|es|ed|ing) (?:up|in|for|their|it)|rotat\w+|le(?:ft|aves?|aving)\b[^.;]{0,40} for|turn(?:s|ed|ing)? to|flock\w*|pil(?:e|es|ed|ing) into|load\w*|join\w*|welcom\w*|finding|found (?:in|a|their)|looks? (?:incomplete|poor|weak|pale|old)|incomplete|without [A-Z]|belongs?|deserves?|suits?|fits|worth (?:more|every|a|the|own|hav|look)|becom\w+|became|twice|double[ds]?|doubling|triple[ds]?|tripling|multipl\w+|soar\w*|everything|nothing|everyone|everybody|nobody|those who|whoever|anyone|only|secret|quietly|first owners|the next [A-Z])\b/iu;

/**
 * Names that nobody held or asked about, set beside what is held without being told of as news, as a source or with a measure of
 * its own: however it is said, it puts them to the reader. What it may be is named here; all else is refused. A symbol outside the
 * reference set is told of nowhere but as a source's name: nobody can say what it is.
 *
 * @param own words in lower case of what is held or asked about
 * @param others names in lower case that its page has elsewhere
 * @example setBeside('BND holders find a better home in QWEX.', new Set(['bnd'])) // ['QWEX']
 */
export function setBeside(sentence: string, own: ReadonlySet<string>, others?: ReadonlySet<string>): string[] {
  const commends = COMMENDS.test(sentence);
  return unheldNames(sentence, own, others).flatMap((stranger) =>
    isTold(sentence, stranger, commends) || (!commends && isProduct(sentence, stranger, own)) ? [] : [stranger.name],
  );
}

function isTold(sentence: string, { start, end, form, known }: Stranger, commends: boolean): boolean {
  const [before, after] = [sentence.slice(0, start), sentence.slice(end)];
  if (SOURCE_BEFORE.test(before)) return true;
  if (form === 'symbol' && !known) return SOURCE_AFTER.test(after) && /^(?:['’]s?)?,?\s(?:\w+ )?(?:economists?|survey|poll|tally|tool|data|index)\b/u.test(after); // prettier-ignore
  if (SOURCE_AFTER.test(after)) return true;
  if (commends) return false;
  // A company that everybody knows, in a sentence that commends nothing.
  if (known && form === 'name') return true;
  if (NEWS_AFTER.test(after) || NEWS_BEFORE.test(before)) return true;
  if (AMONG_AFTER.test(after) || AMONG_BEFORE.test(before)) return true;
  // The symbol behind its name: "the iShares Core US Aggregate Bond ETF (AGG)".
  const measured = MEASURED_AFTER.test(after) || MEASURED_BEFORE.test(before) || SAME_AFTER.test(after);
  return measured && (known || /^[^.;]{0,20}\(/u.test(after) || isCompared(before));
} // prettier-ignore

/** A product of what is held, with a figure of its sales, as its company tells it; nothing that is bought to be held. */
function isProduct(sentence: string, { name, start, end, form }: Stranger, own: ReadonlySet<string>): boolean {
  if (form === 'symbol' || /(?:coin|token|share|fund|trust|bond|note)s?$/iu.test(name)) return false;
  const [, who = ''] = PRODUCT_BEFORE.exec(sentence.slice(0, start)) ?? [];
  const [, reporter = ''] = /([\p{L}\p{N}&.]{2,})\)?(?: on \p{Lu}\p{Ll}+day)? $/u.exec(who) ?? [];
  return own.has(reporter.toLowerCase()) && PRODUCT_AFTER.test(sentence.slice(end));
}

/** "faster than Amazon at 20%". */
const isCompared = (before: string): boolean =>
  /\b(?:than|against|versus|vs\.?|ahead of|behind|compared (?:with|to)) (?:the )?$/iu.test(before);
