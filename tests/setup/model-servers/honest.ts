// A language model that writes as honestly as the narrator, and a judge that likes it.
import * as z from 'zod';
import { anyPart } from '../../../shared/agents/models/narrator/parts/any-part.ts';
import { completion } from './chat-server.ts';
import type { ReceivedRequest, Reply } from './reply.ts';

const WRITERS = ['reporter', 'charter', 'retirement', 'planner'] as const;
const body = z.object({ messages: z.array(z.object({ role: z.string(), content: z.string() })) });

/** Who asks: every agent's instructions begin with who it is. */
export function agentOf(request: ReceivedRequest): (typeof WRITERS)[number] | 'judge' {
  const said = body.parse(request.body).messages[0]?.content ?? '';
  const [, agent] = /You are the (\w+)/.exec(said) ?? [];
  return z.enum([...WRITERS, 'judge']).parse(agent);
}

const full = { score: 95, reason: 'Plainly said.' };
export const praise = { grounded: full, complete: full, clear: full, balanced: full, compliant: full };

export function honest(request: ReceivedRequest): Reply {
  const agent = agentOf(request);
  const question = body.parse(request.body).messages.find(({ role }) => role === 'user')?.content ?? '';
  const content = JSON.stringify(agent === 'judge' ? praise : anyPart(question, agent));
  return { body: completion({ content }) };
}
