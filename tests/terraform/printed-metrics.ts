// The metrics that functions write into their logs, as CloudWatch takes them in: recorded from the code that writes them.
import * as z from 'zod';
import { recordJobEnd, recordModelCall, recordStep } from '../../shared/middleware/metrics.ts';

const embedded = z.object({
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
}

/** Every metric of shared/middleware/metrics.ts with its dimensions. */
export function printedMetrics(): PrintedMetric[] {
  const lines = written(() => {
    recordJobEnd('completed', 1);
    recordStep('plan', { failed: false, degraded: false, milliseconds: 1 });
    recordModelCall(
      { agent: 'planner', model: 'bedrock:x' },
      { outcome: 'answered', inputTokens: 1, outputTokens: 1, usd: 1, durationMs: 1, retries: 0, detail: null },
    );
  });
  return lines.flatMap((line) =>
    embedded
      .parse(JSON.parse(line))
      ._aws.CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
        Metrics.flatMap(({ Name }) =>
          Dimensions.map((dimensions) => ({ namespace: Namespace, name: Name, dimensions })),
        ),
      ),
  );
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
