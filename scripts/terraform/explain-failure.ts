import { CommandError } from '../analysis/command-error.ts';
import { AGAIN, ASK_DOCTOR, knownFailures } from './known-failures.ts';
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
  const said = [stderr, stdout].map(unframed);
  const all = said.join('\n');
  const refused = refusedValues(all);
  if (refused.length > 0) {
    const where = refused.some(({ ofModule }) => ofModule)
      ? 'Something in a lambda.json or service.json, or in terraform/terraform.tfvars,'
      : 'A setting in terraform/terraform.tfvars';
    return new CommandError(`${where} will not do.`, [...new Set(refused.map(({ says }) => says)), again]);
  }
  const errors = said.flatMap(errorsIn);
  for (const { when, says } of knownFailures) {
    // Error by error, so that what one says is not taken for another's.
    for (const error of [...errors, all]) {
      const text = unbroken(error);
      const found = when.exec(text);
      if (found === null) continue;
      const [message, ...lines] = says(found, text, about(text));
      const remedies = lines.map((line) => (line === AGAIN ? again : line));
      return new CommandError(message, [...goingOn(remedies, again), ...(quote ? wordsOf(all, errors, error) : [])]);
    }
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
    ...(quote ? wordsOf(all, errors) : ['What Terraform said of it stands above']),
    ASK_DOCTOR,
    again,
  ]);
}

/** With what to run when the cause is gone, where no remedy ends with it. */
const goingOn = (remedies: readonly string[], again: string): readonly string[] =>
  remedies.some((line) => line === again || line.startsWith('Then: npm run')) ? remedies : [...remedies, again];

const errorsIn = (text: string): string[] => text.split(/^(?=Error: )/m).filter((part) => part.startsWith('Error: '));

/** Terraform breaks the lines of what it says: with those of a paragraph as one. What is indented stays so. */
const unbroken = (text: string): string => text.replaceAll(/(?<=\S)\n(?=\S)/g, ' ');

/** What Terraform was at, in brackets. */
function about(error: string): string {
  const [, address] = /^\s*with ([^\n,]+(?:\["[^"]+"\][^\n,]*)?),/m.exec(error) ?? [];
  return address === undefined ? '' : ` (${address})`;
}

/** Lines of the error that is explained: all that Terraform says of a lock in a bucket. Of others there are the first. */
const LINES = { explained: 18, other: 6 };

/** Each error's own first lines, that which is explained first, indented as what somebody else said. */
function wordsOf(all: string, errors: readonly string[], explained?: string): string[] {
  const first = errors.filter((error) => error === explained);
  const words = [...first, ...errors.filter((error) => error !== explained)].slice(0, 3).flatMap((error) => {
    const lines = error.split('\n').filter((line) => line.trim() !== '');
    return lines.slice(0, error === explained ? LINES.explained : LINES.other);
  });
  const shown =
    errors.length > 0
      ? words
      : all
          .trim()
          .slice(-600)
          .split('\n')
          .filter((line) => line.trim() !== '');
  return shown.length === 0 ? [] : ['Terraform said:', ...shown.map((line) => `  ${line.trimEnd()}`)];
}

/** The values that rules of variables refuse; those of a module come out of folders and settings, and Terraform knows not which. */
const refusedValues = (all: string): { says: string; ofModule: boolean }[] =>
  [...all.matchAll(/Error: Invalid value for variable\n([\s\S]*?)\n\n([\s\S]+?)(?:\n\n|$)/g)].map(
    ([, place = '', text = '']) => ({
      says: text.split('\n').join(' ').trim(),
      ofModule: /\bin module "/.test(place),
    }),
  );
