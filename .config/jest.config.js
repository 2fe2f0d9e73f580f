import fs from 'node:fs';

const { jsc, sourceMaps } = JSON.parse(fs.readFileSync(new URL('../.swcrc', import.meta.url), 'utf8'));
const commonjs = { swcrc: false, sourceMaps, module: { type: 'commonjs' } };
const noTsx = { ...jsc, parser: { ...jsc.parser, tsx: false } };

// Nest 12 and several of its peers are pure ESM; jest on Node 20 cannot require them, so they are down-levelled.
const esmPackages = [
  '@nestjs',
  '@fastify',
  'cookie',
  'uid',
  'file-type',
  'load-esm',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'fastify-plugin',
  'nodemailer',
  'smtp-server',
  'es-toolkit',
  'js-yaml',
  'fast-check',
];

/** One project per place a test runs in; `npx jest --selectProjects api` runs one of them. */
const project = (name, testMatch, more = {}) => ({
  displayName: name,
  rootDir: new URL('..', import.meta.url).pathname,
  testEnvironment: 'node',
  testEnvironmentOptions: { globalsCleanup: 'off' },
  testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`),
  transform: {
    '^.+\\.ts$': ['@swc/jest', { ...commonjs, jsc: noTsx }],
    '^.+\\.tsx$': ['@swc/jest', { ...commonjs, jsc }],
    '^.+\\.m?js$': [
      '@swc/jest',
      { ...commonjs, jsc: { parser: { syntax: 'ecmascript' }, target: 'es2022' } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/node_modules/)?(${esmPackages.join('|')})/)`],
  moduleNameMapper: {
    '^@probant/shared/(.*)$': '<rootDir>/shared/src/$1.ts',
    '^@probant/migrations/(.*)$': '<rootDir>/migrations/src/$1.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  ...more,
});

export default {
  // The machine may be busy; a test that hangs is told so all the same.
  testTimeout: 180_000,
  projects: [
    project('shared', ['shared/src/**/*.test.ts']),
    project('api', ['api/src/**/*.test.ts', 'api/test/**/*.test.ts'], {
      globalSetup: '<rootDir>/api/test/harness/global-setup.ts',
      globalTeardown: '<rootDir>/api/test/harness/global-teardown.ts',
      setupFilesAfterEnv: ['<rootDir>/api/test/harness/problem-matcher.ts'],
    }),
    project('web', ['web/src/**/*.test.ts', 'web/src/**/*.test.tsx'], {
      testEnvironment: 'jsdom',
      transformIgnorePatterns: [],
      moduleNameMapper: {
        '^@probant/shared/(.*)$': '<rootDir>/shared/src/$1.ts',
        '\\.(css|woff2)$': '<rootDir>/web/src/testing/style-stub.ts',
        '^(\\.{1,2}/.*)\\.js$': '$1',
      },
      setupFilesAfterEnv: ['<rootDir>/web/src/testing/setup.ts'],
    }),
    project('e2e', ['web/e2e/**/*.test.ts'], {
      globalSetup: '<rootDir>/web/e2e/harness/global-setup.ts',
      globalTeardown: '<rootDir>/web/e2e/harness/global-teardown.ts',
    }),
  ],
};
