import { isProblem } from '../../platform/api/problem.js';
import type { Translate } from '../../platform/i18n/texts.js';
import type { uiTexts } from '../ui.texts.js';

type T = Translate<(typeof uiTexts)['fr']>;

export interface ProblemWords {
  readonly title: string;
  readonly hint: string | undefined;
}

/**
 * A failure in the reader's language: what happened, then what to do. A refusal that the API put in words keeps them, and gets
 * a hint only where its code has one; words by status are for what never reached the API or broke on the way.
 */
export function problemWords(error: unknown, t: T): ProblemWords {
  if (!isProblem(error)) return { title: t('problem.broken'), hint: undefined };
  const { status, code, title, detail } = error;
  const refused = status >= 400 && status < 500 && title !== undefined;
  return refused ? { title, hint: detail ?? hintOf(code, t) } : byStatus(status, code, t);
}

/** Whether the same again may end otherwise: not when it was read, understood and refused. */
export function mayEndOtherwise(error: unknown): boolean {
  if (!isProblem(error)) return true;
  return error.status < 400 || error.status >= 500 || [408, 409, 412, 429].includes(error.status);
}

/** What can be done about it that its title does not say already. */
function hintOf(code: string, t: T): string | undefined {
  switch (code) {
    case 'not-permitted':
      return t('problem.forbidden.hint');
    case 'stale-revision':
    case 'transition-refused':
    case 'assessment-closed':
      return t('problem.conflict.hint');
    default:
      return undefined;
  }
}

function byStatus(status: number, code: string, t: T): ProblemWords {
  switch (status) {
    case 0:
      return { title: t('problem.network'), hint: t('problem.network.hint') };
    case 400:
    case 413:
    case 415:
    case 422:
      return { title: t('problem.invalid'), hint: undefined };
    case 401:
      return { title: t('problem.signed-out'), hint: t('problem.signed-out.hint') };
    case 403:
      return { title: t('problem.forbidden'), hint: t('problem.forbidden.hint') };
    case 404:
      return { title: t('problem.not-found'), hint: t('problem.not-found.hint') };
    case 409:
    case 412:
      return { title: t('problem.conflict'), hint: t('problem.conflict.hint') };
    case 429:
      return { title: t('problem.too-many'), hint: t('problem.too-many.hint') };
    case 502:
    case 503:
    case 504:
      return { title: t('problem.unavailable'), hint: t('problem.unavailable.hint') };
    default:
      return { title: t('problem.unexpected'), hint: t('problem.unexpected.hint', { code }) };
  }
}
