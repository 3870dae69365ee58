// A dashboard's widgets show something: metrics that AWS has, of things that there are, and those that the functions write, with the same
// dimensions.
import * as z from 'zod';
import { isKnown } from './alarms.ts';
import { unknownThings } from './metric-things.ts';
import type { Resource } from './planned-fleet.ts';
import { printedMetrics } from './printed-metrics.ts';
import { REGION } from './provider-actions/asked.ts';

const widget = z.object({
  properties: z.object({ title: z.string(), region: z.string(), metrics: z.array(z.array(z.unknown())) }),
});
const dashboard = z.object({ widgets: z.array(widget) });
const search = z.object({ expression: z.string() });

/** AWS takes nothing for three dashboards of so many metrics each. https://aws.amazon.com/cloudwatch/pricing/ */
const FREE = { dashboards: 3, metrics: 50 };

/** What somebody who looks has to see: by the type its name, and the dimension that has it. */
const inSight: Readonly<Record<string, readonly [name: string, dimension: string]>> = {
  aws_apigatewayv2_api: ['id', 'ApiId'],
  aws_lambda_function: ['function_name', 'FunctionName'],
  aws_rds_cluster: ['cluster_identifier', 'DBClusterIdentifier'],
  aws_sqs_queue: ['name', 'QueueName'],
};

/** Widgets that would be empty or of somewhere else, what no widget shows, and dashboards that cost, a line each. */
export function dashboardFindings(resources: readonly Resource[]): string[] {
  const printed = new Set(
    printedMetrics().map(({ namespace, name, dimensions }) => `${namespace} ${name} ${dimensions.toSorted().join()}`),
  );
  const dashboards = resources.filter(({ type }) => type === 'aws_cloudwatch_dashboard');
  const widgets = dashboards.flatMap(
    ({ values }) => dashboard.parse(JSON.parse(String(values.dashboard_body))).widgets,
  );
  const dear = dashboards.flatMap(({ address, values }) => {
    const shown = dashboard.parse(JSON.parse(String(values.dashboard_body))).widgets;
    const count = shown.reduce((sum, { properties }) => sum + properties.metrics.length, 0);
    return count > FREE.metrics ? [`${address}: ${count} metrics, and only ${FREE.metrics} are free`] : [];
  });
  if (dashboards.length > FREE.dashboards)
    dear.push(`${dashboards.length} dashboards, and only ${FREE.dashboards} are free`);
  const empty = widgets.flatMap(({ properties: { title, metrics } }) =>
    metrics.flatMap((shown) => {
      const searched = search.safeParse(shown[0]);
      if (searched.success) {
        // SEARCH('{NAMESPACE,DIMENSION,...} MetricName="NAME"', STATISTIC, PERIOD) finds those that have exactly these dimensions.
        const [, set = '', name = ''] =
          /^SEARCH\('\{([^}]*)\} MetricName="([^"]*)"/.exec(searched.data.expression) ?? [];
        const [namespace = '', ...dimensions] = set.split(',');
        return printed.has(`${namespace} ${name} ${dimensions.toSorted().join()}`)
          ? []
          : [`${title}: nothing is written as ${name} by ${dimensions.join(', ')}`];
      }
      const [namespace = '', name = '', ...pairs] = shown.map(String);
      const dimensions = pairs.filter((_, index) => index % 2 === 0);
      if (!isKnown(namespace, name, dimensions))
        return [`${title}: ${namespace} has no metric ${name} by ${dimensions.join(', ')}`];
      const things = dimensions.map((dimension, index): [string, string] => [dimension, pairs[2 * index + 1] ?? '']);
      return unknownThings(resources, Object.fromEntries(things)).map((thing) => `${title}: there is no ${thing}`);
    }),
  );
  const elsewhere = widgets.flatMap(({ properties: { title, region } }) =>
    region === REGION ? [] : [`${title}: of ${region}, where nothing of Alex is`],
  );
  const shown = widgets.flatMap(({ properties }) => properties.metrics.map((one) => one.slice(2).join(' ')));
  const unseen = resources.flatMap(({ type, values }) => {
    const [name, dimension] = inSight[type] ?? [];
    if (dashboards.length === 0 || name === undefined || dimension === undefined) return [];
    const thing = `${dimension} ${String(values[name])}`;
    // What scheduled and asynchronous calls could not do has an alarm of its own.
    return shown.includes(thing) || thing.endsWith('-failed-events') ? [] : [`no dashboard shows ${thing}`];
  });
  return [...dear, ...empty, ...elsewhere, ...unseen];
}
