import { ConfigurationError } from '../../errors.ts';
import { agentNames } from '../agent-names.ts';
import type { Speaker } from '../agent-names.ts';
import { parseModelSetting } from './model-setting.ts';
import type { ModelSetting } from './model-setting.ts';
import { guardrailsIn } from './bedrock/guardrails.ts';
import { keyOfSecret } from './openai-compatible/api-key.ts';
import type { ApiKey } from './openai-compatible/api-key.ts';
import { USUAL_BUDGET } from './usual-budget.ts';
import type { JobBudget } from './usual-budget.ts';

/** Variables by name, e.g. process.env. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** The variable that sets one agent's model, over ALEX_MODEL for all: ALEX_MODEL_MY_COLUMNIST of `my-columnist`. */
export function variableOf(agent: Speaker): string {
  return `ALEX_MODEL_${agent.toUpperCase().replaceAll('-', '_')}`;
}

/**
 * Which model an agent is to speak with.
 *
 * @throws {ConfigurationError} naming the variable at fault
 */
export function modelSettingOf(agent: Speaker, variables: Variables): ModelSetting {
  const own = variableOf(agent);
  const variable = isSet(variables[own]) ? own : 'ALEX_MODEL';
  return parseModelSetting(variable, variables[variable]);
}

/** The bearer token of OpenAI-compatible servers: as it is set, or in a secret (on AWS); undefined: they want none. */
export function apiKeyIn({ ALEX_MODEL_API_KEY: key, SECRET_ARN_MODEL_KEY: secret }: Variables): ApiKey {
  if (isSet(key)) return key.trim();
  return isSet(secret) ? () => keyOfSecret() : undefined;
}

/**
 * What one job may use at most.
 *
 * @throws {ConfigurationError} for what is no number, or a negative one
 */
export function jobBudget(variables: Variables): JobBudget {
  return {
    tokens: amountIn(
      variables,
      'ALEX_JOB_TOKENS',
      USUAL_BUDGET.tokens,
      /^\d{1,12}$/u,
      'a whole number of tokens, e.g. 300000',
    ),
    usd: amountIn(
      variables,
      'ALEX_JOB_USD',
      USUAL_BUDGET.usd,
      /^\d{1,9}(\.\d{1,9})?$/u,
      'an amount of US dollars, e.g. 0.50',
    ),
  };
}

/** The score, 0 to 100, below which the judge sends a text back. @throws {ConfigurationError} for what is no such number */
export function judgeThreshold(variables: Variables): number {
  return amountIn(variables, 'ALEX_JUDGE_THRESHOLD', 70, /^(?:100|\d{1,2})$/u, 'a whole number from 0 to 100');
}

/** How many questions of the tagger are under way at once. @throws {ConfigurationError} for what is no such number */
export function taggerConcurrency(variables: Variables): number {
  return amountIn(variables, 'ALEX_TAGGER_CONCURRENCY', 3, /^(?:10|[1-9])$/u, 'a whole number from 1 to 10');
}

const others = [
  'ALEX_MODEL_API_KEY',
  'ALEX_MODEL_GUARDRAILS',
  'ALEX_JOB_TOKENS',
  'ALEX_JOB_USD',
  'ALEX_JUDGE_THRESHOLD',
  'ALEX_TAGGER_CONCURRENCY',
];

/** The variables that set an agent's model, of Alex's own and of others, each once. */
export function variablesOf(own: readonly Speaker[]): string[] {
  const names = ['ALEX_MODEL', ...agentNames.map(variableOf), ...own.map(variableOf)];
  return [...new Set(names)].filter((name) => !others.includes(name));
}

/**
 * The settings of models among some variables: those that are set, and nothing else. Checks them all.
 *
 * @param own agents that are not Alex's, as a deployment's folders have them
 * @throws {ConfigurationError} for the first that cannot be used, one that sets the model of nobody included
 */
export function modelSettingsIn(variables: Variables, own: readonly Speaker[] = []): Record<string, string> {
  const models = variablesOf(own);
  const known = [...models, ...others];
  const unknown = Object.keys(variables).find(
    (name) => /^ALEX_(?:MODEL|JOB|JUDGE|TAGGER)_/u.test(name) && !known.includes(name),
  );
  if (unknown !== undefined) {
    throw new ConfigurationError(`${unknown} is no setting that Alex knows. There are: ${known.join(', ')}.`);
  }
  for (const name of models) parseModelSetting(name, variables[name]);
  guardrailsIn(variables.ALEX_MODEL_GUARDRAILS);
  jobBudget(variables);
  judgeThreshold(variables);
  taggerConcurrency(variables);
  return Object.fromEntries(
    known.flatMap((name): [string, string][] => {
      const value = variables[name];
      return isSet(value) ? [[name, value.trim()]] : [];
    }),
  );
}

function amountIn(variables: Variables, name: string, otherwise: number, form: RegExp, meant: string): number {
  const value = variables[name];
  if (!isSet(value)) return otherwise;
  if (!form.test(value.trim())) throw new ConfigurationError(`${name} has to be ${meant}.`);
  return Number(value);
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value.trim() !== '';
}
