import type { Theme } from '@probant/shared/questionnaires/document';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { questionnaireTexts } from './questionnaires.texts.js';

interface ThemeOutlineProps {
  readonly themes: readonly Theme[];
  readonly chosen: string;
  /** How many questions of the theme are left out, by code. */
  readonly leftOut?: ReadonlyMap<string, number>;
}

/** The themes down the side; each leads to its questions. */
export function ThemeOutline({ themes, chosen, leftOut }: ThemeOutlineProps): ReactNode {
  const { t, language } = useTranslation(questionnaireTexts);
  return (
    <nav className="pb-outline" aria-label={t('outline')}>
      <ol>
        {themes.map(({ code, title, questions }) => {
          const missing = leftOut?.get(code) ?? 0;
          return (
            <li key={code}>
              <Link
                to={{ search: `?theme=${encodeURIComponent(code)}` }}
                aria-current={code === chosen ? 'true' : undefined}
              >
                <span className="pb-mono pb-xs pb-muted">{code}</span>
                <span className="pb-grow">{title[language]}</span>
                <span className="pb-xs pb-muted pb-tabular">
                  <span className="pb-hidden">{t('question.count', { count: questions.length })}</span>
                  <span aria-hidden>{questions.length}</span>
                </span>
              </Link>
              {missing > 0 ? (
                <span className="pb-xs pb-muted pb-outline-missing">
                  {t('leftOut.count', { count: missing })}
                </span>
              ) : null}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
