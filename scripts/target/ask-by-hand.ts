import { STSClient } from '@aws-sdk/client-sts';
import { SignatureV4 } from '@smithy/signature-v4';
import * as z from 'zod';
import { awsLimits } from './aws-limits.ts';

/** One question for a service whose client would be a package of its own. */
export interface Question {
  /** As requests are signed for it, and as AWS_ENDPOINT_URL_… has it. */
  service: string;
  variable: string;
  endpoint: string;
  region: string;
  method: 'GET' | 'POST';
  path: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: string;
  /** What it is called, for its refusal. */
  operation: string;
}

const refusal = z.object({ __type: z.string() });

/** Asks AWS with the credentials of this machine. @returns its JSON @throws {Error} named as AWS names its refusal */
export async function askByHand(question: Question): Promise<unknown> {
  const { service, variable, endpoint, region, method, path, query = {}, body, operation } = question;
  const { config } = new STSClient({ region, ...awsLimits() });
  const { protocol, hostname, host, port } = new URL(
    process.env[`AWS_ENDPOINT_URL_${variable}`] ?? process.env.AWS_ENDPOINT_URL ?? endpoint,
  );
  const signer = new SignatureV4({ service, region, credentials: config.credentials, sha256: config.sha256 });
  const { headers } = await signer.sign({
    ...{ method, protocol, hostname, path, query },
    ...(port !== '' && { port: Number(port) }),
    headers: { host, ...question.headers },
    ...(body !== undefined && { body }),
  });
  const search = new URLSearchParams(query).toString();
  const answer = await fetch(`${protocol}//${host}${path}${search === '' ? '' : `?${search}`}`, {
    ...{ method, headers },
    ...(body !== undefined && { body }),
    signal: AbortSignal.timeout(awsLimits().requestHandler.requestTimeout),
  });
  const told: unknown = await answer.json();
  if (answer.ok) return told;
  const error = new Error(`AWS refuses ${operation} (${answer.status})`);
  const kind = answer.headers.get('x-amzn-errortype')?.replace(/:.*$/, '') ?? refusal.safeParse(told).data?.__type;
  error.name = kind?.replace(/^.*#/, '') ?? `HTTP ${answer.status}`;
  throw error;
}

/** Why it could not be asked, in a few words. */
export function whyUnasked(error: unknown): string {
  if (error instanceof z.ZodError || error instanceof SyntaxError) return 'the answer is none that is known here';
  // What fetch says of any connection that failed.
  if (error instanceof TypeError) return 'AWS could not be reached';
  return error instanceof Error ? error.name : String(error);
}
