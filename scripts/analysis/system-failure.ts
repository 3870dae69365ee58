import * as z from 'zod';
import { causesOf } from './causes-of.ts';
import { CommandError } from './command-error.ts';

const systemError = z.object({ code: z.string(), syscall: z.string(), path: z.string().optional() });

const KINDS: { codes: RegExp; says: string; remedy: string }[] = [
  {
    codes: /^(?:ENOSPC|EDQUOT)$/,
    says: 'the disk is full',
    remedy: 'Free some space (about 200 MB are enough) and try again.',
  },
  {
    codes: /^(?:EACCES|EPERM|EROFS)$/,
    says: 'this is not permitted',
    remedy: 'Give yourself permission there; ALEX_HOME moves what Alex keeps to another folder.',
  },
  {
    codes: /^(?:ENOTDIR|EEXIST|EISDIR)$/,
    says: 'a file is where a folder should be, or the other way round',
    remedy: 'Move it away and try again.',
  },
  { codes: /^(?:EMFILE|ENFILE)$/, says: 'too many files are open', remedy: 'Close other programs and try again.' },
  { codes: /^ENOMEM$/, says: 'memory has run out', remedy: 'Close other programs and try again.' },
  { codes: /^EIO$/, says: 'the disk could not be read or written', remedy: 'Check the disk, then try again.' },
];

/** What a machine says that has no way to itself. */
const UNREACHABLE = /^(?:ENETUNREACH|EADDRNOTAVAIL|EHOSTUNREACH|ENETDOWN)$/;
const connection = z.object({ code: z.string().regex(UNREACHABLE), address: z.string().regex(/^(?:127\.|::1$)/) });

/** The fleet's parts speak to one another over 127.0.0.1; without it nothing works, wherever that is noticed. */
function explainNoLoopback(error: unknown): CommandError | undefined {
  for (const one of causesOf(error)) {
    const { data } = connection.safeParse(one);
    if (data === undefined) continue;
    return new CommandError(
      `This machine cannot reach itself at ${data.address} (${data.code}), over which the parts of Alex speak to one another.`,
      ['Bring its loopback interface up (on Linux: ip link set lo up; in a container: allow it), and try again.'],
      error,
    );
  }
  return undefined;
}

/** A refusal by the operating system that nobody nearer to it has explained, in a sentence; undefined for any other error. */
export function explainSystemFailure(error: unknown): CommandError | undefined {
  const alone = explainNoLoopback(error);
  if (alone !== undefined) return alone;
  const { data } = systemError.safeParse(error);
  const kind = data && KINDS.find(({ codes }) => codes.test(data.code));
  if (data === undefined || kind === undefined) return undefined;
  const what = data.path === undefined ? `Alex cannot go on` : `Alex cannot use ${data.path}`;
  return new CommandError(`${what}: ${kind.says} (${data.code}).`, [kind.remedy], error);
}
