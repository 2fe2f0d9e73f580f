import { Button, Select } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { countDifferences, shareOf } from './move-weight.js';
import type { Start, Trial } from './use-trial.js';
import type { WeighingReply } from './use-weighing.js';
import { Range, showWeight, WeightSlider } from './weight-slider.js';
import { weighingTexts } from './weighing.texts.js';

interface WeightsPaneProps {
  readonly trial: Trial;
  readonly documents: WeighingReply['documents'];
  readonly presets: readonly Start[];
  readonly most: number;
  readonly onStart: (start: Start) => void;
}

/** Presets, a slider per theme, and questions weighed one by one. */
export function WeightsPane({ trial, documents, presets, most, onStart }: WeightsPaneProps): ReactNode {
  const { t, language } = useTranslation(weighingTexts);
  const themes = useMemo(() => {
    const all = documents.flatMap((document) => document.themes);
    return all.filter(({ code }, index) => all.findIndex((one) => one.code === code) === index);
  }, [documents]);
  return (
    <section className="pb-weighing-pane" aria-label={t('weights')}>
      <p className="pb-label" id="weighing-start">
        {t('start')}
      </p>
      <div className="pb-presets" role="group" aria-labelledby="weighing-start">
        {presets.map((preset) => (
          <button
            type="button"
            key={preset.key}
            aria-pressed={countDifferences(trial.start.weights, preset.weights) === 0}
            onClick={() => {
              onStart(preset);
            }}
          >
            {preset.name}
          </button>
        ))}
      </div>
      <QuestionWeights trial={trial} documents={documents} />
      <div className="pb-weight pb-weight-head pb-xs pb-muted" aria-hidden>
        <span />
        <span>{t('head.theme')}</span>
        <span className="pb-weight-tick">{t('head.published')}</span>
        <span className="pb-num">{t('head.weight')}</span>
        <span className="pb-num">{t('head.share')}</span>
      </div>
      <ol className="pb-weights">
        {themes.map(({ code, title }) => (
          <WeightSlider
            key={code}
            title={title[language]}
            weight={trial.weights.themes[code] ?? 0}
            published={trial.published.themes[code] ?? 0}
            share={trial.weighsNothing ? null : shareOf(trial.weights.themes, code)}
            most={most}
            locked={trial.locked.has(code)}
            onWeight={(weight) => {
              trial.setTheme(code, weight);
            }}
            onLock={() => {
              trial.toggleLock(code);
            }}
          />
        ))}
      </ol>
      {trial.weighsNothing ? null : <p className="pb-xs pb-muted">{t('locks')}</p>}
    </section>
  );
}

const mostOfQuestion = 10;

function QuestionWeights({ trial, documents }: Pick<WeightsPaneProps, 'trial' | 'documents'>): ReactNode {
  const { t, language } = useTranslation(weighingTexts);
  const questions = useMemo(
    () =>
      new Map(
        documents.flatMap((document) =>
          document.themes.flatMap((theme) => theme.questions.map((one) => [one.id, one])),
        ),
      ),
    [documents],
  );
  const chosen = Object.entries(trial.weights.questions);
  return (
    <>
      <Select
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        nothingFoundMessage={t('search.none')}
        searchable
        limit={30}
        value={null}
        data={[...questions.values()]
          .filter(({ id }) => trial.weights.questions[id] === undefined)
          .map(({ id, label }) => ({ value: id, label: `${id} ${label[language]}` }))}
        onChange={(id) => {
          if (id !== null) trial.setQuestion(id, questions.get(id)?.weight ?? 1);
        }}
      />
      {chosen.length > 0 ? (
        <div className="pb-question-weights">
          <p className="pb-label" id="weighing-questions">
            {t('questions.title')}
          </p>
          <ul aria-labelledby="weighing-questions">
            {chosen.map(([id, weight]) => (
              <li key={id}>
                <span className="pb-mono pb-xs" title={questions.get(id)?.label[language]}>
                  {id}
                </span>
                <Range
                  label={t('question.weight', { id })}
                  text={showWeight(weight, language)}
                  value={weight}
                  most={Math.max(mostOfQuestion, weight)}
                  tick={questions.get(id)?.weight ?? 0}
                  onValue={(value) => {
                    trial.setQuestion(id, value);
                  }}
                />
                <span className="pb-num pb-strong">{showWeight(weight, language)}</span>
                <Button
                  size="xs"
                  variant="transparent"
                  aria-label={t('question.remove', { id })}
                  onClick={() => {
                    trial.setQuestion(id, null);
                  }}
                >
                  ×
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}
