// The metrics that functions write into their logs, as CloudWatch takes them in: recorded from the code that writes them.
import * as z from 'zod';
import { stepNames } from '../../shared/schemas/job.ts';
import { recordJobEnd, recordModelCall, recordStep } from '../../shared/middleware/metrics.ts';

const embedded = z.looseObject({
  _aws: z.object({
    CloudWatchMetrics: z.array(
      z.object({
        Namespace: z.string(),
        Dimensions: z.array(z.array(z.string())),
        Metrics: z.array(z.object({ Name: z.string() })),
      }),
    ),
  }),
});

export interface PrintedMetric {
  namespace: string;
  name: string;
  dimensions: string[];
  /** What the line says for each of them. */
  values: Record<string, string>;
}

/** Every metric of shared/middleware/metrics.ts with its dimensions. */
export function printedMetrics(): PrintedMetric[] {
  const lines = written(() => {
    recordJobEnd('completed', 1);
    for (const step of stepNames) recordStep(step, { failed: false, degraded: false, milliseconds: 1 });
    recordModelCall(
      { agent: 'planner', model: 'bedrock:x' },
      { outcome: 'answered', inputTokens: 1, outputTokens: 1, usd: 1, durationMs: 1, retries: 0, detail: null },
    );
  });
  return lines.flatMap((line) => {
    const told = embedded.parse(JSON.parse(line));
    const values = (of: readonly string[]) => Object.fromEntries(of.map((name) => [name, String(told[name])]));
    return told._aws.CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
      Metrics.flatMap(({ Name }) =>
        Dimensions.map((of) => ({ namespace: Namespace, name: Name, dimensions: of, values: values(of) })),
      ),
    );
  });
}

/** The lines that go to the standard output meanwhile. */
function written(work: () => void): string[] {
  const lines: string[] = [];
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (chunk: string | Uint8Array): boolean => {
    lines.push(String(chunk));
    return true;
  };
  try {
    work();
  } finally {
    process.stdout.write = write;
  }
  return lines.filter((line) => line.includes('"_aws"'));
}
