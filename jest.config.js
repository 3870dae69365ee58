import { availableParallelism } from 'node:os';

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/tests/setup/esbuild-transform.mjs' },
  setupFiles: ['<rootDir>/tests/setup/property-seed.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.alex/'],
  // Jest leaves one core idle, which is half of a small machine. Not more than four: an end-to-end test holds a fleet of 1 GB.
  maxWorkers: Math.min(4, availableParallelism()),
  // Modules of a test file are never given back by V8: a worker that has grown makes room for a new one.
  workerIdleMemoryLimit: '1GB',
  // A worker that has left nothing open takes the better part of a second to give its memory back, and longer on a busy machine. Jest
  // would wait for half a second, and then speak of leaking tests.
  workerGracefulExitTimeout: 10_000,
  // Longer than what tests wait for something (tests/setup/eventually.ts), so that the failure says what did not come.
  testTimeout: 60_000,
};
