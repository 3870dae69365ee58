// Bedrock Runtime's wire on loopback: HTTP/2 without TLS (what the AWS SDK speaks to an http: endpoint), REST with JSON bodies,
// errors named in x-amzn-errortype.
import { createServer } from 'node:http2';
import type { Http2Session } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { parsed, replyTo, send } from './reply.ts';
import type { ModelServer, ReceivedRequest, Reply, Script } from './reply.ts';

export interface ConverseSays {
  text?: string;
  toolUse?: { toolUseId: string; name: string; input: unknown }[];
  /** What an open model reasons before it answers. */
  reasoning?: string;
  stopReason?: string;
  usage?: { inputTokens: number; outputTokens: number; totalTokens: number };
}

/** The body of a Converse answer. */
export function converse({ text, toolUse = [], reasoning, stopReason = 'end_turn', usage }: ConverseSays): object {
  const content = [
    ...(reasoning === undefined ? [] : [{ reasoningContent: { reasoningText: { text: reasoning } } }]),
    ...(text === undefined ? [] : [{ text }]),
    ...toolUse.map((use) => ({ toolUse: use })),
  ];
  return {
    metrics: { latencyMs: 1 },
    output: { message: { role: 'assistant', content } },
    stopReason,
    usage: usage ?? { inputTokens: 100, outputTokens: 20, totalTokens: 120 },
  };
}

/** A failure as Bedrock words it. */
export function bedrockError(
  status: number,
  name: string,
  message: string,
  headers: Record<string, string> = {},
): Reply {
  return {
    status,
    headers: { 'x-amzn-errortype': `${name}:http://internal.amazon.com/`, ...headers },
    body: { message },
  };
}

export async function startBedrockServer(script: Script): Promise<ModelServer> {
  const requests: ReceivedRequest[] = [];
  const sessions = new Set<Http2Session>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    // A client that goes away is part of the tests.
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const received = { path: request.url, headers: request.headers, body: parsed(Buffer.concat(chunks).toString()) };
      requests.push(received);
      void replyTo(script, received, requests.length - 1).then((reply) => {
        send(response, reply, () => request.stream.session?.destroy());
      });
    });
  });
  server.on('session', (session) => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
    session.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      for (const session of sessions) session.destroy();
      server.close(() => {
        resolve();
      });
    });
  return { url: `http://127.0.0.1:${port}`, requests, close };
}
