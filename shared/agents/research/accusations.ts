const ACCUSER =
  "(?:SEC|Securities and Exchange Commission|Justice Department|Department of (?:Justice|Labor)|DOJ|FINRA|Financial Industry Regulatory Authority|CFTC|Commodity Futures Trading Commission|FTC|Federal Trade Commission|FBI|NASAA|prosecutors?|attorneys? general|U\\.?S\\.? attorneys?(?:'s office)?|regulators?|authorities|grand jury|jury|judge|court|commission)";
const CHARGES =
  '(?:charg(?:ed|es|ing)|accus(?:ed|es|ing)|alleg(?:ed|es|ing)|su(?:ed|es|ing)|fin(?:ed|es|ing)|bar(?:red|s|ring)|convict(?:ed|s)|sentenc(?:ed|es)|indict(?:ed|s)|halt(?:ed|s|ing)|shut(?:s| down)?|obtain(?:ed|s))';
/** That somebody who enforces the law charges somebody with what is told. */
const ACCUSES = new RegExp(
  [
    `\\b${ACCUSER}\\b[^.;]{0,80}\\b${CHARGES}\\b`,
    `\\b(?:charged|accused|sued|fined|barred|indicted|convicted|sentenced|halted)\\b[^.;]{0,120}\\bby\\b[^.;]{0,30}\\b${ACCUSER}\\b`,
    "\\b(?:complaint|indictment|prosecutors|charges|lawsuit|court (?:papers|records|documents|filings?))(?:'s? [\\p{L}-]+)?,? (?:alleges?|alleged|says?|said|claims?|states?|charges?)\\b",
    '\\baccording to [^.;]{0,60}\\b(?:complaint|indictment|prosecutors|charges|allegations|court (?:papers|records|documents|filings?))\\b',
    '\\bpleaded guilty (?:to|for)\\b|\\b(?:was|were) (?:convicted|sentenced|found guilty|indicted|charged)\\b',
  ].join('|'),
  'iu',
);
/** What a promise is a sign of. */
const WARNS =
  /\b(?:hallmarks?|red flags?|warning signs?|telltale signs?|signs?) of (?:an? )?(?:\p{L}+ )?(?:fraud|scams?|ponzi)|\b(?:fraudsters?|scammers?|con artists?|ponzi schemes?|scams?)\b[^.;]{0,40}\b(?:often|typically|usually|promis|tout|lure|use)/iu;
/** What somebody said or did to those who lost their money by it. */
const TOLD =
  /\b(?:promis(?:ed|ing)|told|telling|assur(?:ed|ing)|claim(?:ed|ing)|represent(?:ed|ing)|advertis(?:ed|ing)|tout(?:ed|ing)|offer(?:ed|ing)|pitched|pitching|lur(?:ed|ing)|solicit(?:ed|ing)|guaranteed (?:investors|them|customers|clients|victims)|marketed|misled|falsely|purported(?:ly)?|allegedly|supposed(?:ly)?)\b/iu;

/** Whether a sentence tells what regulators, prosecutors or a court charge somebody with, or warns of a fraud by its promises: the promises are no page's own. */
export const accuses = (sentence: string): boolean => ACCUSES.test(sentence) || WARNS.test(sentence);

/** Whether a sentence of a page that tells of such charges tells what was promised. */
export const tellsOfPromise = (sentence: string): boolean => TOLD.test(sentence);
