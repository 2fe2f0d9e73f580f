import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import path from 'node:path';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { buildForm, toSurvey, type SurveyMode } from './form-questionnaire.js';

export const sizes = [107, 332, 1_000] as const;

const web = path.resolve(import.meta.dirname, '../../../../web');
const vite = path.resolve(web, '../node_modules/vite/bin/vite.js');
const assessmentId = '00000000-0000-4000-8000-000000000001';

/** What a page of engagements being weighed found; web/bench has the same. */
export interface WeighFigures {
  /** Milliseconds between frames: of the page at rest nineteen of twenty are shorter. */
  readonly idleP95: number;
  /** Frames while a weight was dragged, and those longer than twice that. */
  readonly frames: number;
  readonly longFrames: number;
  readonly draggedP95: number;
  readonly longest: number;
  /** How many frames passed until a new order stood there: the median, and the most. */
  readonly framesToOrder: number;
  readonly mostFramesToOrder: number;
  /** Milliseconds from weights to a ranking, from the page to the worker and back; and of a plain loop with a sort. */
  readonly ours: number;
  readonly plain: number;
}

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

  /** The weighing of so many invented engagements of a questionnaire, in a page of its own. */
  async weigh(document: QuestionnaireDocument, count: number): Promise<WeighFigures> {
    const page = { form: 'weighing', given: JSON.stringify({ session: riskManager, document, count }) };
    return (await this.ask({ what: 'weigh', page }, `the weighing of ${count} engagements`)) as WeighFigures;
  }

  /** Milliseconds until the first question takes a key, or of the main thread for one key. */
  async measure(what: 'render' | 'type', form: Form, count: number): Promise<number> {
    const document = buildForm(count);
    const given = form === 'ours' ? { session, document, state: stateOf() } : toSurvey(document, form);
    const page = { form: form === 'ours' ? 'ours' : 'survey', given: JSON.stringify(given) };
    return Number(await this.ask({ what, page }, `the form ${form} of ${count} questions`));
  }

  private ask(order: object, what: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const ended = (): void => reject(new Error(`${what} was not measured`));
      this.program.once('close', ended);
      this.program.once('message', (figure) => {
        this.program.off('close', ended);
        resolve(figure);
      });
      this.program.send(order);
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

const riskManager = {
  ...session,
  organisation: { ...session.organisation, kind: 'buyer' },
  roles: ['risk-manager'],
  permissions: ['profiles:read', 'profiles:manage'],
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
    part: null,
  };
}
