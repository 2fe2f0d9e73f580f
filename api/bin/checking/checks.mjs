import { inRoot } from '../preparing/checkout.mjs';
import { run, StepFailed } from '../preparing/run.mjs';
import { checkCompose } from './compose.mjs';
import { checkLockFile } from './lock-file.mjs';
import { checkEicar, checkTopLevel } from './tree.mjs';

const node = async (script, ...args) => {
  const { code, output } = await run(process.execPath, [inRoot('node_modules', script), ...args]);
  if (code !== 0) throw new StepFailed(output);
};
const types = (project) => ({
  name: `types of ${project.split('/')[0]}`,
  run: () => node('ts7/bin/tsc', '-p', project, '--noEmit'),
});

/** Everything that a tool can tell of the tree without running the product; the longest first. */
export const checks = [
  { name: 'lint', run: () => node('oxlint/bin/oxlint') },
  { name: 'format', run: () => node('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.') },
  {
    name: 'boundaries',
    run: () =>
      node(
        'dependency-cruiser/bin/dependency-cruise.mjs',
        '--config',
        '.config/dependency-cruiser.cjs',
        'shared/src',
        'migrations/src',
        'api/src',
        'web/src',
      ),
  },
  types('web/tsconfig.json'),
  types('api/tsconfig.json'),
  types('shared/tsconfig.json'),
  types('migrations/tsconfig.json'),
  { name: 'generated files', run: () => node('../api/bin/openapi.mjs', '--check') },
  { name: 'compose file', run: checkCompose },
  { name: 'lock file', run: checkLockFile },
  { name: 'top level of the tree', run: checkTopLevel },
  { name: 'no EICAR string in the tree', run: checkEicar },
];
