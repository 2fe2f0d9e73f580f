import { TextInput } from '@mantine/core';
import type { Question, QuestionnaireDocument, Theme } from '@probant/shared/questionnaires/document';
import { findPlaced } from '@probant/shared/questionnaires/draft/apply-steps';
import { IconLanguage } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';

import type { Language } from '../../../platform/i18n/language.js';
import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { Avatar } from '../../../ui/shell/avatar.js';
import { fold } from './fold-text.js';
import { lacksText } from './missing-text.js';
import { KnockoutRows } from './outline-knockouts.js';
import { knockoutAt, knockoutBeside, placeAt, placeBeside, themeAt, themeBeside } from './outline-moves.js';
import { dropSide, Grip, gripId, Mark } from './outline-parts.js';
import { studioTexts } from './studio.texts.js';
import { useDrag, type Drag, type Dragged, type DropPoint } from './use-drag.js';
import type { Editor } from './use-editors.js';
import type { KnockoutPlace } from './use-place.js';
import type { Studio } from './use-studio.js';

interface OutlineProps {
  readonly studio: Studio;
  readonly theme: Theme | undefined;
  readonly question: Question | undefined;
  readonly knockouts: KnockoutPlace;
  /** How many points there are to correct, by key of the question or code of the theme. */
  readonly problems: ReadonlyMap<string, number>;
  readonly editors: readonly Editor[];
}

interface RowsProps extends OutlineProps {
  readonly drag: Drag;
  readonly nudge: (dragged: Dragged, step: -1 | 1) => void;
  readonly found: (question: Question) => boolean;
  readonly searching: boolean;
}

/** Themes and questions down the side: found, marked where something is to correct, and put in another order. */
export function Outline(props: OutlineProps): ReactNode {
  const { studio } = props;
  const { t, language } = useTranslation(studioTexts);
  const [search, setSearch] = useState('');
  const { told, drop, nudge } = useMoves(studio);
  const drag = useDrag(drop);
  const wanted = fold(search);
  const found = ({ id, text, short }: Question): boolean =>
    wanted === '' || fold(`${id} ${text[language]} ${short?.[language] ?? ''}`).includes(wanted);
  const themes =
    wanted === ''
      ? studio.document.themes
      : studio.document.themes.filter(({ questions }) => questions.some(found));
  return (
    <nav className="pb-st-outline" aria-label={t('outline')}>
      <TextInput
        type="search"
        size="xs"
        value={search}
        aria-label={t('outline.search')}
        placeholder={t('outline.search')}
        data-own-undo
        onChange={(event) => {
          setSearch(event.currentTarget.value);
        }}
      />
      <p className="pb-hidden" id="grip-help">
        {t('grip.help')}
      </p>
      <p className="pb-hidden" role="status">
        {told}
      </p>
      {themes.length === 0 && wanted !== '' ? <p className="pb-sm pb-muted">{t('outline.none')}</p> : null}
      <ol className="pb-st-themes" data-scrolls data-dragging={drag.dragged?.kind}>
        {themes.map((theme) => (
          <ThemeRows
            key={theme.code}
            {...props}
            {...{ drag, nudge, found }}
            searching={wanted !== ''}
            row={theme}
          />
        ))}
        {wanted === '' ? <KnockoutRows {...props} {...{ drag, nudge }} /> : null}
      </ol>
    </nav>
  );
}

function ThemeRows({ row, ...props }: RowsProps & { readonly row: Theme }): ReactNode {
  const { t, language } = useTranslation(studioTexts);
  const { theme, question, drag, problems, searching, found } = props;
  const { code, title, questions } = row;
  const isOpen = searching || theme?.code === code;
  const wrong =
    (problems.get(code) ?? 0) + questions.reduce((sum, { id }) => sum + (problems.get(id) ?? 0), 0);
  return (
    <li>
      <div
        className="pb-st-row pb-st-theme"
        data-row="theme"
        data-key={code}
        data-drop={dropSide(drag, code)}
      >
        <Grip {...props} dragged={{ kind: 'theme', key: code }} />
        <Link
          to={{ search: `?theme=${encodeURIComponent(code)}` }}
          aria-current={isOpen && question === undefined && !searching ? 'true' : undefined}
        >
          <span className="pb-mono pb-xs pb-muted">{code}</span>
          <span className="pb-grow">{title[language] || title.fr || title.en}</span>
          <Mark count={isOpen ? (problems.get(code) ?? 0) : wrong} />
          <span className="pb-xs pb-muted pb-tabular">{questions.length}</span>
        </Link>
      </div>
      {isOpen ? (
        <ol>
          {questions.filter(found).map((one) => (
            <QuestionRow
              key={one.id}
              {...props}
              row={one}
              language={language}
              hint={t('outline.translation')}
            />
          ))}
        </ol>
      ) : null}
    </li>
  );
}

interface QuestionRowProps extends RowsProps {
  readonly row: Question;
  readonly language: Language;
  readonly hint: string;
}

function QuestionRow({ row, language, hint, ...props }: QuestionRowProps): ReactNode {
  const { t } = useTranslation(studioTexts);
  const { drag, question, problems, editors } = props;
  const here = editors.filter(({ place }) => place === row.id);
  const words = row.short?.[language] ?? row.text[language];
  return (
    <li>
      <div className="pb-st-row" data-row="question" data-key={row.id} data-drop={dropSide(drag, row.id)}>
        <Grip {...props} dragged={{ kind: 'question', key: row.id }} />
        <Link
          to={{ search: `?q=${encodeURIComponent(row.id)}` }}
          aria-current={question?.id === row.id ? 'true' : undefined}
        >
          <span className="pb-mono pb-xs pb-muted">{row.id}</span>
          <span className="pb-grow pb-st-words">{words || row.text.fr || row.text.en || '–'}</span>
          {lacksText(row) ? (
            <IconLanguage size={14} className="pb-amber" role="img" aria-label={hint} />
          ) : null}
          <Mark count={problems.get(row.id) ?? 0} />
        </Link>
        {here.map(({ name, self }) => (
          <span key={name} title={self ? t('here.at.you') : t('here.at', { name })}>
            <Avatar name={name} size={20} />
          </span>
        ))}
      </div>
    </li>
  );
}

interface Moves {
  /** Where something stands now, for those who do not see it. */
  readonly told: string;
  readonly drop: (dragged: Dragged, over: DropPoint) => void;
  readonly nudge: (dragged: Dragged, step: -1 | 1) => void;
}

function useMoves({ desk, acts }: Studio): Moves {
  const { t, language } = useTranslation(studioTexts);
  const navigate = useNavigate();
  const [told, setTold] = useState('');
  const now = (): QuestionnaireDocument => desk.read().draft;
  const tell = ({ kind, key }: Dragged): void => {
    const { themes, knockouts } = now();
    if (kind === 'knockout') {
      const place = knockouts.findIndex(({ id }) => id === key) + 1;
      setTold(t('moved.knockout', { key, place, count: knockouts.length }));
      return;
    }
    if (kind === 'theme') {
      const place = themes.findIndex(({ code }) => code === key) + 1;
      setTold(t('moved.theme', { key, place, count: themes.length }));
      return;
    }
    const theme = themes.find(({ questions }) => questions.some(({ id }) => id === key));
    const place = (theme?.questions.findIndex(({ id }) => id === key) ?? -1) + 1;
    const values = { key, place, count: theme?.questions.length ?? 0, theme: theme?.title[language] ?? '' };
    setTold(t('moved.question', values));
  };
  const move = (dragged: Dragged, to: ReturnType<typeof placeAt>): void => {
    if (to === undefined) return;
    const before = findPlaced(now(), dragged.key)?.place.theme;
    acts.move(dragged.key, to);
    tell(dragged);
    if (before !== to.theme) void navigate({ search: `?q=${encodeURIComponent(dragged.key)}` });
  };
  return {
    told,
    drop: (dragged, over) => {
      if (dragged.kind === 'question') {
        move(dragged, placeAt(now(), over));
      } else if (dragged.kind === 'knockout') {
        acts.moveKnockout(dragged.key, knockoutAt(now(), dragged.key, over));
        tell(dragged);
      } else {
        acts.moveTheme(dragged.key, themeAt(now(), dragged.key, over));
        tell(dragged);
      }
    },
    nudge: (dragged, step) => {
      if (dragged.kind === 'question') {
        move(dragged, placeBeside(now(), dragged.key, step));
      } else if (dragged.kind === 'knockout') {
        const after = knockoutBeside(now(), dragged.key, step);
        if (after !== undefined) acts.moveKnockout(dragged.key, after);
        tell(dragged);
      } else {
        const after = themeBeside(now(), dragged.key, step);
        if (after !== undefined) acts.moveTheme(dragged.key, after);
        tell(dragged);
      }
      // The row is drawn anew at its new place: the focus goes with it.
      setTimeout(() => document.getElementById(gripId(dragged))?.focus());
    },
  };
}
