import type { Context } from './context.ts';
import type { FactIndex, Quantity } from './fact-index.ts';
import type { Figure } from './figure.ts';
import { stagesIn } from './stages.ts';

/** Words without one of which, in the sentence of a figure or the one before, it is not what these facts are of. */
const WORDS: readonly (readonly [fact: RegExp, words: RegExp])[] = [
  [/^costs\.overYears\.growth/, /\bgrow\w*|\bgrew\b|\bbefore costs\b|\billustrat\w+/i],
  [/^score\.\w+\.\w+/, /\bgrad\w+|\bscor\w+|\bdiversif\w+|\bvolatil\w+|\bweigh\w+|\bswing\w*|\bspread\b/i],
  [/^drift\.\w+\.(?:turnover|toMove)$|^rebalancing\.(?:turnoverBefore|residual|regionResidual)/, /\bhands\b|\bmov\w+|\bshift\w*|\bturnover\b|\btrad(?:es|ed|ing)\b|\b(?:an?|the|one|each|this|that) trade\b|\boff\b|\baway\b|\brebalanc\w+|\breallocat\w+|\bswitch\w*|\bswap\w*|\bsell\w*|\bbuy\w*|\bdrift\w*|\bgo(?:es)? from\b|\bchang\w+|\bmisplaced\b|\bcorrect\w*|\badjust\w*|\bmatch\w*|\bwrong\b|\bshould\b|\btarget\w*|\btrim\w*|\bcut\b|\breduc\w+|\btransfer\w*|\bredirect\w*/i], // prettier-ignore
  [/^retirement\.withdrawalRate/, /\bwithdraw\w*|\bdraw\w*|\bspend\w*|\bfirst year|\btak\w+|\bbalance\b|\brate\b|\bwant\b|\bincome\b/i], // prettier-ignore
  [/^retirement\.sequence/, /\bfirst\b|\bearly\b|\bstart\w*|\bbeginning\b|\bfive\b|\bopening\b|\boutset\b|\bsequence\b|\bfifth\b|\bbegin\w*/i], // prettier-ignore
  [/^concentration\.topFive/, /\bfive\b|\b5\b|\btop\b/i],
  [/^concentration\.singleStock/, /\bsingle\b|\bindividual\b|\bcompan\w+|\bnames?\b|\bemployer\b|\bstocks\b/i],
  [/^concentration\.largest(?!Issuer)/, /\blargest\b|\bbiggest\b|\btop\b|\bmain\b|\balone\b|\bheaviest\b|\bsingle\b|\bone\b|\bdominat\w+|\bconcentrat\w+|\bmost\b|\bmuch\b|\bcore\b/i], // prettier-ignore
  [/coverage$|^assumption\.fee\.known/, /\bknown?\b|\bunknown\b|\bcover\w*|\brecord\w*|\bcost basis\b|\bwithout\b|\bpaid\b|\bpublish\w*|\bdisclos\w*|\breport\w*|\bdata\b|\bstate[sd]?\b|\bgiven\b|\bavailable\b|\bcost\b/i], // prettier-ignore
  [/nflation/, /\binflation\b|\bprices?\b|\bcost of living\b|\bpurchasing\b|\breal\b|\btoday's (?:dollars|money)\b/i],
  [/\.drawdown\./, /\bfall\w*|\bfell\b|\bdrop\w*|\bdraw\w*|\bdeep\w*|\bpeak\b|\bbelow\b|\bloss\w*|\blos[et]\w*|\bdown\b|\bdeclin\w+|\bslump\w*|\btrough\b|\brecover\w*|\bunder\b/i], // prettier-ignore
  [/^performance\.covered/, /\bmeasur\w+|\bcover\w*|\btransactions?\b|\brecord\w*|\bknown\b/i],
  [/^retirement\.median(?!Ruin)/, /\bfrom\b|\bwithdraw\w*|\bmedian\b|\btypical\w*|\bmiddle\b|\bhalf\b|\bexpect\w*|\baverage\b|\bcentral\b|\bretir\w+|\bthen\b|\bwould\b|\bcould\b|\bleft\b|\bwhen\b|\bat (?:age )?\d\d|\bby\b|\bend\b|\bage\b/i], // prettier-ignore
  [/^retirement\.whatIf\.\w+\.success/, /\bwould\b|\bcould\b|\bmight\b|\bif\b|\bshould\b|\binstead\b|\bthen\b|\bris\w+|\brais\w+|\blift\w*|\bfall\w*|\bdrop\w*|\bslip\w*|\bimprov\w+|\badd\w*|\bcost\w*|\btak\w+|\bmov\w+|\bto \d|\bmore\b|\bless\b|\blater\b|\blonger\b|\blower\b|\bhigher\b|\bchang\w+|\blevers?\b|\bhelp\w*|\bhurt\w*|\bcut\w*|\bsav\w+|\bretir\w+|\bwork\w*|\bdelay\w*|\bmak\w+|\bmade\b|\bget\w*|\bgiv\w+|\bbring\w*|\boption\w*|\bwith \d|\bon \$\d|\bat \d|\bextra\b|\bwait\w*|\bliv\w+|\bpush\w*|\bpull\w*|\bscor\w+|\bclimb\w*|\bfrom\b|\+/i], // prettier-ignore
  [/^retirement\.earliestSuccess/, /\bretir\w*|\bwork\w*|\bstop\w*|\bquit\w*|\bearl\w+|\bsoon\w*|\bages?\b|\blater\b|\bwait\w*|\bdelay\w*|\bthen\b|\b(?:at|until|to) \d\d\b(?!%)/i], // prettier-ignore
  [/^portfolio\.invested\.weight/, /\binvest(?:ed|ing|s|ments?)?\b|\bat work\b|\bmarkets?\b/i],
  [/^risk\.loss\d+\.tail(?:Share|Value)/, /\baverage\b|\bmean\b|\btypical\w*|\bexpect\w*|\bbeyond\b|\bworse\b|\bworst\b|\btail\b|\bshortfall\b|\bin such\b|\bthose (?:bad )?years\b|\bsuch years?\b/i], // prettier-ignore
  [/^risk\.loss\d+\.parametric/, /\bnormal\b|\bbell\b|\bgauss\w+|\bparametric\b/i],
  [/olatility$|^performance\..*downsideDeviation/, /\bvolatil\w+|\bswing\w*|\bdeviation\b|\bplus or minus\b|\bgive or take\b|±|\beither way\b|\bfluctuat\w+|\bvar(?:y|ies)\b|\bbump\w*|\bmove\w*|\bups? (?:and|or) downs?\b|\bwobbl\w*|\bspread\b|\brange\b/i], // prettier-ignore
  [
    /^retirement\.interval/,
    /\binterval\b|\bmargin\b|\bbetween\b|\bto\b|\berror\b|\brange\b|\bconfiden\w+|\bsampling\b|\bfrom\b|\band\b/i,
  ],
];

const AN_OUTCOME =
  /\boutcomes?\b|\bpercentiles?\b|\bpoor\b|\bgreat\b|\bcase\b|\bpessimis\w+|\boptimis\w+|\brange\b|\bbetween\b|\bside\b|\bluck\w*|\bunluck\w*|\bworst\b|\bbest\b|\bstrong\b|\bweak\b|\btop\b|\bbottom\b/i;

const CRISIS =
  /\bcris[ie]s\b|\bcrash\w*|\bbust\b|\bdepression\b|\bhistor\w*|\bslump\w*|\bbear\b|\bepisodes?\b|\bbad times?\b|\bpast\b|\brepeat\w*|\bshocks?\b|\bmeltdown\b|\bstress\w*|\b(?:19|20)\d\ds?\b|\brecession\b|\bagain\b|\bworst (?:time|of)/i;

/** What stands beside others of its family, and needs its words all the same. */
const OF_ITS_OWN = /^risk\.loss\d+\.(?:tail|parametric)/;

/**
 * Whether the words are missing without which a figure is not what a fact is of.
 *
 * @param kin whether other figures beside it are of the fact's family
 */
export function lacksItsWords(
  { kind }: Figure,
  { fact }: Quantity,
  { passage, named, around, sentence }: Context,
  index: FactIndex,
  kin: boolean,
): boolean {
  // prettier-ignore
  if (kind === 'number' && !fact.startsWith('retirement.sequence')) return false;
  if (kin && !OF_ITS_OWN.test(fact)) return false;
  if (WORDS.some(([name, words]) => name.test(fact) && !words.test(passage))) return true;
  if (fact.includes('risk.stress.') && !CRISIS.test(passage) && ![...named, ...around].some((one) => one.startsWith('stress:'))) return true; // prettier-ignore
  // A simulated balance is of an age, and that is to be said.
  const age = kind === 'money' ? /^retirement\.balance\.p\d+\.(\d+)$/.exec(fact)?.[1] : undefined;
  // At retirement, where nothing else is said.
  const plain = age === String(index.ages.retirement) && AN_OUTCOME.test(passage);
  if (age === undefined || plain || named.has(`age:${age}`) || sentence.includes(`| ${age} |`) || /\b(?:then|that (?:age|point|time))\b/.test(passage)) return false; // prettier-ignore
  return !stagesIn(passage, index.ages).includes(`age:${age}`);
}
