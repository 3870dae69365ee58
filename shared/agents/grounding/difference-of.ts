import type { Figure } from './figure.ts';
import { areOfWhatIsNamed, balancesNamed, factOperand, isAbout, namedOperands, statedOperands } from './operands.ts';
import type { Operand, Reckoning } from './operands.ts';

export const APART =
  /\b(?:more|less|fewer|above|below|over|under|higher|lower|ahead|behind|short\w*|away|gap|difference|differ\w*|spread|apart|bigger|larger|smaller|beyond|swing|margin|cheaper|dearer|better|worse|exceed\w*|extra|shy|ris(?:e|es|ing)|grow\w*|gain\w*|increase|drop\w*|fall\w*|cut\w*|beat\w*|sav(?:e|es|ing)|up|down|separat\w*|outstrip\w*|trail\w*|between|surplus|room|spare|headroom|cushion|up from|too (?:little|much)|missing|miss\w*)\b/i;
export const LEFT =
  /\b(?:leav\w+|left|remain\w*|down to|(?:fall|drop|shrink|sink|slip)\w*[^.;]*\bto|to spare|still have|end up with)\b/i;
const TODAY = /\b(?:today|now|current\w*|portfolio|you have|start\w*|at present|present)\b/i;
const WANTED = /\b(?:spend\w*|want\w*|wish\w*|in mind|plan\w*|hop\w+|ask\w*|need\w*|target|like|goal|aim\w*)\b/i;
/** A target, or what stands against one. */
const AIMED = /\.(?:target|drift|toTarget)$|^rebalancing\./;
const SHARES = /^(?:holding|allocation\.\w+)\.[^.]+\.value$/;

/**
 * The difference of two facts of one unit: of two that are stated beside it, of two things that are named, or of one and what
 * the words mean by "today" or "than planned"; for points, of two percentages.
 */
export function differenceOf(reckoning: Reckoning): string | null {
  const { figure, context, index } = reckoning;
  if (figure.kind !== 'money' && figure.kind !== 'points' && figure.kind !== 'percent') return null;
  const unit = figure.kind === 'money' ? 'money' : 'percent';
  const stated = [...statedOperands(reckoning, unit), ...(unit === 'money' ? inMoney(reckoning) : [])];
  // "By 85 the median balance has fallen by $200,000".
  if (unit === 'money') stated.push(...balancesNamed(reckoning));
  if (unit === 'percent' && /\b(?:start|beginning|first (?:five )?years|opening)\b/i.test(context.sentence))
    stated.push(...factOperand(index, 'percent', 'retirement.sequence.worst.success'), ...factOperand(index, 'percent', 'retirement.sequence.best.success')); // prettier-ignore
  const left = LEFT.test(context.own) || LEFT.test(context.before);
  if (!left && !APART.test(context.clause) && !APART.test(context.after)) return null;
  const aimed = /\btargets?\b/i.test(context.own);
  const fits = ([one, other]: readonly [Operand, Operand]) =>
    one.fact !== other.fact &&
    (isAbout(figure, Math.abs(one.value - other.value)) || (unit === 'percent' && isOfTheShown(figure, one, other))) &&
    (!aimed || AIMED.test(one.fact) || AIMED.test(other.fact)) &&
    areOfWhatIsNamed([one, other], context);
  const meant = unit === 'percent' ? [...targetsNamed(reckoning), ...companionsOf(reckoning, stated)] : [
    ...companionsOf(reckoning, stated),
    ...(left || TODAY.test(context.sentence) ? factOperand(index, 'money', 'portfolio.value') : []),
    ...(WANTED.test(context.sentence) ? factOperand(index, 'money', 'goals.income') : []),
  ]; // prettier-ignore
  const named =
    unit === 'money'
      ? namedOperands(reckoning, 'money', SHARES)
      : figure.kind === 'percent'
        ? namedOperands(reckoning, 'percent', /^holding\.[^.]+\.expenseRatio$/)
        : [];
  const pair = [...pairsOf(stated), ...pairsOf(named), ...stated.flatMap((one) => meant.map((other) => [one, other] as const))].find(fits); // prettier-ignore
  if (pair === undefined) return null;
  const [one, other] = pair[0].value >= pair[1].value ? pair : [pair[1], pair[0]];
  return `${one.fact} - ${other.fact}`;
}

/** What is compared with a fact where only that one is stated: "four points short of 85%". */
const COMPANIONS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^retirement\.whatIf\.spend\w*\.label$|^retirement\.sustainableIncome$|^question\.whatIf\.\d+\.label$/,
    /^goals\.income$/,
  ],
  [/^question\.whatIf\.\d+\.found\.income$/, /^goals\.income$/],
  [/^question\.whatIf\.\d+\.found\.contribute$/, /^goals\.contribute$/],
  [/^question\.savingsGoal\.\d+\.(?:half|likely)$/, /^question\.savingsGoal\.\d+\.planned$/],
  [/^retirement\.whatIf\.save\w*\.label$|^question\.whatIf\.\d+\.label$/, /^goals\.contribute$/],
  [/^retirement\.(?:medianAt\w+|balance\..*)$/, /^portfolio\.value$/],
  [/^retirement\.confidence$/, /^retirement\.success$/],
  [/\.riskless$/, /^performance\.whole\.(?:timeWeighted\.annualized|moneyWeighted)$/],
  [/^performance\.whole\.moneyWeighted$/, /^performance\.whole\.timeWeighted\.annualized$/],
  [/^assumption\.inflation\.mean$/, /^(?:risk\.mean|assumption\.cash\.mean|cash\.interest\.yield)$/],
  [/^retirement\.sequence\.\w+\.success$/, /^retirement\.success$/],
];

function companionsOf({ index }: Reckoning, stated: readonly Operand[]): Operand[] {
  const known = [...index.percent, ...index.money];
  return stated
    .flatMap(({ fact }) =>
      COMPANIONS.flatMap(([one, other]) => (one.test(fact) ? known.filter(({ fact: name }) => other.test(name)) : [])),
    )
    .map(({ fact, value, meaning }) => ({ fact, value, subjects: meaning.subjects, at: -1 }));
}

/** The loss in money where its share is stated: "it would fall by 32%, to about $341,000". */
function inMoney(reckoning: Reckoning): Operand[] {
  return statedOperands(reckoning, 'percent').flatMap(({ fact, at }) => {
    const money = fact
      .replace(/^(risk\.stress\.\w+)\.return$/, '$1.change')
      .replace(/^(risk\.loss\d+)\.share$/, '$1.value');
    return money === fact ? [] : factOperand(reckoning.index, 'money', money).map((one) => ({ ...one, at }));
  });
}

/** The targets of what the sentence names, where it speaks of targets. */
function targetsNamed(reckoning: Reckoning): Operand[] {
  return /\btargets?\b/i.test(reckoning.context.sentence)
    ? namedOperands(reckoning, 'percent', /^drift\.\w+\.[^.]+\.target$/)
    : [];
}

/** "From 45% to 54%, nine points": what is left of two figures as they are shown. */
const isOfTheShown = ({ value, place }: Figure, { shown: one }: Operand, { shown: other }: Operand): boolean =>
  one !== undefined && other !== undefined && place >= 1 && Math.abs(Math.abs(one - other) - value) < 1e-6;

export function pairsOf(operands: readonly Operand[]): (readonly [Operand, Operand])[] {
  return operands.flatMap((one, at) => operands.slice(at + 1).map((other) => [one, other] as const));
}
