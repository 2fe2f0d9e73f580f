import { ActionIcon } from '@mantine/core';
import { IconFilter, IconFilterFilled, IconHandStop } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { findAnswer, nextToSee, piecesOf, type Review, type ReviewedTheme } from './review-model.js';
import { reviewTexts } from './review.texts.js';
import { useSeeAll } from './use-review.js';

interface ThemePaneProps {
  readonly review: Review;
  readonly themes: readonly ReviewedTheme[];
  readonly outOfScope: Review['document']['themes'];
  /** Code of the theme of the question on the screen. */
  readonly current: string;
  readonly onQuestion: (questionId: string) => void;
}

/** Themes from the most risky to the least, each with what is left to see in it. */
export function ThemePane({ review, themes, outOfScope, current, onQuestion }: ThemePaneProps): ReactNode {
  const { t, language } = useTranslation(reviewTexts);
  const [filtered, setFiltered] = useState(false);
  const shown = filtered ? themes.filter(({ toSee, code }) => toSee > 0 || code === current) : themes;
  const Icon = filtered ? IconFilterFilled : IconFilter;
  return (
    <nav className="pb-examine-pane pb-examine-themes" aria-label={t('themes.label')}>
      <div className="pb-between pb-examine-themes-head">
        <span className="pb-label">{t('themes')}</span>
        <ActionIcon
          aria-label={t('themes.filter')}
          aria-pressed={filtered}
          onClick={() => {
            setFiltered(!filtered);
          }}
        >
          <Icon size={16} aria-hidden />
        </ActionIcon>
      </div>
      {shown.length === 0 ? <p className="pb-sm pb-muted pb-examine-scope">{t('themes.none')}</p> : null}
      <ol>
        {shown.map((theme) => (
          <li key={theme.code}>
            <ThemeButton
              theme={theme}
              current={theme.code === current}
              onOpen={() => {
                const ids = theme.questions.map(({ id }) => id);
                const next = nextToSee(review, ids, '') ?? ids[0];
                if (next !== undefined) onQuestion(next);
              }}
            />
            {theme.code === current ? <SeeAll review={review} theme={theme} /> : null}
          </li>
        ))}
      </ol>
      {outOfScope.length === 0 ? null : (
        <div className="pb-examine-scope">
          <p className="pb-label">{t('themes.out')}</p>
          <p className="pb-xs pb-muted">
            {t('themes.out.text', {
              themes: new Intl.ListFormat(language, { type: 'conjunction' }).format(
                outOfScope.map((theme) => (theme.short ?? theme.title)[language]),
              ),
            })}
          </p>
        </div>
      )}
    </nav>
  );
}

function ThemeButton({
  theme,
  current,
  onOpen,
}: {
  readonly theme: ReviewedTheme;
  readonly current: boolean;
  readonly onOpen: () => void;
}): ReactNode {
  const { t, language } = useTranslation(reviewTexts);
  const { risk, grade, toSee } = theme;
  const shown = risk === null ? '–' : formatNumber(risk, language);
  return (
    <button
      type="button"
      className="pb-examine-theme"
      {...(current ? { 'aria-current': true as const } : {})}
      onClick={onOpen}
    >
      <span
        className={`pb-examine-chip ${grade === null ? 'pb-grade-none' : `pb-fill-${grade}`}`}
        aria-hidden
      >
        {shown}
      </span>
      <span className="pb-grow pb-ellipsis">{theme.title[language]}</span>
      <span className="pb-hidden">, {t('themes.risk', { risk: shown })}, </span>
      {theme.knockout ? (
        <span className="pb-verm" title={t('themes.knockout')}>
          <IconHandStop size={14} stroke={2} aria-hidden />
          <span className="pb-hidden">{t('themes.knockout')}, </span>
        </span>
      ) : null}
      <span className={`pb-xs pb-tabular pb-nowrap ${toSee > 0 ? 'pb-medium' : 'pb-muted'}`}>
        {toSee > 0 ? t('themes.to-see', { count: toSee }) : t('themes.seen')}
      </span>
    </button>
  );
}

/** Answers with neither piece nor claim need no more than a look: all of a theme at once. */
function SeeAll({ review, theme }: { readonly review: Review; readonly theme: ReviewedTheme }): ReactNode {
  const { t } = useTranslation(reviewTexts);
  const seeAll = useSeeAll(review.assessmentId);
  const allowed = useCan('reviews:write') && isOpen(review);
  const plain = theme.questions
    .map(({ id }) => id)
    .filter((id) => review.questions.some(({ questionId, toSee }) => questionId === id && toSee))
    .filter((id) => piecesOf(review, id).length === 0 && findAnswer(review, id)?.state !== 'na');
  if (!allowed || plain.length < 2) return null;
  return (
    <button
      type="button"
      className="pb-score-link pb-score-link-blue pb-xs pb-examine-see-all"
      disabled={seeAll.isPending}
      onClick={() => {
        seeAll.mutate(plain);
      }}
    >
      {t('themes.see-all', { count: plain.length })}
    </button>
  );
}

export function isOpen({ status }: Review): boolean {
  return status === 'submitted' || status === 'in-review';
}
