import { chosenStages, deployCommand, nextStage } from '../terraform/stage-remedy.ts';
import type { Paint, Style } from '../terminal/style.ts';
import type { Examination } from './examine.ts';
import type { Finding, FindingState } from './finding.ts';

const SIGNS: Readonly<Record<FindingState, readonly [sign: string, style: Style]>> = {
  ok: ['ok     ', 'green'],
  warning: ['warning', 'yellow'],
  problem: ['problem', 'red'],
  skipped: ['skipped', 'dim'],
};

/** Findings as lines, each with its remedies under it. */
export function describeFindings(title: string, findings: readonly Finding[], paint: Paint): string[] {
  const width = Math.max(...findings.map(({ check }) => check.length));
  return [
    paint(title, 'bold'),
    ...findings.flatMap(({ check, state, says, remedies }) => {
      const [sign, style] = SIGNS[state];
      return [
        `  ${paint(sign, style)}  ${check.padEnd(width)}  ${says}`,
        ...remedies.map((remedy) => `${' '.repeat(13 + width)}-> ${remedy}`),
      ];
    }),
  ];
}

export const countOf = ({ laptop, aws = [] }: Examination, state: FindingState): number =>
  [...laptop, ...aws].filter((finding) => finding.state === state).length;

/** The last line: what to make of it all. */
export function verdict(examination: Examination): string {
  const problems = countOf(examination, 'problem');
  const warnings = countOf(examination, 'warning');
  const later = [...examination.laptop, ...(examination.aws ?? [])].some((finding) => finding.later === true);
  const again = 'Wait a minute and ask again for what could not be told.';
  if (problems > 0)
    return `${problems} ${problems === 1 ? 'problem has' : 'problems have'} to be mended.${later ? ` ${again}` : ''}`;
  if (later) return `Nothing was found that has to be mended. ${again}`;
  const then =
    examination.aws !== undefined
      ? afterAws(examination.deployed)
      : examination.running
        ? 'npm run analyze -- examples/portfolio.csv'
        : 'npm start';
  return warnings > 0
    ? `Nothing has to be mended; see the warnings. Go on with: ${then}`
    : `All is well. Go on with: ${then}`;
}

/** What follows on AWS. Plain deploying adds no stage, so it is for the first, and for those that are chosen and not there yet. */
function afterAws(deployed: readonly string[], chosen = chosenStages()): string {
  const next = nextStage(chosen);
  if (chosen.some((stage) => !deployed.includes(stage))) return 'npm run deploy';
  return next === undefined ? 'npm run smoke -- --target aws' : `${deployCommand([next], chosen)} (guides/${next}.md)`;
}
