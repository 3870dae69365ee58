import { anyOf } from '../any-of.ts';
import { everyMatch } from '../every-match.ts';
import { viewOf } from '../grounding/text-view.ts';
import { assurancesIn } from './assurances.ts';
import { certaintyIn } from './certainty.ts';
import { outcomesIn } from './outcomes.ts';
import { praiseIn } from './praise.ts';
import { pushesIn } from './pushes.ts';

/** `promise`: says that something uncertain is certain; `push`: sells; `certainty`: advises on tax or law as if it were settled. */
export type ClaimKind = 'promise' | 'push' | 'certainty';

export interface Claim {
  kind: ClaimKind;
  /** As it stands in the text. */
  text: string;
}

/** What no text of ours may say (FINRA rule 2210(d)(1)(B) and (F): no promissory, exaggerated or unwarranted claims, no forecasts of performance). */
const claims: readonly (readonly [ClaimKind, RegExp])[] = [
  ['promise', /\bguarant(?:ee[sd]?|eeing|y)\b/giu],
  ['promise', /\b(?:will|shall|'ll|going to|are|is) (?:most )?(?:definitely|certainly|surely|undoubtedly|without (?:a )?doubt|inevitably|assuredly)\b/giu],
  ['promise', /\b(?:will|shall|'ll|going to) (?:always|never|easily|at least) (?:rise|grow|gain|win|pay|run out|lose|fall|go down|drop|double|beat|recover)\b/giu],
  ['promise', /\b(?:will|shall|'ll|going to|set to|bound to|sure to|certain to|destined to) (?:double|triple|quadruple|multiply|outperform|skyrocket|soar|boom|make you (?:rich|wealthy|a millionaire)|be (?:rich|wealthy|a millionaire)|beat the (?:market|index)|never be poor|pay off|come true|be worth (?:more|twice|double))\b/giu],
  ['promise', /\b(?:bound|sure|certain|destined|guaranteed|assured) to (?:rise|grow|gain|last|succeed|recover|go up|profit|win|come back)\b/giu],
  ['promise', /\byou (?:will|shall|can|'ll) (?:never|not) (?:run out of money|lose (?:money|a (?:cent|dollar|penny)|anything))|\byou(?:'ll| will) (?:be able to )?retire (?:comfortably|rich|in comfort)\b/giu],
  ['promise', /\b(?:can(?:no|')t|can not|can never|could never|impossible to|no way to|unable to) (?:possibly )?(?:lose|fail|go wrong|go down|miss)(?! sight| track| out| the)\b/giu],
  ['promise', /\b(?:risk[- ]free|riskless)(?! rate| asset| return| benchmark| treasury| bill)\b|\b(?:no|zero|without(?: any)?) (?:downside|risk)(?! of| that| premium|,? but)\b/giu],
  ['promise', /\b(?:completely|perfectly|totally|absolutely|entirely|100 ?%) (?:safe|secure|certain|risk[- ]free|protected)\b|\b(?:sure thing|safe bet|foolproof|fail-?safe|no-brainer|sure-?fire|easy money|free money)\b/giu],
  ['push', /\b(?:act|buy|invest|(?<!\b(?:conference|earnings|phone|video|margin|the|a) )call|order|subscribe|sign up|join) (?:now|today|before it(?:'s| is) too late|immediately|while (?:you|it|supplies))\b|\b(?:limited[- ]time|once[- ]in[- ]a[- ]lifetime|don['’]t miss|can['’]t[- ]miss|last chance|hot (?:stock|tip|pick)|strong buy|must[- ](?:buy|have|own)|insider)\b/giu],
  ['push', /\b(?:sign up (?:for|with|at)|open an account (?:with|at)|use (?:my|our) (?:code|link)|promo code|sponsored|affiliate|referral (?:link|code)|click (?:here|the link|below))\b/giu],
  ['push', /\bthe (?:single )?best (?:fund|stock|etf|investment|product|annuity|broker) (?:to buy|available|on the market|in the world|you can (?:buy|own)|there is|money can buy)\b|\beveryone should (?:buy|own)\b/giu],
  ['certainty', /\b(?:you|they) (?:will|'ll|won['’]t|do not|don['’]t) (?:ever )?(?:owe|pay|have to pay) (?:no |any |a cent of |zero )?(?:tax(?:es)?|penalt(?:y|ies))\b|\b(?:avoid|escape|pay no|eliminate) (?:all|any|every)? ?(?:of your )?tax(?:es)?(?: forever| entirely| altogether| legally)\b/giu],
  ['promise', /\b(?:no|zero|without(?: any)?) risk of (?:los(?:s|ses|ing)|falling|default|ruin|failure|running out)\b|\b(?:is|are|be|makes?|looks? like) (?:a |an )?(?:sure|certain|guaranteed|safe|proven) winners?\b/giu],
  ['promise', /\b(?:rates?|prices?|stocks?|markets?|bonds?|yields?|shares|inflation|the dollar|gold) (?:is|are) (?:about|set|due|poised|bound|ready) to (?:fall|rise|drop|go (?:up|down)|climb|decline|rebound|recover|jump|turn)\b/giu],
  ['push', /\b(?:now|today|this) is (?:a|an|the) (?:good|great|right|perfect|ideal|excellent|best) (?:time|moment|day) to (?:buy|sell|invest|get (?:in|out)|switch|own)\b|\bI(?: would|'d) (?:buy|sell|dump|drop|get (?:rid )?(?:of|out of|into))\b/giu],
  ['push', /(?<!\b(?:[Ww]hether|[Ii]f|[Tt]hat) )\b(?!(?:Whether|If|That)\b)(?:[A-Z][\w&]+(?: [A-Z][\w&]+)?|it|the (?:stock|fund|shares?)|(?:its|their|these|those) (?:stocks?|shares)) (?:is|are|looks?|seems?|remains?) (?:clearly |still |now |currently |badly |deeply |heavily |way |very |so )*(?:undervalued|overvalued|underpriced|overpriced|dirt cheap|a (?:bargain|steal))\b/gu],
  ['certainty', /\b(?:you|they) (?:owe|pay) (?:no|zero) (?:capital gains |income )?tax(?:es)? (?:on|for|when|if) (?:this|that|these|those|the|your|it|selling)\b|\b(?:the )?irs (?:lets|allows|permits|will let|will allow)\b/giu],
  ['certainty', /\b(?:the )?irs (?:will|won['’]t|will not|cannot|can['’]t) (?:never )?(?:notice|question|audit|object|tax|touch|allow|accept)\b|\b(?:perfectly|completely|entirely|100 ?%) legal\b|\b(?:always|fully|definitely|certainly) (?:tax[- ])?deductible\b|\blegally (?:safe|certain|guaranteed|protected)\b/giu],
  ['promise', /\b(?:avoids?|prevents?|rules? out|eliminates?|removes?|spares? you|shields? you from|protects? you (?:from|against)) (?:any|all|every|further|future) (?:\w+ )?(?:loss(?:es)?|risks?|downside|ruin)\b/giu],
  ['promise', /\b(?:is|are|stays?|remains?) (?:never|in no way|not in any way) (?:at risk|in danger|exposed|threatened|in doubt)\b/giu],
  ['promise', /\b(?:odds|chances|numbers|math|maths|markets?|history) (?:is|are) (?:entirely|fully|wholly|completely|firmly|squarely|all|always) (?:in|on) your (?:favou?r|side)\b/giu],
  ['push', /\bis (?:a|the|one) (?:real |true |clear |proven |big |long-term )?winner\b|\bkeeps? on giving\b/giu],
]; // prettier-ignore
const canClaim = anyOf(claims.map(([, pattern]) => pattern));

/** What turns a claim into its opposite, in the same sentence and shortly before it, or right behind it. */
const DENIED_BEFORE =
  /(?:\b(?:no|not|never|nothing|nobody|none|neither|nor|cannot|without|hardly|rarely|beware of|wary of|rather than|instead of|no one|anyone who|whoever|few|sounds?|far from)\b|n['’]t\b)[^.!?;]{0,60}$/iu;
const DENIED_AFTER =
  /^\s(?:nothing|no)\b|^[^.!?;]{0,25}\b(?:is|are|does|do|do[- ]es) (?:not|never)\b|^[^.!?;]{0,15}\b(?:do(?:es)? not exist|is a myth)\b/iu;
/** A denial within the words themselves is none: "cannot lose". */
const SENTENCE = /[^.!?;\n]*$/u;
/** From their first word on: an order begins with it. The point of a figure ends none: "67.7% of them". */
const SENTENCES = /[^\s.!?;](?:[^.!?;\n]|\.(?=\d))*[.!?;]*/gu;

/**
 * What a text promises, sells or declares certain that nobody can: "guaranteed", "cannot lose", "will double", "act now",
 * "you will pay no tax". "Nothing is guaranteed" and "not risk-free" are fine.
 *
 * @param asNews whether the text tells of what others will do, as news does, and not of what will become of a reader's money
 * @example claimsIn('This fund cannot lose.') // [{ kind: 'promise', text: 'cannot lose' }]
 */
export function claimsIn(written: string, asNews = false): Claim[] {
  const text = viewOf(written).text.replaceAll('’', "'");
  const words = (canClaim(text) ? claims : []).flatMap(([kind, pattern]) =>
    everyMatch(pattern, text)
      .filter(({ 0: found, index }) => {
        const before = SENTENCE.exec(text.slice(Math.max(0, index - 120), index))?.[0] ?? '';
        return !isDenied(before, text.slice(index + found.length));
      })
      .map(({ 0: found, index }): Placed => ({ kind, text: found.trim(), index })),
  );
  const worded = onceEach(words, []);
  const meant = everyMatch(SENTENCES, text).flatMap(({ 0: sentence, index: start }) => {
    const said = [
      ...assurancesIn(sentence),
      ...outcomesIn(sentence, asNews),
      ...pushesIn(sentence),
      ...praiseIn(sentence),
    ];
    const meantSo = said.filter(
      ({ text: found, index }) => !isDenied(sentence.slice(0, index), sentence.slice(index + found.length)),
    );
    const within = worded.filter(({ index }) => index >= start && index < start + sentence.length);
    const all = [...meantSo, ...certaintyIn(sentence)].map((one): Placed => ({ ...one, index: start + one.index }));
    return onceEach(all, within);
  });
  return [...worded, ...meant].map(({ kind, text: found }) => ({ kind, text: found }));
}

/** A claim and where it begins in the text. */
interface Placed extends Claim {
  index: number;
}

/** Without what shares a word with another: one promise has words of several rules. */
function onceEach(found: readonly Placed[], told: readonly Placed[]): Placed[] {
  const kept = [...told];
  for (const one of found) {
    const end = one.index + one.text.length;
    if (!kept.some(({ index, text }) => index < end && one.index < index + text.length)) kept.push(one);
  }
  return kept.slice(told.length);
}

const isDenied = (before: string, after: string): boolean =>
  DENIED_BEFORE.test(before.slice(-120)) || DENIED_AFTER.test(after.slice(0, 60)) || isMentioned(before, after);

/** A word in quotation marks of which something is said: "'guaranteed' is a word that no fund can use". */
const isMentioned = (before: string, after: string): boolean =>
  /["“]$/u.test(before) && /^["”] (?:is|are|means?) (?:an?|no|only|the|not|nothing)\b/u.test(after);

const wrong: Readonly<Record<ClaimKind, string>> = {
  promise: 'promises what nobody can promise',
  push: 'sells instead of informing',
  certainty: 'declares certain what depends on law or tax rules',
};

/** The claims of texts, for whoever wrote them: one sentence each. */
export function complianceProblems(texts: readonly string[]): string[] {
  const found = texts
    .flatMap((text) => claimsIn(text))
    .map(({ kind, text }) => `"${text}" ${wrong[kind]}: leave it out`);
  return [...new Set(found)];
}
