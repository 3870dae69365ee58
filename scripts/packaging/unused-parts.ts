import type { Plugin } from 'esbuild';
import { plainToolSchemas } from './plain-tool-schemas.ts';
import { withoutApprovals } from './without-approvals.ts';
import { withoutBlockedOutputs } from './without-blocked-outputs.ts';
import { withoutConstraints } from './without-constraints.ts';
import { withoutDescriptions } from './without-descriptions.ts';
import { withoutHostedTools, withoutTools } from './without-hosted-tools.ts';
import { withoutOpenAiZod } from './without-openai-zod.ts';
import { withoutRelations } from './without-relations.ts';
import { withoutCallsRemembered, withoutResumption } from './without-resumption.ts';
import { withoutSandbox } from './without-sandbox.ts';
import { withoutSdkTraces } from './without-sdk-traces.ts';
import { withoutSessions } from './without-sessions.ts';
import { withoutStreaming } from './without-streaming.ts';
import { withoutZodCompiler } from './without-zod-compiler.ts';
import { zodForJson } from './zod-for-json.ts';
import { zodInEnglish } from './zod-in-english.ts';
import { zodInParts } from './zod-in-parts.ts';

/** What leaves out of every bundle, a function's and a service's, the parts of zod, the Agents SDK and Drizzle that Alex does not use, and words of its own. */
export const unusedParts = ({ tools }: { tools: boolean }): Plugin[] => [
  withoutZodCompiler,
  zodForJson,
  zodInEnglish,
  plainToolSchemas,
  withoutConstraints,
  withoutDescriptions,
  withoutOpenAiZod,
  withoutSandbox,
  withoutApprovals,
  withoutBlockedOutputs,
  tools ? withoutHostedTools : withoutTools,
  withoutRelations,
  tools ? withoutResumption : withoutCallsRemembered,
  withoutSdkTraces,
  withoutSessions,
  withoutStreaming,
  // After all that change a module of the SDK: esbuild asks the first one alone.
  zodInParts,
];
