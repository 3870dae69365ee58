// OpenAI's chat completions on loopback: HTTP/1.1.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parsed, replyTo, send } from './reply.ts';
import type { ModelServer, ReceivedRequest, Reply, Script } from './reply.ts';

export interface ChatSays {
  content?: string | null;
  toolCalls?: { id: string; name: string; arguments: string }[];
  refusal?: string;
  finishReason?: string;
  usage?: { prompt_tokens: number; completion_tokens: number; total_tokens: number } | null;
}

/** The body of a chat completion. */
export function completion({ content = null, toolCalls, refusal, finishReason = 'stop', usage }: ChatSays): object {
  const tool_calls = toolCalls?.map(({ id, name, arguments: input }) => ({
    id,
    type: 'function',
    function: { name, arguments: input },
  }));
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_760_000_000,
    model: 'test',
    choices: [
      {
        index: 0,
        finish_reason: finishReason,
        message: {
          role: 'assistant',
          content,
          ...(tool_calls !== undefined && { tool_calls }),
          ...(refusal !== undefined && { refusal }),
        },
      },
    ],
    ...(usage !== null && { usage: usage ?? { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 } }),
  };
}

/** A failure as OpenAI words it. */
export function chatError(
  status: number,
  message: string,
  options: { code?: string; headers?: Record<string, string> } = {},
): Reply {
  const { code = null, headers = {} } = options;
  return { status, headers, body: { error: { message, type: 'error', param: null, code } } };
}

/** The server's base URL is `url` with /v1 after it. */
export async function startChatServer(script: Script): Promise<ModelServer> {
  const requests: ReceivedRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url: path = '', headers } = request;
      const received = { path, headers, body: parsed(Buffer.concat(chunks).toString()) };
      requests.push(received);
      void replyTo(script, received, requests.length - 1).then((reply) => {
        send(response, reply, () => request.socket.destroy());
      });
    });
  });
  // A caller that is busy with itself for longer than the usual five seconds would send on a connection that is being closed.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => {
        resolve();
      });
    });
  return { url: `http://127.0.0.1:${port}`, requests, close };
}
