import { Button } from '@mantine/core';
import type { Theme } from '@probant/shared/questionnaires/document';
import { type ReactNode, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { QuestionCard } from './question-card.js';
import { QuestionDialog, type QuestionTarget } from './question-dialog.js';
import { questionnaireTexts } from './questionnaires.texts.js';
import type { Edit, LeftOut, Questionnaire } from './use-questionnaires.js';

interface ThemePanelProps {
  readonly questionnaire: Questionnaire;
  readonly theme: Theme;
  readonly apply: (edit: Edit) => void;
  readonly pending: boolean;
}

/** The questions of one theme, with those left out of it underneath. */
export function ThemePanel({ questionnaire, theme, apply, pending }: ThemePanelProps): ReactNode {
  const { t, language } = useTranslation(questionnaireTexts);
  const mayEdit = useCan('questionnaires:edit');
  const [target, setTarget] = useState<QuestionTarget | null>(null);
  const [params] = useSearchParams();
  useShownQuestion(params.get('question'), theme.code);
  const own = new Set(questionnaire.ownQuestions);
  const leftOut = questionnaire.leftOut.find(({ themeCode }) => themeCode === theme.code);
  return (
    <section className="pb-theme-panel" aria-labelledby="theme-title">
      <div className="pb-between pb-wrap">
        <div>
          <h2 id="theme-title">{theme.title[language]}</h2>
          <p className="pb-sm pb-muted">
            {t('theme.weight', { weight: formatNumber(theme.weight, language) })}
          </p>
        </div>
        {mayEdit ? (
          <div className="pb-row pb-wrap">
            <Button
              variant="subtle"
              disabled={pending}
              onClick={() => {
                apply({ kind: 'leave-out-theme', themeCode: theme.code });
              }}
            >
              {t('leaveOut.theme')}
            </Button>
            <Button
              onClick={() => {
                setTarget({ theme, question: null });
              }}
            >
              {t('add.question')}
            </Button>
          </div>
        ) : null}
      </div>
      {theme.questions.length === 0 ? <p className="pb-soft">{t('theme.empty')}</p> : null}
      <ol className="pb-questions">
        {theme.questions.map((question) => (
          <QuestionCard
            key={question.id}
            document={questionnaire.document}
            question={question}
            own={own.has(question.id)}
            actions={
              mayEdit ? (
                <>
                  <Button
                    size="xs"
                    variant="transparent"
                    aria-label={t('edit.question.of', { id: question.id })}
                    onClick={() => {
                      setTarget({ theme, question });
                    }}
                  >
                    {t('edit.question')}
                  </Button>
                  <Button
                    size="xs"
                    variant="transparent"
                    disabled={pending}
                    aria-label={t('leaveOut.question.of', { id: question.id })}
                    onClick={() => {
                      apply({ kind: 'leave-out-question', questionKey: question.id });
                    }}
                  >
                    {t('leaveOut.question')}
                  </Button>
                </>
              ) : null
            }
          />
        ))}
      </ol>
      {leftOut ? <LeftOutQuestions leftOut={leftOut} apply={apply} pending={pending} /> : null}
      <QuestionDialog
        questionnaire={questionnaire}
        target={target}
        onClose={() => {
          setTarget(null);
        }}
      />
    </section>
  );
}

/** A link from elsewhere leads to the question and not only to its theme. */
function useShownQuestion(id: string | null, themeCode: string): void {
  useEffect(() => {
    const card = id === null ? null : document.getElementById(`question-${id}`);
    card?.scrollIntoView({ block: 'start' });
    card?.focus({ preventScroll: true });
  }, [id, themeCode]);
}

interface LeftOutQuestionsProps {
  readonly leftOut: LeftOut;
  readonly apply: (edit: Edit) => void;
  readonly pending: boolean;
}

function LeftOutQuestions({ leftOut, apply, pending }: LeftOutQuestionsProps): ReactNode {
  const { t, language } = useTranslation(questionnaireTexts);
  const mayEdit = useCan('questionnaires:edit');
  return (
    <div className="pb-left-out">
      <h3>{t('leftOut.title')}</h3>
      <ul>
        {leftOut.questions.map(({ id, text }) => (
          <li key={id}>
            <span className="pb-mono pb-sm pb-muted">{id}</span>
            <span className="pb-grow pb-sm pb-soft">{text[language]}</span>
            {mayEdit ? (
              <Button
                size="xs"
                variant="transparent"
                disabled={pending}
                aria-label={t('restore.of', { id })}
                onClick={() => {
                  apply({ kind: 'restore-question', questionKey: id });
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
