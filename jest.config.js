/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/tests/setup/esbuild-transform.mjs' },
  setupFiles: ['<rootDir>/tests/setup/property-seed.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.alex/'],
  // Longer than what tests wait for something (tests/setup/eventually.ts), so that the failure says what did not come.
  testTimeout: 60_000,
};
