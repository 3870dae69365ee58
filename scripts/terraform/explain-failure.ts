import { CommandError } from '../analysis/command-error.ts';
import { AGAIN, knownFailures } from './known-failures.ts';
import type { Ended } from './run-terraform.ts';
import { unframed } from './warnings.ts';

/**
 * Why a command of Terraform failed, in words that tell a person what to do, and then what Terraform said. Last comes how to go on.
 *
 * @param quote false where the person has seen already what Terraform said
 * @param again what to run when the cause is gone
 * @param makes whether it was making something: of what was killed then not all may be known
 */
export function explainTerraformFailure(
  { stdout, stderr, killed }: Ended,
  doing: string,
  { quote = true, again = AGAIN, makes = false }: { quote?: boolean; again?: string | undefined; makes?: boolean } = {},
): CommandError {
  const all = unframed(`${stderr}\n${stdout}`);
  const refused = [...all.matchAll(/Error: Invalid value for variable\n[\s\S]*?\n\n([\s\S]+?)(?:\n\n|$)/g)].map(
    ([, text = '']) => text.split('\n').join(' ').trim(),
  );
  if (refused.length > 0) {
    return new CommandError('A setting in terraform/terraform.tfvars will not do.', [...new Set(refused), again]);
  }
  for (const { when, says } of knownFailures) {
    const found = when.exec(all);
    if (found === null) continue;
    const [message, ...lines] = says(found, all);
    const remedies = lines.map((line) => (line === AGAIN ? again : line));
    return new CommandError(message, [...goingOn(remedies, again), ...(quote ? wordsOf(all) : [])]);
  }
  if (killed !== undefined) {
    return new CommandError(`Terraform was killed (${killed}), and could not ${doing}.`, [
      makes
        ? 'What it was just making may be there without its knowing: it is then told as a name that is taken, with what to do'
        : 'It was making nothing yet',
      again,
    ]);
  }
  return new CommandError(`Terraform could not ${doing}.`, [
    ...(quote ? wordsOf(all) : ['What Terraform said of it stands above']),
    'What is wrong with this machine or account, as far as can be seen: npm run doctor',
    again,
  ]);
}

/** With what to run when the cause is gone, where no remedy ends with it. */
const goingOn = (remedies: readonly string[], again: string): readonly string[] =>
  remedies.some((line) => line === again || line.startsWith('Then: npm run')) ? remedies : [...remedies, again];

/** Each error's own first lines, indented as what somebody else said. */
function wordsOf(all: string): string[] {
  const errors = [...all.matchAll(/^Error: [^\n]*(?:\n(?!Error: )[^\n]*){0,6}/gm)].map(([text]) => text.trim());
  const words = (errors.length > 0 ? errors.slice(0, 3) : [all.trim().slice(-600)])
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.trim() !== '');
  return words.length === 0 ? [] : ['Terraform said:', ...words.map((line) => `  ${line.trimEnd()}`)];
}
