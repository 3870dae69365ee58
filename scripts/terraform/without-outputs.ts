import { Transform } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/**
 * What `terraform apply` says as it works, a line at a time, without the list of all outputs at its end: scripts read those by
 * themselves, and a person asks `terraform output` for them. A warning or error after the list, which Terraform draws in a frame,
 * is let through.
 */
export function withoutOutputs(): Transform {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  /** Empty lines that are not let through until something follows them. */
  let blank = '';
  let inOutputs = false;
  const through = (line: string): string => {
    const bare = line.trimEnd();
    if (bare === 'Outputs:') inOutputs = true;
    else if (/^(?:╷|Warning: |Error: )/.test(bare)) inOutputs = false;
    if (inOutputs) return '';
    if (bare === '') {
      blank += line;
      return '';
    }
    const shown = blank + line;
    blank = '';
    return shown;
  };
  const linesOf = (text: string, isEnd: boolean): string => {
    const lines = (rest + text).split(/(?<=\n)/);
    rest = isEnd || lines.at(-1)?.endsWith('\n') === true ? '' : (lines.pop() ?? '');
    return lines.map(through).join('');
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, linesOf(decoder.write(chunk), false));
    },
    flush(done) {
      done(null, linesOf(decoder.end(), true));
    },
  });
}
