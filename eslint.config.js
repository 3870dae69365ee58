// Lint rules: typescript-eslint's strict type-checked set, and the import-direction rule of the house:
// lambdas, services -> shared/{agents,knowledge,market,charts,report} -> shared/{database,aws} -> shared/{finance,schemas}.
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** Folders under shared/, lowest first: a folder may import from its own floor and the floors below it. */
const floors = [
  ['schemas', 'errors.ts'],
  ['finance', 'portfolio-files'],
  ['database', 'aws', 'prompts', 'charts'],
  ['agents', 'knowledge', 'market', 'middleware', 'report'],
];
const above = (/** @type {number} */ floor) => floors.slice(floor + 1).flat();
const message = 'Imports point down only; see CONTRIBUTING.md, "Which way imports point".';

/** @type {{ target: string | string[], from: string | string[], except?: string[], message: string }[]} */
const zones = [
  ...floors.flatMap((names, floor) =>
    names.flatMap((name) =>
      above(floor).map((from) => ({ target: `./shared/${name}`, from: `./shared/${from}`, message })),
    ),
  ),
  ...['lambdas', 'services', 'local', 'scripts', 'web'].map((from) => ({
    target: './shared',
    from: `./${from}`,
    message,
  })),
  ...['lambdas', 'services', 'web'].map((from) => ({ target: './local', from: `./${from}`, message })),
  // The laptop reads the same lambda.json as the packager and Terraform, and nothing else of the product.
  { target: './local', from: './shared', except: ['./schemas'], message },
  ...['local', 'scripts', 'web'].map((from) => ({ target: ['./lambdas', './services'], from: `./${from}`, message })),
];

export default defineConfig(
  { ignores: ['dist/', '.alex/', 'report/', 'node_modules/', 'coverage/', '**/*.d.ts'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      // What is installed cannot import from here, and some of it is too large for the parser.
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportDeclaration[source.value="zod"] > :not(ImportNamespaceSpecifier).specifiers',
          message: "Use `import * as z from 'zod'`: it keeps bundles small.",
        },
        {
          selector: 'ImportDeclaration[source.value="@openai/agents"]',
          message: "Use '@openai/agents-core': the other one installs a remote exporter.",
        },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
    },
  },
  // JavaScript is type-checked too (checkJs), which finds undefined names better.
  { files: ['**/*.{js,mjs}'], rules: { 'no-undef': 'off' } },
  {
    files: ['shared/finance/**', 'shared/schemas/**', 'shared/portfolio-files/**', 'shared/charts/**'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'Buffer', '__dirname', 'require'],
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ regex: '^node:', message: 'This folder also runs in a browser: nothing that only Node has.' }],
        },
      ],
    },
  },
);
