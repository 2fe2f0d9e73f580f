import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildForm, toSurvey, type SurveyMode } from './form-questionnaire.js';

export const sizes = [107, 332, 1_000] as const;

const web = path.resolve(import.meta.dirname, '../../../../web');
const vite = path.resolve(web, '../node_modules/vite/bin/vite.js');
const assessmentId = '00000000-0000-4000-8000-000000000001';

export type Form = 'ours' | SurveyMode;

/** A Chromium that opens one form after the other, each in a page of its own. */
export class FormPages {
  private constructor(private readonly program: ChildProcess) {}

  static open(): FormPages {
    build([]);
    build(['--ssr']);
    const program = fork(path.join(web, 'bench/dist/program/measure.js'), { stdio: ['ignore', 2, 2, 'ipc'] });
    return new FormPages(program);
  }

  /** Milliseconds until the first question takes a key, or of the main thread for one key. */
  measure(what: 'render' | 'type', form: Form, count: number): Promise<number> {
    const document = buildForm(count);
    const given = form === 'ours' ? { session, document, state: stateOf() } : toSurvey(document, form);
    return new Promise((resolve, reject) => {
      const ended = (): void => reject(new Error(`the form ${form} of ${count} questions was not measured`));
      this.program.once('close', ended);
      this.program.once('message', (figure) => {
        this.program.off('close', ended);
        resolve(Number(figure));
      });
      const page = { form: form === 'ours' ? 'ours' : 'survey', given: JSON.stringify(given) };
      this.program.send({ what, page });
    });
  }

  close(): void {
    this.program.disconnect();
  }
}

function build(more: readonly string[]): void {
  const { status } = spawnSync(
    process.execPath,
    [vite, 'build', '--config', path.join(web, 'bench/vite.config.ts'), '--logLevel', 'warn', ...more],
    { cwd: web, stdio: ['ignore', 2, 2], env: { ...process.env, NODE_ENV: 'production' } },
  );
  if (status !== 0) throw new Error('the forms could not be built');
}

const session = {
  account: {
    id: '00000000-0000-4000-8000-000000000002',
    name: 'Léa Marchetti',
    email: 'lea@banc.example',
    language: 'fr',
    hasPassword: true,
  },
  organisation: { id: '00000000-0000-4000-8000-000000000003', name: 'Banc', kind: 'supplier' },
  roles: ['supplier-admin'],
  permissions: ['answers:read', 'answers:write', 'evidence:write', 'submissions:create'],
  memberships: [],
  link: null,
};

function stateOf(): object {
  return {
    assessmentId,
    status: 'in-progress',
    dueOn: '2027-01-31',
    title: 'Banc',
    buyerName: 'Mutuelle du Banc',
    buyerContact: '',
    message: '',
    versionNumber: 1,
    versionSha256: '',
    submissions: 0,
    revision: 0,
    lastSavedAt: null,
    answers: [],
    pieces: [],
    threads: [],
  };
}
