import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { lazy, memo, type ReactNode, Suspense, useState } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { answeringTexts } from './answering.texts.js';
import { type SaveStatus } from './queue-state.js';
import { sameStanding } from './same-standing.js';
import { SaveStatusLine } from './save-status.js';
import type { Answering } from './use-answering.js';
import { countAnswered } from './looked-at.js';
import type { Position } from './use-position.js';

const ThemeSheet = lazy(async () => ({ default: (await import('./theme-sheet.js')).ThemeSheet }));

interface CompactFrameProps {
  readonly answering: Answering;
  readonly position: Position;
}

interface CompactBarProps extends CompactFrameProps {
  readonly status: SaveStatus;
}

/** Where there is no room for the rail: the theme with its neighbours, and where in it one stands. */
export const CompactHead = memo(DrawnHead, sameStanding);

function DrawnHead({ answering, position }: CompactFrameProps): ReactNode {
  const { t, language } = useTranslation(answeringTexts);
  const [choosing, setChoosing] = useState(false);
  const { theme, themeIndex, themes, question: open } = position;
  const progress = answering.completion.themes.find(({ code }) => code === theme.code);
  const partial = new Set(answering.completion.partial.map(({ id }) => id));
  const asked = themes.filter((candidate) => candidate.asked.length > 0);
  const place = asked.indexOf(theme);
  const step = (by: 1 | -1) => asked[place + by];
  const go = (by: 1 | -1) => () => {
    const next = step(by);
    if (next !== undefined) position.openTheme(next.code);
  };
  return (
    <div className="pb-ans-compact-head">
      <div className="pb-ans-compact-theme">
        <ActionIcon
          size={44}
          aria-label={t('theme.previous')}
          disabled={step(-1) === undefined}
          onClick={go(-1)}
        >
          <IconChevronLeft size={20} aria-hidden />
        </ActionIcon>
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={() => {
            setChoosing(true);
          }}
        >
          <span className="pb-hidden">{t('themes.open')}</span>
          <span className="pb-medium pb-ellipsis">{theme.title[language]}</span>
          <span className="pb-xs pb-muted">
            {t('theme.place', { place: themeIndex + 1, count: themes.length })} ·{' '}
            {t('theme.progress', { count: countAnswered(answering, theme), total: progress?.asked ?? 0 })}
          </span>
        </button>
        <ActionIcon size={44} aria-label={t('theme.next')} disabled={step(1) === undefined} onClick={go(1)}>
          <IconChevronRight size={20} aria-hidden />
        </ActionIcon>
      </div>
      <div className="pb-ans-compact-dots" aria-hidden>
        {theme.asked.map((question) => (
          <span
            key={question.id}
            data-on={answering.given[question.id] !== undefined && !partial.has(question.id)}
            data-current={question === open}
          />
        ))}
      </div>
      {choosing ? (
        <Suspense>
          <ThemeSheet
            {...{ answering, position }}
            onClose={() => {
              setChoosing(false);
            }}
          />
        </Suspense>
      ) : null}
    </div>
  );
}

/** At the thumb: back, what is saved, on. The last question leads to reading it all over. */
export const CompactBar = memo(
  DrawnBar,
  (one, other) => sameStanding(one, other) && JSON.stringify(one.status) === JSON.stringify(other.status),
);

function DrawnBar({ answering, position, status }: CompactBarProps): ReactNode {
  const { t } = useTranslation(answeringTexts);
  const order = position.themes.flatMap(({ asked }) => asked);
  const place = order.findIndex((question) => question === position.question);
  const isLast = place === order.length - 1;
  return (
    <nav className="pb-ans-compact-bar" aria-label={t('questions')}>
      <Button
        size="lg"
        disabled={place <= 0}
        onClick={() => {
          position.move(-1);
        }}
      >
        {t('question.previous')}
      </Button>
      <SaveStatusLine status={status} short />
      {isLast && answering.sheet.state.part !== null ? (
        <span />
      ) : isLast ? (
        <Button
          component={Link}
          to={`/requests/${answering.sheet.state.assessmentId}/review`}
          size="lg"
          variant="filled"
        >
          {t('review')}
        </Button>
      ) : (
        <Button
          size="lg"
          variant="filled"
          onClick={() => {
            position.move(1);
          }}
        >
          {t('question.next')}
        </Button>
      )}
    </nav>
  );
}
