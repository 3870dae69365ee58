import * as z from 'zod';
import { accessLine } from './access-line.ts';
import { errorWords, framesOf, underError } from './error-in-line.ts';
import { levelIn, type Level } from './line-level.ts';
import { servedLine } from './served-line.ts';

/** Whether a line says that something failed, whoever wrote it, and whatever its words are. */
export const saysFailed = (text: string): boolean => parseLine(text).level === 'ERROR';

/** A line of a log as a person wants it. */
export interface ParsedLine {
  level: Level;
  message: string;
  /** What else the line says, a word each. */
  fields: [name: string, value: string][];
  jobId: string | undefined;
  traceId: string | undefined;
  requestId: string | undefined;
  /** What an error was caused by, and its stack, a line each. */
  stack: string[];
  /** `platform`: Lambda's own; `metrics`: figures for CloudWatch; `line`: what the program says. */
  kind: 'line' | 'platform' | 'metrics';
}

const entry = z.looseObject({ message: z.string(), level: z.string().optional() });
/** Said by the columns already, or by every line of a function. */
const NOT_SHOWN =
  /^(?:level|message|timestamp|service|cold_start|function_\w+|sampling_rate|xray_trace_id|jobId|stack|trace|errorMessage|errorType)$/;

/** Reads what a function, a service, Lambda or an API wrote. Never fails: what is of no known form is a message. */
export function parseLine(text: string): ParsedLine {
  return platformLine(text) ?? jsonLine(text) ?? modelLine(text) ?? consoleLine(text);
}

const plain = (message: string, level: Level = 'INFO'): ParsedLine => ({
  ...{ level, message, fields: [], jobId: undefined, traceId: undefined, requestId: undefined, stack: [] },
  kind: 'line',
});

/** https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-view.html */
function platformLine(text: string): ParsedLine | undefined {
  const [, what = '', requestId] =
    /^(START|END|REPORT|INIT_START|INIT_REPORT)\b(?: RequestId: (\S+))?/.exec(text) ?? [];
  if (what === '') return undefined;
  const field = (name: string): string | undefined => new RegExp(`${name}: ([^\\t]+)`).exec(text)?.[1]?.trim();
  const line: ParsedLine = { ...plain(what), requestId, kind: 'platform', traceId: field('XRAY TraceId') };
  const failed = field('Status');
  const cold = field('Init Duration');
  if (what === 'REPORT') {
    const used = `${field('Max Memory Used') ?? '?'} of ${field('Memory Size') ?? '?'}`;
    line.message = `took ${field('\\tDuration') ?? '?'}, ${used}${cold === undefined ? '' : `, cold start ${cold}`}`;
  } else if (what === 'INIT_REPORT') line.message = `cold start ${cold ?? '?'}`;
  // Of a start that went well, too, some runtimes say so.
  if (failed !== undefined && failed !== 'success') {
    line.level = 'ERROR';
    line.message += `, ${failed}${field('Error Type') === undefined ? '' : ` (${field('Error Type') ?? ''})`}`;
  }
  return line;
}

function jsonLine(text: string): ParsedLine | undefined {
  if (!text.startsWith('{')) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value === 'object' && value !== null && '_aws' in value) return { ...plain(text), kind: 'metrics' };
  const request = accessLine(value);
  if (request !== undefined) return { ...plain(request.message), ...request };
  const { data } = entry.safeParse(value);
  if (data === undefined) return undefined;
  const { message, level = 'INFO' } = data;
  const fields = Object.entries(data).flatMap(([name, one]): [string, string][] =>
    NOT_SHOWN.test(name) || one === null ? [] : [[name, wordOf(one)]],
  );
  const said = (name: string): string | undefined => (typeof data[name] === 'string' ? data[name] : undefined);
  return {
    ...plain(message, levelOf(level)),
    fields,
    jobId: said('jobId') ?? said('runId'),
    traceId: said('xray_trace_id'),
    requestId: said('function_request_id'),
    // Whatever the field's name is: a function of one's own may call it as it likes.
    stack: [
      ...Object.values(data)
        .filter((one) => errorWords(one) !== undefined)
        .flatMap(underError),
      ...framesOf(data),
    ],
  };
}

/** What the server of a model writes, and the model behind it. */
function modelLine(text: string): ParsedLine | undefined {
  const line = servedLine(text);
  if (line === undefined) return undefined;
  const [first = '', ...rest] = line.message.split('\n');
  return { ...plain(first, line.level), stack: rest };
}

/** What console.log writes in a function: time, request, level and text, with tabs between. */
function consoleLine(text: string): ParsedLine {
  const [, requestId, level, said] = /^\d{4}-\d\d-\d\dT\S+\t(\S+)\t([A-Z]+)\t([\s\S]*)$/.exec(text) ?? [];
  if (level === undefined || said === undefined) {
    const [first = '', ...rest] = text.split('\n');
    return { ...plain(first, levelIn(text)), stack: rest };
  }
  const [first = '', ...rest] = said.split('\n');
  const [what = '', json = ''] = first.split('\t');
  const parsed = json.startsWith('{') ? errorOf(json) : undefined;
  const message = parsed === undefined ? first.replaceAll('\t', ' ') : `${what}: ${parsed.message}`;
  return { ...plain(message, levelOf(level)), requestId, stack: parsed?.stack ?? rest };
}

function errorOf(json: string): { message: string; stack: string[] } | undefined {
  try {
    const value: unknown = JSON.parse(json);
    const message = errorWords(value);
    return message === undefined ? undefined : { message, stack: underError(value) };
  } catch {
    return undefined;
  }
}

function levelOf(text: string): Level {
  if (/^(?:ERROR|FATAL|CRITICAL)$/i.test(text)) return 'ERROR';
  if (/^WARN/i.test(text)) return 'WARN';
  return /^(?:DEBUG|TRACE)$/i.test(text) ? 'DEBUG' : 'INFO';
}

function wordOf(value: unknown): string {
  if (typeof value === 'string') return /\s/.test(value) ? JSON.stringify(value) : value;
  return JSON.stringify(errorWords(value) ?? value);
}
