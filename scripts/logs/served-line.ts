import { levelIn, levelOfStatus, type Level } from './line-level.ts';

/**
 * A line of the server that SageMaker's Hugging Face images serve a model with (Multi Model Server). What the model's own program prints
 * it passes on as information, each line behind a prefix of its own: what stands behind that decides, or the prefix where it says worse.
 *
 * @see https://github.com/awslabs/multi-model-server/blob/master/docs/logging.md
 */
export function servedLine(text: string): { level: Level; message: string } | undefined {
  const [, level = '', logger = '', said] =
    /^\d{4}-\d\d-\d\d[T ][\d:]+[,.]\d+ \[(\w+) *\] (?:\S+ )??(\S+) - ([\s\S]*)$/.exec(text) ?? [];
  if (said === undefined) return undefined;
  // `/10.0.0.1:3678 "POST /invocations HTTP/1.1" 400 3`
  const [, status] = logger === 'ACCESS_LOG' ? (/" (\d{3}) \d+$/.exec(said) ?? []) : [];
  const levels = [levelIn(`[${level}]`), status === undefined ? levelIn(said) : levelOfStatus(Number(status))];
  return {
    level: levels.find((one) => one === 'ERROR') ?? levels.find((one) => one === 'WARN') ?? 'INFO',
    message: said,
  };
}
