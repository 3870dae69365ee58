import { either, kindOf } from './word-runs.ts';
import type { WordKind } from './word-runs.ts';

/** Anybody, where it is told who of them. */
export const anybody = kindOf('any(?:one|body)|every(?:one|body)|those|people|whoever|all');
const anybodyWho: WordKind = (word, at, words) =>
  anybody(word, at, words) && words.slice(at + 1, at + 4).some((one) => /^(?:who|that|still|in|with|holding|owning|hold|own)$/.test(one)); // prettier-ignore
const investing = kindOf('(?:share|unit|bond|stock|policy|account|note|stake)?-?holders?|shareowners?|investors?|retirees?|savers?|owners?|depositors?|pensioners?|clients?|famil(?:y|ies)|households?|couples?|widow(?:er)?s?|parents|grandparents'); // prettier-ignore
/** Who holds something. Those "of record" are told when a dividend is theirs; who owns a home holds no security. */
export const holders: WordKind = (word, at, words) =>
  anybodyWho(word, at, words) ||
  (investing(word, at, words) &&
    !(words[at + 1] === 'of' && words[at + 2] === 'record') &&
    !/^(?:home|house|land|business|car|pet)$/.test(words[at - 1] ?? ''));
/** The same, and who trades or buys. */
export const dealers = either(holders, kindOf('customers?|subscribers?|members|sellers?|buyers?|traders?'));

/** What they are to do. */
export const act = kindOf('buy|sell|confirm|claim|switch|call|swap|exchange|register|re-register|reregister|transfer|move|get|get-out|get-rid|exit|leave|quit|hand|surrender|tender|redeem|convert|verify|validate|update|collect|apply|act|dump|ditch|cash-in|cash-out|take-profits?|withdraw|liquidate|unload|offload|reinvest|subscribe|sign|log|opt|hurry|shift|rotate|trim|enrol|enroll|join|upgrade|migrate|renew|activate|accept|secure|lock|load|put|send|wire|contact|write|visit|open|respond|reply|double|part-with|bring|rescue|flee|shelter|empty'); // prettier-ignore
/** Said so that they do it. */
export const told = kindOf('told|tells?|telling|urg(?:e|es|ed|ing)|advis(?:e|es|ed|ing)|ask(?:s|ed|ing)?|recommend(?:s|ed|ing)?|warn(?:s|ed|ing)?|order(?:s|ed|ing)?|instruct(?:s|ed|ing)?|encourag(?:e|es|ed|ing)|remind(?:s|ed|ing)?|invit(?:e|es|ed|ing)|call(?:s|ed|ing)?|press(?:es|ed|ing)?|wants?|wanted|direct(?:s|ed|ing)?|beg(?:s|ged)?|implor(?:e|es|ed)|alert(?:s|ed)?|notif(?:y|ies|ied)|prompt(?:s|ed)?|caution(?:s|ed)?|counsel(?:s|led|ed)?|push(?:es|ed)?|require[sd]?|oblige[sd]?|summon(?:s|ed)?|request(?:s|ed)?|nudge[sd]?|pleaded|pleads|appeal(?:s|ed)?|suggest(?:s|ed)?|wrote|writes'); // prettier-ignore
export const recommend = kindOf('(?:recommend|suggest|insist|request|demand)(?:s|ed|ing)?|(?:urg|advis|propos)(?:e|es|ed|ing)'); // prettier-ignore
export const wereTold = kindOf('told|urged|advised|asked|warned|ordered|instructed|encouraged|reminded|invited|called|pressed|directed|alerted|notified|prompted|cautioned|counsell?ed|required|obliged|summoned|requested|wise|right'); // prettier-ignore
export const notice = kindOf('notices?|letters?|calls?|advice|orders?|warnings?|requests?|recommendations?|appeals?|guidance|reminders?|messages?|instructions?|invitations?|memos?'); // prettier-ignore
export const be = kindOf('are|were|is|was|been|being|be|get|got');
export const to = kindOf('to');

/** What they get for it. */
const bonus = kindOf('bonus|bonuses|gifts?|vouchers?|cash-?back|prizes?|airdrops?|giveaways?|discounts?|rewards?');
const notOfRisk: WordKind = (_word, at, words) =>
  !/^(?:deduction|depreciation|issue|shares?|pool|season)$/.test(words[at + 1] ?? '') && !words.slice(at + 1, at + 4).includes('risk'); // prettier-ignore
export const bonuses: WordKind = (...word) => bonus(...word) && notOfRisk(...word);
const oneTime = kindOf('one-time|one-off|loyalty|goodwill|catch-up|thank-you|special|extra|welcome');
const payment = kindOf('payments?|payouts?|credits?|premiums?|dividends?|rates?|sums?|cash|money');
const oneTimePayment: WordKind = (word, at, words) =>
  payment(word, at, words) && oneTime(words[at - 1] ?? '', at - 1, words);
const free: WordKind = (word, at, words) => words[at - 1] === 'free' && /^(?:coins?|shares?|units?|money|gold|stocks?|accounts?)$/.test(word); // prettier-ignore
export const gifts = either(
  free,bonuses, oneTimePayment, kindOf('refunds?|rebates?|compensation|windfalls?|top-ups?|waivers?')); // prettier-ignore
export const receive = kindOf('claims?|collects?|receives?|gets?|qualif(?:y|ies)|entitled|eligible|registers?|redeems?|appl(?:y|ies)|offered|due|owed|promised|earns?|keeps?|wins?'); // prettier-ignore
export const give = kindOf('credits?|pays?|hands?|grants?|gives?|offers?|sends?|refunds?|transfers?|awards?');
export const payments = either(payment, (word) => isMoney(word));
export const isMoney = (word: string): boolean => /^[$€£]/.test(word);
export const ready = kindOf('awaits?|waits?|waiting|due|available|reserved|ready|open|held|offered|aside|earmarked|kept|goes?|for|to|claimed|collected'); // prettier-ignore

/** By when. */
export const by = kindOf('by|before|until|till|within|after');
export const later = kindOf('after|past|beyond');
export const days = kindOf('days?|weeks?|hours?');
export const date = kindOf('january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|(?:mon|tues|wednes|thurs|fri|satur|sun)day|midnight|noon|tonight|tomorrow|today|christmas|thanksgiving|easter|year-end|deadline|[0-9]{1,2}(?:st|nd|rd|th)?|20[0-9][0-9]'); // prettier-ignore
export const may = kindOf('can|may|could|must|will|who|that|still|need|have|should');
export const deadline = kindOf('deadlines?|window|cut-?off|registration|enrol?lment|offer|period|exchange');
export const ends = kindOf('closes?|ends?|expires?|is|runs');
export const holding = kindOf('units?|shares?|holdings?|accounts?|positions?|certificates?|savings|deposits?');
export const settled = kindOf('(?:re-?)?(?:confirmed|exchanged|registered|claimed|converted|verified|transferred|tendered|renewed|validated|swapped)'); // prettier-ignore
export const unsettled = kindOf('un-?(?:confirmed|exchanged|registered|claimed|converted|verified|tendered|renewed|validated)'); // prettier-ignore
export const forfeits = kindOf('pays?|loses?|lost|forfeits?|faces?|misses|owes?|gets|left|forfeited');

/** What has been done, and how it is praised. */
export const dealt = kindOf('sold|selling|sell|sale|bought|buying|buy|left|leaving|leave|exited|exiting|exit|switched|switching|switch|moved-(?:out|from|into)|moving-(?:out|from|into)|get-(?:out|rid)|got-(?:out|rid)|getting-(?:out|rid)|dump|dumped|dumping|ditch|ditched|ditching|swap|swapped|swapping|took-profits|taking-profits|cash(?:ed|ing)?-(?:in|out)|part(?:ed|ing)?-with|unloaded|unloading|rotated|rotating|be-out|being-out|withdrew|withdrawing|abandoned|abandoning|fled|walked-away|walking-away|said-goodbye'); // prettier-ignore
export const dealing = kindOf('selling|leaving|buying|switching|exiting|moving-(?:out|from|into)|dumping|getting-(?:out|rid)|swapping|cashing-(?:in|out)|sellers?|leavers?|buyers?'); // prettier-ignore
export const good = kindOf('best|smart|smarter|smartest|wise|wiser|wisest|right|great|greatest|finest|fine|brilliant|shrewd|shrewdest|clever|cleverest|good|excellent|perfect|ideal|savvy|sensible|sound|soundest|prudent|lucky|luckiest|opportune|wonderful'); // prettier-ignore
export const decision = kindOf(
  'decisions?|moves?|choices?|call|trades?|deals?|steps?|ideas?|thing|timing|bets?|investments?|exits?|purchases?|swaps?',
);
export const season = kindOf('time|week|month|year|day|moment|quarter|season|autumn|spring|summer|winter|point');
export const have = kindOf('be|be-out|be-in|have|leave|leaving|sell|selling|buy|buying|own|owning|hold|holding|switch|move|moving|exit|dump|trade|swap|stay|quit|get-out|get-rid|part-with'); // prettier-ignore
export const avoided = kindOf(
  'avoided|avoids|avoiding|spared|spares|sparing|escaped|escapes|dodged|dodges|sidestepped|evaded',
);
export const loss = kindOf('loss|losses|fall|falls|drop|drops|decline|declines|crash|slump|rout|worst|[0-9.]+%');
export const kept = kindOf('avoided|spared|saved|escaped|dodged|kept|pocketed');
export const gained = kindOf('made|profited|doubled|tripled|pocketed|rewarded|ahead|better|richer|smiling|glad|happy|relieved|saved|kept|vindicated|gained|earned|won|thankful'); // prettier-ignore
export const paidOff = kindOf('paid-off|pays-off|pay-off|rewarded|vindicated|spared|saved|protected|masterstroke|coup|triumph|godsend|blessing|rich|was-worth|been-worth|were-worth|is-worth'); // prettier-ignore
export const wise = kindOf('smart|wise|early|informed|clever|shrewd|insider|prudent|careful|savvy|seasoned|sensible');
