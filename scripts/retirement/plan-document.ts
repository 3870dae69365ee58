import { format, resolveConfig } from 'prettier';
import * as z from 'zod';
import { plan } from '../../shared/finance/retirement/engine.ts';

/** One JSON Schema node, as far as the field list reads it. */
interface Node {
  type?: string | undefined;
  description?: string | undefined;
  default?: unknown;
  const?: unknown;
  enum?: unknown[] | undefined;
  properties?: Record<string, Node> | undefined;
  required?: string[] | undefined;
  items?: Node | undefined;
  oneOf?: Node[] | undefined;
  anyOf?: Node[] | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  exclusiveMinimum?: number | undefined;
  exclusiveMaximum?: number | undefined;
}

const node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    description: z.string().optional(),
    default: z.unknown().optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    properties: z.record(z.string(), node).optional(),
    required: z.array(z.string()).optional(),
    // `false` closes a tuple.
    items: node.optional().catch(undefined),
    oneOf: z.array(node).optional(),
    anyOf: z.array(node).optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    exclusiveMinimum: z.number().optional(),
    exclusiveMaximum: z.number().optional(),
  }),
);

/** The generated files about a plan, by their place in the repository. */
export async function planDocument(): Promise<Record<string, string>> {
  const schema = z.toJSONSchema(plan, { io: 'input' });
  const options = (await resolveConfig('examples/plan.md')) ?? {};
  const lines = [
    '# The fields of a retirement plan',
    '',
    'Generated from `shared/schemas/retirement-plan/` by `npm run plan-schema`. Run a plan with',
    '`npm run --silent project -- examples/plan.json`: one JSON result on standard output, documented in',
    '`shared/finance/retirement/answers/result.ts`.',
    '',
    'Worked examples: [plan.json](plan.json), a couple with all there is; [plan-history.json](plan-history.json), every thirty',
    'years of US history; [plan-published-model.json](plan-published-model.json), the model of Milevsky and Robinson (2005);',
    '[plan-fall.json](plan-fall.json), stocks that fall by 40% in the first year of retirement. For an editor: [plan.schema.json](plan.schema.json).',
    '',
    'Fields without a default and not marked optional are required. Fractions are 0 to 1 (0.07 is 7%), money is US dollars,',
    '"real" is in today’s money. Where a field takes one of several forms, `{name}` says which.',
    '',
    '## Setting up a published model',
    '',
    '| the paper says | the plan says |',
    '| --- | --- |',
    '| mean of yearly returns, as averaged; or compound (geometric, annualised); or drift of a geometric Brownian motion | `kind` of the asset: `arithmetic`, `compound`, `continuous` |',
    '| returns after inflation | `basis` of the asset: `real` |',
    '| withdrawals at the start or the end of the year; continuous | `spending.timing`; `simulation.stepsPerYear` of 12 or 52 |',
    '| so many years of retirement | `longevity`: `{ "model": "fixed_years", "years": 30 }` |',
    '| withdrawals of so many dollars, never adjusted for inflation (the first tables of the Trinity study) | `spending.rule`: `constant_nominal` |',
    '| spending that falls, or changes, with age (Bernicke 2005, Blanchett 2014) | `spending.growth`, or `spending.shareByAge` |',
    '| all rules of Guyton and Klinger on spending | `guyton_klinger` with `"withdrawalRule": true` and `"inflationCap": 0.06` (their rule on which assets to sell has no counterpart: the mix is rebalanced) |',
    '| exponential or Gompertz remaining life | `longevity`: `constant_hazard`, `gompertz` |',
    '| a mortality table | `longevity`: `life_table` with its probabilities, for everybody or for each person |',
    '| rebalanced every few years, or bought and held | `market.rebalanceYears`; 0 is never |',
    '| every historical period; drawn blocks of history | `market.returns`: `historical`, `bootstrap`, with a CSV file of your own or [history-us-annual.csv](history-us-annual.csv) |',
    '| a stress on the plan: a fall by so much at such an age | `market.falls` |',
    '| an account without tax | `type` `tax_free`, or a `taxRate` of 0 |',
    '',
    'The example of Milevsky and Robinson gives a ruin of about 29.5%, where their formula gives 26.8%: with mortality the formula is',
    'an approximation (it is exact without), and the simulation agrees with the exact law, which the tests compute.',
    '',
    '## Field by field',
    '',
    '| field | values | default | meaning |',
    '| --- | --- | --- | --- |',
    ...rows(node.parse(schema), ''),
    '',
  ];
  return {
    'examples/plan.schema.json': await format(JSON.stringify(schema), { ...options, parser: 'json' }),
    'examples/plan.md': await format(lines.join('\n'), { ...options, parser: 'markdown' }),
  };
}

/** A row for every field below `schema`, depth first; alternatives are told apart by their constant field. */
function rows(schema: Node, path: string): string[] {
  const list: string[] = [];
  for (const [key, field] of Object.entries(schema.properties ?? {})) {
    if (key === '$schema') continue;
    const inner = path === '' ? key : `${path}.${key}`;
    const optional = !(schema.required ?? []).includes(key);
    list.push(row(inner, field, optional));
    list.push(...below(field, inner));
  }
  return list;
}

function below(field: Node, path: string): string[] {
  if (field.items !== undefined)
    return below(field.items, `${path}[]`).concat(field.items.properties ? rows(field.items, `${path}[]`) : []);
  const alternatives = field.oneOf ?? field.anyOf;
  if (alternatives !== undefined) {
    const tags = alternatives.flatMap((one) =>
      Object.entries(one.properties ?? {}).flatMap(([name, value]) => (value.const === undefined ? [] : [name])),
    );
    return alternatives.flatMap((one) => {
      const [name, tag] = Object.entries(one.properties ?? {}).find(([key]) => tags.includes(key)) ?? [];
      if (name === undefined) return one.properties === undefined ? [] : rows(one, path);
      // One of several names of the same form has a row that says which there are.
      const names = tag?.enum;
      const own = `${path}{${names === undefined ? String(tag?.const) : `${String(names[0])}, …`}}`;
      return [
        line(own, '', '', one.description ?? ''),
        ...rows(one, own).filter((text) => names !== undefined || !text.startsWith(`| \`${own}.${name}\``)),
      ];
    });
  }
  return path.endsWith('[]') ? [] : rows(field, path);
}

const row = (path: string, field: Node, optional: boolean): string =>
  line(
    path,
    values(field),
    field.default === undefined ? (optional ? 'optional' : '') : `\`${JSON.stringify(field.default)}\``,
    field.description ?? '',
  );

const line = (...cells: [string, string, string, string]): string =>
  `| \`${cells[0]}\` | ${cells
    .slice(1)
    .map((cell) => cell.replaceAll('|', '\\|'))
    .join(' | ')} |`;

function values(field: Node): string {
  if (field.enum !== undefined) return field.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (field.oneOf !== undefined || field.anyOf !== undefined) return 'one of:';
  const low = field.minimum ?? field.exclusiveMinimum;
  const high = field.maximum ?? field.exclusiveMaximum;
  const safe = (bound: number | undefined): string =>
    bound === undefined || Math.abs(bound) > 1e16 || !Number.isFinite(bound) ? '' : String(bound);
  const range = low === undefined && high === undefined ? '' : ` ${safe(low)} to ${safe(high)}`;
  return `${field.type ?? ''}${Math.abs(high ?? 0) === Number.MAX_SAFE_INTEGER ? '' : range}`.trim();
}
