import { memo, type ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProgressRail } from '../../ui/shell/progress-rail.js';
import { changesTexts } from './changes.texts.js';
import { answeringTexts } from './answering.texts.js';
import { countAnswered } from './looked-at.js';
import { sameStanding } from './same-standing.js';
import { takesAnswers, type Answering } from './use-answering.js';
import type { Position } from './use-position.js';

interface ThemeRailProps {
  readonly answering: Answering;
  readonly position: Position;
}

/** The themes down the side, what blocks submission, and the keys. */
export const ThemeRail = memo(DrawnRail, sameStanding);

function DrawnRail({ answering, position }: ThemeRailProps): ReactNode {
  const { t, language } = useTranslation(answeringTexts);
  const { completion } = answering;
  const answered = countAnswered(answering);
  const items = themeItems(answering, position, language);
  return (
    <div className="pb-ans-rail">
      <ProgressRail
        label={t('themes')}
        items={items}
        currentKey={position.theme.code}
        totalText={t('total', { done: answered, total: completion.asked })}
        done={answered}
        total={completion.asked}
      >
        {takesAnswers(answering) ? <Blockers answering={answering} position={position} /> : null}
        <div className="pb-ans-aside">
          <p className="pb-label">{t('keyboard')}</p>
          <p className="pb-xs pb-soft pb-ans-keys">
            <span>
              <kbd>1</kbd>–<kbd>9</kbd> {t('keys.choose')}
            </span>
            <span>
              <kbd>J</kbd> <kbd>K</kbd> {t('keys.move')}
            </span>
            <span>
              <kbd>?</kbd> {t('keys.all')}
            </span>
          </p>
        </div>
      </ProgressRail>
    </div>
  );
}

/** The themes with how far each is; a theme without any question left counts as done. */
export function themeItems(
  answering: Answering,
  { themes }: Position,
  language: 'fr' | 'en',
): { key: string; title: string; path: string; done: number; total: number }[] {
  return themes.flatMap((one) => {
    const { code, title, short, asked } = one;
    if (asked.length === 0) return [];
    const progress = answering.completion.themes.find((theme) => theme.code === code);
    return [
      {
        key: code,
        title: (short ?? title)[language],
        path: `?theme=${encodeURIComponent(code)}`,
        done: countAnswered(answering, one),
        total: progress?.asked ?? 0,
      },
    ];
  });
}

function Blockers({ answering, position }: ThemeRailProps): ReactNode {
  const { t } = useTranslation(answeringTexts);
  const { t: tc } = useTranslation(changesTexts);
  const { mustAnswer, piecesMissing } = answering.completion;
  const { toReconfirm } = answering;
  const blocked = mustAnswer.length + toReconfirm.length > 0;
  const here = new Set(position.theme.asked.map(({ id }) => id));
  const inTheme = mustAnswer.filter((id) => here.has(id));
  const elsewhere = mustAnswer.filter((id) => !here.has(id));
  return (
    <div className="pb-ans-aside">
      <p className="pb-label">{blocked ? t('blocks') : t('blocks.nothing')}</p>
      <ul className="pb-sm pb-ans-blockers">
        {toReconfirm.length > 0 ? (
          <li>
            <PlaceLink id={toReconfirm[0]} position={position}>
              {tc('blocks', { count: toReconfirm.length })}
            </PlaceLink>
          </li>
        ) : null}
        {inTheme.length > 0 ? (
          <li>
            <PlaceLink id={inTheme[0]} position={position}>
              {t('blocks.theme', { count: inTheme.length })}
            </PlaceLink>
          </li>
        ) : null}
        {elsewhere.length > 0 ? (
          <li>
            <PlaceLink id={findNext(position, elsewhere)} position={position}>
              {t('blocks.others', { count: elsewhere.length })}
            </PlaceLink>
          </li>
        ) : null}
      </ul>
      {piecesMissing[0] === undefined ? null : (
        <p className="pb-xs pb-ans-pieces-missing">
          <PlaceLink id={piecesMissing[0]} position={position}>
            {t('missing.pieces', { count: piecesMissing.length, first: piecesMissing[0] })}
          </PlaceLink>
        </p>
      )}
    </div>
  );
}

interface PlaceLinkProps {
  readonly id: string | undefined;
  readonly position: Position;
  readonly children: ReactNode;
}

function PlaceLink({ id, position, children }: PlaceLinkProps): ReactNode {
  if (id === undefined) return children;
  return (
    <Link
      to={`?q=${encodeURIComponent(id)}`}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        position.open(id);
      }}
    >
      {children}
    </Link>
  );
}

/** The next of these questions after the theme that is open, from the start again after the last theme. */
function findNext({ themes, themeIndex }: Position, ids: readonly string[]): string | undefined {
  const order = [...themes.slice(themeIndex + 1), ...themes.slice(0, themeIndex + 1)];
  return order.flatMap(({ asked }) => asked).find(({ id }) => ids.includes(id))?.id;
}
