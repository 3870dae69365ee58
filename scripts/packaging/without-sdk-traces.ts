import type { Plugin } from 'esbuild';
import { changeAgentsCore } from './change-agents-core.ts';
import type { ModuleChanges } from './change-agents-core.ts';

const refuse = `throw new Error('This bundle makes no traces of the SDK: see scripts/packaging/without-sdk-traces.ts.');`;
const unless = (nothing: string, then: string): string => `if (!(${nothing})) ${refuse} ${then}`;

/** By a module of agents-core, what is done where its tracing is switched off. */
const modules: Readonly<Record<string, ModuleChanges>> = {
  'tracing/provider': {
    methods: {
      'createTrace()': unless('this.#disabled', 'return new NoopTrace();'),
      'createSpan(options)': unless(
        'this.#disabled || options.disabled',
        'return new NoopSpan(options.data, this.#multiProcessor);',
      ),
      'dispatchTrace()': refuse,
      'dispatchSpan()': refuse,
      'dispatchSpanStart()': refuse,
      'dispatchSpanEnd()': refuse,
    },
  },
  // One that passes everything on to nobody.
  'tracing/processor': { functions: { 'defaultProcessor()': 'return new MultiTracingProcessor();' } },
  'tracing/createSpans': {
    then: (source) => source.replaceAll('= _withSpanFactory(', '= /* @__PURE__ */ _withSpanFactory('),
  },
  'runner/tracing': {
    functions: {
      'recordRunnerSpanUsage(lifecycle)': unless('lifecycle === undefined', ''),
      'startRunnerInvocationSpans()': refuse,
      'ensureTurnSpan()': refuse,
      'finishRunnerSpan(lifecycle)': unless('lifecycle === undefined', ''),
      // Asked where a stored run goes on (see without-resumption.ts).
      'ensureActiveAgentSpanForInterruptedResume()': refuse,
      'applyTraceOverrides()': refuse,
    },
  },
};

/**
 * Leaves out how @openai/agents-core makes traces and hands them on (8 KiB, 2 KiB zipped, and a timer): Alex has its own
 * (`shared/middleware/tracing.ts`) and switches the SDK's off, which would go to OpenAI.
 */
export const withoutSdkTraces: Plugin = {
  name: 'without-sdk-traces',
  setup(build) {
    changeAgentsCore(build, 'without-sdk-traces.ts', modules);
  },
};
