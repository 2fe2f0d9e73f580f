import { isProblem } from '../../platform/api/problem.js';
import type { Translate } from '../../platform/i18n/texts.js';
import type { uiTexts } from '../ui.texts.js';

type T = Translate<(typeof uiTexts)['fr']>;

export interface ProblemWords {
  readonly title: string;
  readonly hint: string | undefined;
}

/**
 * A failure in the reader's language: what happened, then what to do. A refusal that the API put in words keeps them; ours are
 * for what never reached it or broke on the way.
 */
export function problemWords(error: unknown, t: T): ProblemWords {
  if (!isProblem(error)) return { title: t('problem.broken'), hint: undefined };
  const words = byStatus(error.status, error.code, t);
  const refused = error.status >= 400 && error.status < 500 && error.title !== undefined;
  return refused ? { title: error.title, hint: error.detail ?? words.hint } : words;
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
