import { allIn } from './name-rule.ts';
import type { NameRule } from './name-rule.ts';

/** How American brokers and companies write common stock: "COINBASE GLOBAL INC COM CL A", "FORD MTR CO DEL COM", "Acme Inc.". */
const COMPANY =
  /^\S+.*(?:\binc\b|\bincorporated\b|\bcorp\b|\bcorporation\b|\bco(?:mpany)?\b(?:[.,]|$|\s(?:com|cl|class|del|de|new|the|inc|md|nj|ny|pa|va|oh|tex|cap)\b)|\bcom\b(?:\s(?:stk|stock|npv|new|cl|class|shs|ser|usd?)\b|$)|\bcommon (?:stock|shares?)\b|\bcl(?:ass)? [abc]$)/;
/** What is no common stock, or of another country, or an owner of other things than a business, whatever else its name says. */
const OTHERWISE =
  /\bfunds?\b|\bfds?\b|\betfs?\b|\betns?\b|\bindex\b|\bportfolio\b|\btrust\b|\btr\b|\bbonds?\b|\bnotes?\b|\bnts?\b|\bdebentures?\b|%|\bpfd\b|\bpreferred\b|\bconv\b|\bwarrants?\b|\bwts?\b|\brights?\b|\bunits?\b|\badr\b|\bads\b|\bgdr\b|\bsponsored\b|\bordinary\b|\bplc\b|\bltd\b|\blimited\b|\bn\.?v\b|\bs\.?a\b|\bs\.?p\.?a\b|\bs\.?e\b|\bag\b|\bab\b|\ba\/s\b|\blp\b|\bl\.p|\bllc\b|\bpartners\b|\bacquisition\b|\breits?\b|\brealty\b|\bpropert(?:y|ies)\b|\bgold\b|\bsilver\b|\bmining\b|\bbitcoin\b|\bcrypto|\bprivate\b|\bholdings? inc\b.*\bseries\b|\binsured\b|\bdeposit\b|\bincome (?:strategy|opportunit)/;

/**
 * A company's common stock, by the form of its name alone. It is the weakest of the rules: what the company does is not said, and
 * its country only by where companies of this form are.
 */
export const companyRule: NameRule = {
  id: 'common-stock',
  says: COMPANY,
  unless: OTHERWISE,
  composition: allIn('equity', 'north_america', 'other'),
  type: 'stock',
  confidence: 0.5,
  rationale:
    'The name has the form of an American company’s common stock. What the company does it does not say, so the sector is Other; its country is a guess by that form.',
};
