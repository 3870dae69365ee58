import { globSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { variableOf } from '../../shared/agents/models/settings.ts';
import { ROOT } from './guide-blocks.ts';

const triggers = z.object({ triggers: z.array(z.object({ routes: z.array(z.string()).default([]) })).default([]) });
const routes = globSync('lambdas/*/lambda.json', { cwd: ROOT }).flatMap((file) =>
  triggers.parse(JSON.parse(readFileSync(join(ROOT, file), 'utf8'))).triggers.flatMap((one) => one.routes),
);

/** What a program of the project can print is in its text, as far as it is not put together. */
const sources = ['scripts', 'terraform', 'lambdas', 'services', 'shared', 'local']
  .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.(?:ts|tf)$/.test(entry.name))
  .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
  .join('\n')
  .replaceAll('\\"', '"');

/** What others say, whom a guide quotes: PowerShell, and SageMaker of an endpoint. */
const OTHERS = ['running scripts is disabled', 'Creating'];
/** What differs from one time to the next, or is put together. */
const DIFFERS = /…|\b\d-[a-z]+\b|\b[A-Z]{2,}\b|\d[\d.]*/;

/**
 * A route of which a guide tells the path, where no function answers it: `POST /search`, or a command that ends with ADDRESS/ingest.
 *
 * @param text the whole guide, for the routes of functions that it has somebody write
 */
export function unknownRoutes(prose: string, text: string): string[] {
  const paths = [...routes, ...ownRoutes(text)].map((route) => route.replaceAll(/\{\w+\}/g, 'ID'));
  const told = [
    ...[...prose.matchAll(/`((?:GET|POST|PUT|PATCH|DELETE) \/[\w/]+)`/g)].map(([, route = '']) => route),
    ...[...prose.matchAll(/\bADDRESS(\/[\w/]+)/g)].map(([, path = '']) => path),
  ];
  return told
    .filter((one) => !paths.some((path) => path === one || path.endsWith(` ${one}`)))
    .map((one) => `no function answers ${one}`);
}

/** Variables of the environment that no program reads or speaks of: `ALEX_PORT`. */
export const unreadVariables = (text: string): string[] =>
  [...new Set(text.match(/\b[A-Z]+(?:_[A-Z]+)+\b/g))]
    .filter((name) => !new RegExp(`\\b${name}\\b`).test(sources) && !ownModels(text).includes(name))
    .map((name) => `no program reads ${name}`);

/** The settings of models that functions have which a guide has somebody write. */
const ownModels = (text: string): string[] =>
  [...text.matchAll(/^```json file lambdas\/([\w-]+)\/lambda\.json/gm)].map(([, name = '']) => variableOf(name));

/** The routes of functions that a guide has somebody write. */
const ownRoutes = (text: string): string[] =>
  [...text.matchAll(/^```json file lambdas\/[\w-]+\/lambda\.json\n([\s\S]*?)^```/gm)].flatMap(([, written = '']) =>
    [...written.matchAll(/"((?:GET|POST|PUT|PATCH|DELETE) \/[^"]+)"/g)].map(([, route = '']) => route),
  );

/** What a table of what goes wrong quotes, and no program says. */
export function unsaidQuotes(prose: string): string[] {
  const rows = [...prose.matchAll(/^\| what you see[^\n]*\n\|[^\n]*\n((?:\|[^\n]*\n)+)/gm)].flatMap(([, all = '']) =>
    all.split('\n').map((row) => row.split('|', 2)[1] ?? ''),
  );
  const quotes = rows.flatMap((row) => [...row.matchAll(/["“]([^"”]+)["”]/g)].map(([, quote = '']) => quote));
  return quotes
    .filter((quote) => !OTHERS.some((words) => quote.includes(words)) && !isSaid(quote))
    .map((quote) => `no program says "${quote}"`);
}

/** In one line of a program, with anything where it differs. */
const isSaid = (quote: string): boolean =>
  new RegExp(
    quote
      .split(DIFFERS)
      .map((piece) => piece.trim().replaceAll(/[.*+?()|[\]\\{}$^]/g, '\\$&'))
      .join('.{0,80}'),
  ).test(sources);
