/** What funds, brokers and bonds are said of in disclosures. */
const OF_MONEY =
  '(?:invest(?:ing|ments?|ors?)|trading|funds?|ETFs?|REITs?|MLPs?|bonds?|stocks?|equit(?:y|ies)|securities|shares|notes|portfolios?|options?|futures|derivatives|commodit(?:y|ies)|currenc(?:y|ies)|crypto\\w*|fixed[- ]income|debt|assets?|sectors?|companies|strateg(?:y|ies)|markets?|leverage|diversification|principal|annuit(?:y|ies)|alternatives|concentration|metals?|gold)';
const NO = "(?:no|not|nor|never|neither|cannot|can't|doesn't|don't|isn't|aren't|won't)";
const TEXT =
  '(?:materials?|information|content|articles?|documents?|commentary|communications?|opinions?|views|presentation|report|page|herein|projections?|publications?|statements?|data|examples?|illustrations?|(?:securities|products?) mentioned)';
const HEDGED = '(?:typically|generally|usually|normally|often|tends? to|corresponding|inversely|vice versa)';

/** Sentences that a law, a regulator or a lawyer has put below what is told, in the forms that all firms use. */
const DISCLOSES: readonly RegExp[] = [
  `\\b(?:past|historical|prior|previous) (?:\\w+ )?(?:performance|returns?|results)\\b[^.;]{0,80}\\b${NO}\\b[^.;]{0,80}\\b(?:guarantee|indica|assur|predict|reliable|reflect|repeat|future)`,
  `\\b${NO} (?:a |an |any |necessarily |be |is |are )*(?:guarantees?|assurances?|indicators?|indications?|indicative|predictors?|predictive|predict) of (?:\\w+ )?(?:future|comparable)\\b`,
  '\\brepresents? past (?:performance|results)\\b|\\b(?:performance|results|returns?) (?:\\w+ )?(?:may|will|could|can) (?:be (?:higher|lower) (?:or (?:higher|lower) )?than|differ|vary)\\b',
  `${OF_MONEY}[^.;]{0,60}\\b(?:involves?|entails?|carr(?:y|ies)|has|have|present|presents|pose|poses)\\b (?:(?:a|an|the|certain|some|many|special|specific|unique|additional|inherent|heightened|greater|higher|significant|substantial|considerable|high|different|market|degree|level|of|and)[ ,]+)*risks?(?: of loss)?(?!\\w)(?! (?:than|to (?:the|earnings|profit|growth|banks)))`,
  `${OF_MONEY}[^.;]{0,90}\\b(?:is|are|may be|can be) (?:\\w+ )?subject to\\b[^.;]{0,160}\\b(?:risks?|volatility|fluctuat\\w*|loss(?:es)? of|economic conditions)`,
  '^(?:fixed[- ]income|equity|bond|stock|fund|investment|principal|these|such|other|additional|key) risks (?:may )?include\\b|\\b(?:possible|potential) loss of (?:principal|the (?:money|amount))\\b',
  `\\b(?:diversif\\w+|asset allocation|rebalancing|dollar[- ]cost averaging|periodic invest\\w+|hedging|${NO} (?:investment )?strategy|an? (?:investment )?strategy)\\b[^.;]{0,60}\\b(?:does|do|may|can|could|will)?(?: ?${NO}| ?n't)?\\b[^.;]{0,30}\\b(?:ensure|assure|guarantee|eliminate|protect (?:against|from))\\b`,
  `^(?=.*\\b${HEDGED}\\b)(?=.*\\b(?:rates? (?:rise|fall|increase|go up|move up)|(?:rising|higher|increasing) (?:interest )?rates|increases? in (?:interest )?rates)\\b).*\\b(?:bonds?|fixed[- ]income|debt)\\b[^.;]{0,40}\\b(?:values?|prices?|funds?|decline)`,
  '\\b(?:values?|prices?|returns?|yields?|principal|shares|units|income)\\b[^.;]{0,80}\\b(?:(?:will|may|can) fluctuate|fluctuates? in|(?:may|can) (?:go|move|fall|rise|decrease|decline|increase)(?: \\w+)?(?: as well as| or (?:up|down|fall|rise|increase|decrease|decline))|worth (?:more or less|less or more|less than))|\\bcan go down depending\\b',
  `${OF_MONEY}[^.;]{0,60}\\b(?:may|can|could|often|tends? to|generally)\\b(?: be)?[^.;]{0,20}\\b(?:more volatile|less liquid|fluctuate|greater (?:volatility|risks?|price|fluctuation))`,
  '\\binvest(?:ed|ment)? directly in (?:an|any|the) (?:\\w+ )?ind(?:ex|ices)\\b|\\bind(?:ex|exes|ices) (?:is|are) unmanaged\\b|\\bind(?:ex|exes|ices)\\b[^.;]{0,40}\\bnot (?:reflect|include|incur|take)\\b[^.;]{0,50}\\b(?:fees|expenses|charges|costs)',
  `\\b(?:th(?:is|e|ese|ose)|nothing|any|all|our|such)\\b[^.;]{0,80}\\b${TEXT}\\b[^.;]{0,120}\\b(?:${NO}|nothing|without)\\b[^.;]{0,120}\\b(?:advice|recommendations?|solicitation|offer|relied|endorsements?|accura\\w+|verified|reflect (?:actual|the (?:views|opinions)))`,
  '^(?:the )?(?:views|opinions|holdings|allocations|weightings|information)\\b[^.;]{0,100}\\bsubject to change\\b|^(?:the )?(?:views|opinions)(?: and \\w+)? (?:expressed|herein)\\b',
  '\\bforward[- ]looking (?:statements?|information)\\b|\\bactual (?:results|events|outcomes|performance)\\b[^.;]{0,40}\\bdiffer\\b|\\bundue reliance\\b',
  '\\bprospectus(?:es)?\\b(?=.*\\b(?:carefully|contains?|obtain\\w*|before investing|available)\\b)|\\b(?:carefully|before investing)\\b.*\\bprospectus',
  '\\bthere (?:is|can be) no (?:guarantee|assurance)\\b[^.;]{0,40}\\b(?:fund|strateg\\w+|objectives?|dividends?|distributions?|forecasts?|projections?|invest\\w+|portfolio)\\b|\\bno assurance (?:is|can be) (?:given|made)\\b',
  '\\bnot individually redeem|\\bbought and sold at market price\\b|\\bbrokerage commissions (?:will|may) reduce\\b|\\bmay lose value\\b|\\bmember (?:FINRA|SIPC|NYSE)\\b|\\bmarketing corporation, distributor\\b',
  '\\bhypothetical in nature\\b|\\b(?:trade|service) ?marks? (?:of|owned|and)\\b|\\ball rights reserved\\b',
].map((form) => new RegExp(form, 'iu'));

/** What is told of a day is no fact that a disclosure is argued by. */
const AS_OF = /\b(?:as of|as at|through|effective|dated) [^,;.]{0,20}\d{1,2}(?:, \d{4})?|©[^.]{0,12}\d{4}|S&P 500/giu;
/** A figure, a year, or who has found it: the sentence argues what disclosures only say. */
const ARGUES =
  /\d\s?(?:%|percent|per cent|percentage|basis|of (?:the )?\d)|[$€£]\s?\d|\b\d[\d,.]* (?:million|billion|trillion|funds|stocks|years|managers|companies|months|investors)\b|\b(?:19|20)\d\d\b|\b(?:stud(?:y|ies)|researchers?|professors?|economists?|scorecard|survey|according to|finds?|(?<!be )found|calculat\w+|learned|showed|warned|said|told)\b/iu;

/**
 * Whether a sentence is the small print of funds and brokers, which reports nothing: "Past performance is no guarantee of future returns." One that
 * argues the same by facts does.
 *
 * @param sentence as it is read (`viewOf`)
 */
export function isSmallPrint(sentence: string): boolean {
  const read = sentence.replaceAll('’', "'");
  return !ARGUES.test(read.replace(AS_OF, ' ')) && DISCLOSES.some((form) => form.test(read));
}
