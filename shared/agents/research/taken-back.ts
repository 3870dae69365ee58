const NOUN =
  '(?:article|story|post|column|piece|(?:web ?)?page|blog|news item|report|item|text|dispatch|version|analysis|paper|study|publication|content|reporting|entry|commentary|interview|release)s?';
/** Of itself, wherever it is said; a report, a study or a release may be another's that the page tells of. */
const THIS =
  '(?:(?:this|our|the (?:above|following|preceding|original)) (?:[\\p{L}\\d-]+ ){0,2}(?:article|story|post|column|piece|(?:web ?)?page|news item)|the (?:article|story|post|column|piece|report) (?:you are (?:about to )?read(?:ing)?|(?:that (?:was )?)?(?:previously|originally|formerly|once) (?:published|posted|found) (?:here|at this|on this)))';
/** Of itself in a note of its editors. */
const NOTED = `(?:(?:this|our|the) (?:[\\p{L}\\d-]+ ){0,2}${NOUN})`;
/** "Published on November 18,": what says more of it, and nothing that happened to something else. */
const MORE =
  '(?:\\s?,[^.;:]{1,90},| (?:above|below)|(?:(?!\\b(?:has|have|had|is|was|were|are|be|being|how|why|when|after|because|whether|where|that|who|which)\\b)[^.;:,]){0,60})';
const IS =
  '(?: (?:was|were|is) \\p{L}+ and)? (?:(?:has|have|had)(?: now| since| also)? been|is being|are being|is|are|will be)';
const WAS = `(?: (?:was|were)|${IS})`;
const ADVERBS =
  '(?: (?:\\p{L}+ly|now|since|also|hereby|in full|wrong and(?: (?:is|has been))?|retracted and|withdrawn and))*';
const GONE =
  '(?:retracted|withdrawn|removed|taken down|taken offline|pulled|unpublished|deleted|disavowed)\\b(?! to\\b)';
const TAKES =
  '(?:retract(?:s|ed|ing)?|withdr(?:aw|aws|ew|awn|awing)|remov(?:e|es|ed|ing)|(?:take|taken|took|taking) down|pull(?:ed|ing)|unpublish(?:ed|ing)?|delet(?:ed|ing)|disavow(?:s|ed|ing)?)';
const MADE_UP = '(?:fabricated|invented|made up|made-up|falsified|fictitious|forged|plagiari[sz]ed|not genuine)';
const MATTER = '(?:figures?|data|numbers|facts|details|quotes?|quotations?|sources?|interviews?|statistics|results|parts?|passages|material)'; // prettier-ignore

/** What a page that takes itself back says of itself, which is `own`; `is` are the tenses in which it may. */
const takesBack = (own: string, is: string): string[] => [
  `\\b${own}${MORE}${is}${ADVERBS} ${GONE}`,
  `\\b${TAKES} ${own}`,
  `\\b${own}${MORE} (?:was|is|has been) published (?:in error|by mistake|by accident|erroneously|prematurely)`,
  `\\b(?:no longer|not|never) st(?:and|ands|ood) (?:by|behind) ${own}`,
  `\\b(?:not|never) rely (?:up)?on (?:the \\p{L}+ (?:in|of) )?${own}`,
  `\\b${own}${MORE} (?:should|can|must|may) (?:no longer|not) be (?:relied (?:up)?on|trusted)\\b(?! (?:as|for)\\b)`,
  `\\b${own}${MORE} (?:did|does|do) not meet (?:our|the|its)\\b[^.]{0,40}\\bstandards`,
  `\\b${own}${MORE} (?:is|was|were|are) (?:\\p{L}+ly )?${MADE_UP}`,
  `\\b(?:${MATTER}) (?:in|of|behind|for) ${own}[^.;]{0,40}\\b(?:was|were|is|are|been|be)\\b[^.;]{0,15}\\b${MADE_UP}`,
  `\\b${own}\\b[^.;]{0,30}\\b(?:contain|include|rel|rest)(?:s|ed|ied|ies)? (?:up)?(?:on )?(?:\\p{L}+ )?${MADE_UP}`,
];

const ANYWHERE = new RegExp(takesBack(THIS, IS).join('|'), 'iu');
/** What only a note of editors says: of what was published, of who wrote it, and "it". */
const IN_NOTE = new RegExp(
  [
    ...takesBack(NOTED, WAS),
    '\\b(?:retract|retracts|retracted|retracting) it\\b',
    '\\bwe (?:have |had |are )?(?:now |since |also )?(?:withdraw|withdrawn|withdrew|withdrawing|removed|removing|unpublished|unpublishing|deleted|deleting|taken|took|taking|pulled) (?:it\\b|them\\b|down (?:it|them)\\b)',
    `\\b${MATTER} (?:used|quoted|given|published|cited|reported) here\\b[^.;]{0,15}${MADE_UP}`,
    '\\b(?:our|the|its) (?:reporter|author|writer|contributor|correspondent|freelancer)s?\\b[^.;]{0,40}\\b(?:fabricated|invented|made up|plagiari[sz]ed)\\b',
  ].join('|'),
  'iu',
);
/** Begins a note of the editors: what follows in its line, and below it where it stands alone, is of the page. */
const NOTE =
  /^(?:an? |important )?(?:editor(?:'?s|s'|ial)? (?:note|update|statement|notice)|note (?:from|by) the (?:editors?|publisher)|(?:note|notice) to (?:our )?readers|publisher'?s? (?:note|statement)|from the editors?|corrections?|clarifications?|apolog(?:y|ies)|update|updated|note|notice|statement|important)\b(?:[^:.]{0,30}[:.–—]|\s*$)/iu;
/** Says by itself that what stands with it is taken back; so does a title that begins with it. */
const LABEL =
  /^(?:retracted|retraction(?: notice| note)?|(?:notice|note|statement) of (?:retraction|withdrawal)|(?:article|story|post|report|paper) (?:retracted|withdrawn|removed)|withdrawn(?: article| story| post)|(?:editorial )?expression of concern)(?:\s?[:–—-]|\.?$)|^\[(?:retracted|withdrawn)\]|[[(](?:retracted|withdrawn)[\])]$/iu;
/** Where such a label is the page's own, and no line of a list: so many lines from its beginning and its end. */
const EDGE = 5;
const ITEM = /^\s*(?:[-*+]|\d+[.)])\s/u;
const QUOTED = /[“"][^“”"]{1,300}[”"]/gu;

/**
 * Whether a page takes itself back: retracted, withdrawn, removed, published in error, or told to rest on what was made up, by its title, a note of
 * its editors or a sentence on itself. What it tells of the articles, the money or the cars of others that were taken back is news.
 *
 * @param text lines of Markdown
 */
export function isTakenBack(title: string, text: string): boolean {
  if (LABEL.test(plain(title))) return true;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  let isNote = false;
  return lines.some((line, at) => {
    const told = plain(line);
    const isEdge = (at < EDGE || at >= lines.length - EDGE) && !ITEM.test(line);
    if (isEdge && LABEL.test(told)) return true;
    const begins = NOTE.exec(told)?.[0];
    const isBelow = isNote;
    isNote = begins === told;
    const judged = begins !== undefined || isBelow ? IN_NOTE : ANYWHERE;
    const own = told.replace(QUOTED, ' ');
    return judged.test(own) || (isEdge && AT_EDGE.test(own));
  });
}

/** At the edges of a page "This story was withdrawn" is said of itself, and so is "This report has been retracted". */
const AT_EDGE = new RegExp(`(?:^|[.!?] )(?:${THIS}${MORE} (?:was|were)|this ${NOUN}${IS})${ADVERBS} ${GONE}`, 'iu');

/** Without the marks of Markdown and the brackets around it, with straight apostrophes. */
const plain = (line: string): string =>
  line
    .replace(/^\s*(?:#{1,6}|[-+>]|\d+[.)])\s+/u, '')
    .replace(/[\\`*_]+/gu, '')
    .replaceAll('’', "'")
    .trim()
    .replace(/^[[(](?!(?:retracted|withdrawn)\])/iu, '')
    .trim();
