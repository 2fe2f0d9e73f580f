import { Button, NumberInput, TextInput } from '@mantine/core';
import type { Theme } from '@probant/shared/questionnaires/document';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useAct } from '../../../platform/api/use-act.js';
import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { useCan } from '../../../platform/session/allowed.js';
import { ProblemNotice } from '../../../ui/feedback/problem-notice.js';
import { questionnaireTexts } from '../questionnaires.texts.js';
import { studioTexts } from './studio.texts.js';
import type { Studio } from './use-studio.js';

interface ThemePaneProps {
  readonly studio: Studio;
  readonly theme: Theme;
  readonly onAdd: () => void;
  readonly onLeaveOut: () => void;
}

/** A theme by itself: its titles and its weight, its questions, and those left out of it. */
export function ThemePane({ studio, theme, onAdd, onLeaveOut }: ThemePaneProps): ReactNode {
  const { t, language } = useTranslation(studioTexts);
  const { t: words } = useTranslation(questionnaireTexts);
  const mayEdit = useCan('questionnaires:edit');
  const { code, title, weight, questions } = theme;
  const title_ = (name: 'fr' | 'en'): ReactNode => (
    <TextInput
      label={t(`theme.${name}`)}
      value={title[name]}
      onChange={(event) => {
        studio.acts.changeTheme(code, { title: { ...title, [name]: event.currentTarget.value } });
      }}
    />
  );
  return (
    <section className="pb-st-editor pb-stack" aria-labelledby="studio-theme">
      <div className="pb-st-editor-head">
        <h2 id="studio-theme">{mayEdit ? t('theme.title', { code }) : title[language]}</h2>
        <span className="pb-grow" />
        {mayEdit ? (
          <>
            <Button size="xs" onClick={onLeaveOut}>
              {words('leaveOut.theme')}
            </Button>
            <Button size="xs" variant="filled" onClick={onAdd}>
              {words('add.question')}
            </Button>
          </>
        ) : null}
      </div>
      {mayEdit ? (
        <div className="pb-form-pair">
          {title_('fr')}
          {title_('en')}
          <NumberInput
            label={t('theme.weight')}
            min={0}
            value={weight}
            onChange={(value) => {
              if (typeof value === 'number') studio.acts.changeTheme(code, { weight: value });
            }}
          />
        </div>
      ) : null}
      <h3>{t('theme.questions')}</h3>
      {questions.length === 0 ? <p className="pb-soft">{words('theme.empty')}</p> : null}
      <ol className="pb-st-list">
        {questions.map(({ id, text }) => (
          <li key={id}>
            <Link to={{ search: `?q=${encodeURIComponent(id)}` }}>
              <span className="pb-mono pb-sm pb-muted">{id}</span> {text[language] || '–'}
            </Link>
          </li>
        ))}
      </ol>
      <LeftOutOf studio={studio} code={code} />
    </section>
  );
}

function LeftOutOf({ studio, code }: { readonly studio: Studio; readonly code: string }): ReactNode {
  const { t, language } = useTranslation(questionnaireTexts);
  const mayEdit = useCan('questionnaires:edit');
  const restore = useAct({ mutationFn: (key: string) => studio.acts.restoreQuestion(key) });
  const leftOut = studio.questionnaire.leftOut.find(({ themeCode }) => themeCode === code);
  if (leftOut === undefined || leftOut.whole) return null;
  return (
    <div className="pb-left-out">
      <h3>{t('leftOut.title')}</h3>
      {restore.isError ? <ProblemNotice error={restore.error} /> : null}
      <ul>
        {leftOut.questions.map(({ id, text }) => (
          <li key={id}>
            <span className="pb-mono pb-sm pb-muted">{id}</span>
            <span className="pb-grow pb-sm pb-soft">{text[language]}</span>
            {mayEdit ? (
              <Button
                size="xs"
                variant="transparent"
                disabled={restore.isPending}
                aria-label={t('restore.of', { id })}
                onClick={() => {
                  restore.mutate(id);
                }}
              >
                {t('restore')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
