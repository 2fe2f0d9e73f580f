import path from 'node:path';

import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** The types of a file come from its own package alone: a list for all would have every package read for one file. */
const projects = {
  shared: 'shared/tsconfig.test.json',
  migrations: 'migrations/tsconfig.json',
  api: 'api/tsconfig.test.json',
  web: 'web/tsconfig.json',
};

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/generated/**',
      'web/src/platform/schema.d.ts',
      '.probant/**',
    ],
  },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts', '**/*.tsx'] })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowEmpty: false }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 6],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      // Response classes describe what goes out; plain objects are what goes out.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      eqeqeq: 'error',
    },
  },
  ...Object.entries(projects).map(([folder, project]) => ({
    files: [`${folder}/**/*.ts`, `${folder}/**/*.tsx`],
    languageOptions: { parserOptions: { project, tsconfigRootDir: path.dirname(import.meta.dirname) } },
  })),
  {
    files: ['web/**/*.ts', 'web/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'max-lines-per-function': ['error', { max: 110, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', '**/e2e/**', 'api/test/**'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    files: ['web/src/**/*.ts', 'web/src/**/*.tsx'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@tanstack/react-query',
              importNames: ['useMutation'],
              message: 'useAct (platform/api) starts once on a double click.',
            },
            {
              name: '@mantine/core',
              importNames: ['Modal'],
              message: 'Dialog (ui/feedback) gives the focus back and loses nothing typed.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['web/vite.config.ts', 'web/vite.verify.config.ts', 'web/bench/vite.config.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
);
