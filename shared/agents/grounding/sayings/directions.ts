import { percent } from '../../../finance/amounts.ts';
import type { FactIndex } from '../fact-index.ts';
import { chanceSpokenOf } from './spoken-chance.ts';
import type { Saying } from './saying.ts';

/** Changes of a plan as people put them without a figure, and how their facts begin. */
const changes: readonly (readonly [said: RegExp, key: RegExp])[] = [
  [/\b(?:more (?:in(?:to)? |money in(?:to)? )?(?:stocks|equities|shares)|(?:fewer|less in) bonds|(?:more|higher|larger|bigger) (?:share of|stake in|exposure to) (?:stocks|equities))\b/i, /^retirement\.whatIf\.more_equity/],
  [/\b(?:(?:fewer|less in) (?:stocks|equities)|more (?:in(?:to)? |money in(?:to)? )?bonds|smaller share of stocks)\b/i, /^retirement\.whatIf\.less_equity/],
  [/(?<!\b(?:without|not|never) )\b(?:spend(?:ing)?|liv(?:e|ing) on) (?:a (?:tenth|little|bit) )?less\b|\b(?:cut(?:ting)?|trim(?:ming)?|reduc(?:e|ing)) (?:your |the )?spending\b/i, /^retirement\.whatIf\.spend_/],
  [/\b(?:work(?:ing)?|retir(?:e|ing)|stop(?:ping)?)(?: (?:a little|two years|a few years))? (?:longer|later)\b/i, /^retirement\.whatIf\.retire_/],
  [/(?<!\b(?:without|not|never) )\b(?:sav(?:e|ing)|contribut(?:e|ing)) (?:a (?:fifth|little|bit) )?more\b/i, /^retirement\.whatIf\.save_/],
]; // prettier-ignore
/** The opposites of changes that are tried: what the one adds, the other takes. */
const opposites: typeof changes = [
  [/(?<!\b(?:without|not|never) )\b(?:spend(?:ing)?|liv(?:e|ing) on) (?:(?:a (?:tenth|little|bit|lot)|far|much) )?more\b|\b(?:rais|increas)(?:e|ing) (?:your |the )?spending\b/i, /^retirement\.whatIf\.spend_/],
  [/\b(?:work(?:ing)?|retir(?:e|ing)|stop(?:ping)?(?: work)?)(?: (?:a little|a bit|two years|a few years|much))? (?:earlier|sooner|early)\b/i, /^retirement\.whatIf\.retire_/],
  [/(?<!\b(?:without|not|never) )\b(?:sav(?:e|ing)|contribut(?:e|ing)|put(?:ting)?) (?:(?:a (?:fifth|little|bit|lot)|far|much) )?(?:less|nothing)\b/i, /^retirement\.whatIf\.save_/],
]; // prettier-ignore
const EARLIER: (typeof changes)[number] = [/^/, /^retirement\.whatIf\.retire_/];
/** Characters: what a sentence begins with is what it speaks of, and not what another change makes possible. */
const SUBJECT = 36;
const RETIRING_AT = /\b(?:retir|stopp)ing(?: work)?(?: at)?(?: age)? (\d\d)\b/i;
/** Nothing is known of what it does but that it helps no plan that spends. */
const INFLATION =
  /\b(?:higher|rising|more|faster|increased) inflation\b|\binflation (?:is|were|was|runs?|rises?|goes|gets)\b(?:[^.,;]{0,25}\b(?:higher|up|faster)\b)?/i;
const UP = 'rais(?:e|es|ing)|lifts?|higher|increas\\w+';
const DOWN = 'lowers?|drops?|falls?|cuts?|reduc\\w+|decreas\\w+';
const GOOD = new RegExp(String.raw`\b(?:safer|safety|${UP}|improv\w+|helps?|better|more (?:secure|likely)|likelier|strengthens?|surer)\b`, 'i'); // prettier-ignore
const BAD = new RegExp(String.raw`\b(?:hurts?|${DOWN}|wors\w+|harms?|weakens?|riskier|less (?:secure|likely|safe))\b`, 'i'); // prettier-ignore
const UP_OR_DOWN = new RegExp(String.raw`\b(?:${UP}|${DOWN})\b`, 'i');
/** What it is good to raise: of anything else "raises" says neither. */
const RAISED = /\b(?:chances?|odds|probability|likelihood|success|safety|security|prospects|plan)\b(?!['’]s)/i;
/** What it is good to lower: "reduces the risk of running out". */
const OF_RUIN = new RegExp(String.raw`(?<=\b(?:${UP}|${DOWN}) (?:the |your )?)(?:risk|danger|chances?|odds|probability|likelihood) (?:of|that) [^.;,]{0,30}?(?:run(?:s|ning)? (?:out|dry|short)|fail\w*|ruin)\b`, 'i'); // prettier-ignore
/** What else may be less or more, of which the chance of the plan decides nothing. */
const OF_OTHERS = /\b(?:risks?|dangers?|loss(?:es)?|los(?:e|ing)|run(?:s|ning)? (?:out|dry|short)|fail\w*|ruin|swings?|tax\w*|fees?|costs?)\b/i; // prettier-ignore
const MOST = /\bthan (?:anything|any other|everything|all)\b|\b(?:the )?(?:most|biggest|strongest|single)\b/i;
/** "Halves the chance", "cuts your odds in half", "doubles your chance". */
const TIMES = /\b(?<way>halv|doubl)(?:e|es|ing|ed) (?:your |the )(?:chances?|odds)\b|\b(?<cut>cuts?|cutting) (?:your |the )(?:chances?|odds) in half\b/i; // prettier-ignore
const SAME = /\b(?:no difference|just as (?:safe|good|likely|secure)|changes? nothing|(?:does|would|will) not (?:change|matter)|leaves? [^.;]{1,30} (?:unchanged|(?:as|where) it is|the same)|as safe as)\b/i; // prettier-ignore
/** "Does not help", "makes no difference": said of one change alone, and not that it is too little. */
const NO_HELP = /\b(?:does|do|did|would|will|can) (?:not|nothing)(?: \w+ly)? (?:help|improve|raise|lift|increase|matter|change (?:anything|much|the (?:chance|outcome|picture))|for (?:your|the) (?:chances?|plan|odds|success|retirement)|to (?:help|improve|raise|lift))\b|\b(?:does|do|would|will|wo)n['’]t (?:help|improve|raise|lift|matter)\b|\bmakes? no (?:\w+ )?difference\b|\b(?:is|are) (?:useless|pointless|of no (?:use|help)|no help)\b|\bhas no (?:\w+ )?effect\b/i; // prettier-ignore
const TOO_LITTLE =
  /%|\b(?:enough|alone|by itself|on its own|much|only|if|whether|to (?:reach|get|85|the bar)|also)\b|\?/i;
/** Fractions: from here on it is no longer nothing. */
const FELT = 0.02;
const DENIED = /\b(?:not|no|never|neither|nor|little|barely|hardly|whether|if|how|depends?|but|while|although|though|may|might|either)\b|n['’]t\b|\?/i; // prettier-ignore
/** "If you save less, the chance improves" says what becomes of it. */
const LEADS = /^\s*if\b/i;
/** A fraction: near enough to the half or the double of a chance. */
const ABOUT = 0.15;
/** Fractions: less than a point is as good as nothing. */
const CLEAR = 0.01;

/** A change of the plan said to help that hurts, or the other way round; to be without effect, or to have the most. */
export function falseDirections(text: string, index: FactIndex): Saying[] {
  const planned = index.values.get('retirement.success');
  if (typeof planned !== 'number' || !(GOOD.test(text) || BAD.test(text) || SAME.test(text) || NO_HELP.test(text) || TIMES.test(text))) return []; // prettier-ignore
  let at = 0;
  return text.split(/(?<=[.!?;]\s|\n)/).flatMap((sentence): Saying[] => {
    const start = at;
    at += sentence.length;
    const place = { start, end: start + sentence.trimEnd().length };
    const times = TIMES.exec(sentence)?.groups;
    if (times !== undefined && !DENIED.test(sentence.replace(LEADS, ''))) {
      const factor = times.way?.toLowerCase() === 'doubl' ? 2 : 0.5;
      const isSo = [...index.values].some(([name, chance]) => typeof chance === 'number' && /\.whatIf\.[^.]+\.success$/.test(name) && Math.abs(chance / planned / factor - 1) < ABOUT); // prettier-ignore
      if (!isSo) return [{ ...place, fault: `no change that was tried ${factor === 2 ? 'doubles' : 'halves'} it` }];
    }
    const inflation = INFLATION.exec(sentence)?.[0];
    if (inflation !== undefined && !DENIED.test(sentence.replace(LEADS, '')) && RAISED.test(sentence) && isGood(sentence.replace(inflation, '')) === true) return [{ ...place, fault: 'no fact says that inflation helps' }]; // prettier-ignore
    const subject = sentence.slice(0, SUBJECT);
    const turned = opposites.filter(([said]) => said.test(subject));
    const early = Number(RETIRING_AT.exec(subject)?.[1] ?? Number.NaN) < Number(index.values.get('goals.retireAt'));
    const named = [...changes.filter(([said]) => said.test(sentence)), ...turned, ...(early && turned.length === 0 ? [EARLIER] : [])]; // prettier-ignore
    const [only] = named;
    if (
      only !== undefined &&
      named.length === 1 &&
      changes.includes(only) &&
      NO_HELP.test(sentence) &&
      !TOO_LITTLE.test(sentence)
    ) {
      const helps = effectsOf(index).find(({ key, change }) => only[1].test(key) && change >= FELT);
      return helps === undefined ? [] : [{ ...place, fault: `the chance is higher then (${helps.key}.change)` }];
    }
    if (SAME.test(sentence) && !/%|\balso\b/.test(sentence)) {
      const spoken = chanceSpokenOf(sentence, planned, index);
      if (spoken === null || Math.abs(spoken.chance - planned) < 2 * CLEAR) return [];
      return [{ ...place, fault: `the chance is then ${percent(spoken.chance)} (${spoken.fact}), and as planned ${percent(planned)}` }]; // prettier-ignore
    }
    if (only === undefined || named.length > 1 || DENIED.test(sentence.replace(LEADS, ''))) return [];
    const good = isGood(sentence.replace(only[0], ''));
    if (good === null) return [];
    const effects = effectsOf(index);
    const effect = effects.find(({ key }) => only[1].test(key));
    if (effect === undefined || Math.abs(effect.change) < CLEAR) return [];
    const { key } = effect;
    const change = changes.includes(only) ? effect.change : -effect.change;
    const said = `(${key}.change)`;
    if (good !== change > 0) return [{ ...place, fault: `the chance is ${change > 0 ? 'higher' : 'lower'} then ${said}` }]; // prettier-ignore
    const best = Math.max(...effects.map((one) => one.change));
    return good && MOST.test(sentence) && best > change + CLEAR ? [{ ...place, fault: `another change helps more ${said}` }] : []; // prettier-ignore
  });
}

/** Whether what a sentence says of the plan is good; null where it says neither, or speaks of something else. */
function isGood(said: string): boolean | null {
  const [up, down] = [GOOD.test(said), BAD.test(said)];
  const ruin = OF_RUIN.exec(said)?.[0];
  if (up === down || OF_OTHERS.test(said.replace(ruin ?? '', ''))) return null;
  if (ruin !== undefined) return down;
  return UP_OR_DOWN.test(said) && !RAISED.test(said) ? null : up;
}

const effectsOf = ({ values }: FactIndex): { key: string; change: number }[] =>
  [...values].flatMap(([name, change]) =>
    typeof change === 'number' && name.startsWith('retirement.whatIf.') && name.endsWith('.change')
      ? [{ key: name.slice(0, -'.change'.length), change }]
      : [],
  );
