import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { maxCounts } from '@probant/shared/limits';
import {
  evidenceLevels,
  type ContextFact,
  type EngagementContext,
  type QuestionnaireDocument,
} from '@probant/shared/questionnaires/document';
import { fillIn, fills, inventAnswers, type Fill } from '@probant/shared/scoring/dry-run';
import { scoreAssessment, type ScoreResult } from '@probant/shared/scoring/score-assessment';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useNavigate } from 'react-router';

import { today } from '../../../platform/today.js';
import { api } from '../../../platform/api/client.js';
import { useAct } from '../../../platform/api/use-act.js';
import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { useCan } from '../../../platform/session/allowed.js';
import { ProblemNotice } from '../../../ui/feedback/problem-notice.js';
import { floorSources, ScoreSummary } from '../../../ui/score/score-summary.js';
import { ScoreTrace } from '../../../ui/score/score-trace.js';
import { studioTexts } from './studio.texts.js';
import type { Trial } from './trial.js';

interface TrialPaneProps {
  readonly document: QuestionnaireDocument;
  readonly trial: Trial;
  readonly onTrial: (trial: Trial) => void;
}

/** A dry run: what invented answers would score on an engagement, line by line, in this browser alone. */
export function TrialPane({ document, trial, onTrial }: TrialPaneProps): ReactNode {
  const { t } = useTranslation(studioTexts);
  const fill = (one: Fill): void => {
    const filled = fillIn(document, one, today());
    onTrial({ ...trial, fill: one, filled, given: {} });
  };
  return (
    <section className="pb-stack" aria-label={t('side.trial')}>
      <p className="pb-xs pb-muted">{t('trial.hint')}</p>
      <ContextFields document={document} trial={trial} onTrial={onTrial} />
      <div className="pb-row pb-wrap" role="group" aria-label={t('trial.fill')}>
        {fills.map((one) => (
          <Button
            key={one}
            size="xs"
            aria-pressed={trial.fill === one}
            onClick={() => {
              fill(one);
            }}
          >
            {t(`trial.${one}`)}
          </Button>
        ))}
      </div>
      <NativeSelect
        size="xs"
        label={t('trial.evidence')}
        value={trial.level ?? ''}
        data={[
          { value: '', label: t('trial.evidence.none') },
          ...evidenceLevels.map((level) => ({ value: level, label: level })),
        ]}
        onChange={(event) => {
          const level = evidenceLevels.find((one) => one === event.currentTarget.value);
          onTrial({ ...trial, level });
        }}
      />
      <TrialScore document={document} trial={trial} />
    </section>
  );
}

function TrialScore({ document, trial }: Omit<TrialPaneProps, 'onTrial'>): ReactNode {
  const { t, language } = useTranslation(studioTexts);
  const navigate = useNavigate();
  const { context, fill, given, level } = trial;
  const { answers, result } = useMemo(() => {
    const invented = inventAnswers(document, { fill, given, ...(level === undefined ? {} : { level }) });
    return { answers: invented, result: tryScore(document, context, invented) };
  }, [document, context, fill, given, level]);
  if (result === null) return <p className="pb-sm pb-amber">{t('trial.broken')}</p>;
  return (
    <>
      <ScoreSummary
        numbers={result}
        floorSources={floorSources(result.floor, result.knockouts)}
        document={document}
        rests={t('trial.rests')}
        review={{ before: false, pieces: 0, claims: 0 }}
      />
      <p className="pb-sm pb-soft">{t('trial.answered', { count: result.answered })}</p>
      {result.knockouts.length === 0 ? (
        <p className="pb-sm">{t('trial.none')}</p>
      ) : (
        <div>
          <h3>{t('trial.knockouts')}</h3>
          <ul className="pb-sm">
            {result.knockouts.map(({ id }) => {
              const knockout = document.knockouts.find((one) => one.id === id);
              return (
                <li key={id}>
                  <span className="pb-mono pb-verm">{id}</span>{' '}
                  {(knockout?.name ?? knockout?.text)?.[language]}
                </li>
              );
            })}
          </ul>
        </div>
      )}
      <h3>{t('trial.trace')}</h3>
      <ScoreTrace
        document={document}
        result={result}
        answers={answers}
        onQuestion={(id) => void navigate({ search: `?q=${encodeURIComponent(id)}` })}
      />
    </>
  );
}

/** A draft may be unfinished in ways that the score cannot read. */
function tryScore(
  document: QuestionnaireDocument,
  context: EngagementContext,
  answers: ReturnType<typeof inventAnswers>,
): ScoreResult | null {
  try {
    return scoreAssessment(document, { context, answers, asOf: new Date().toISOString() });
  } catch {
    return null;
  }
}

function ContextFields({ document, trial, onTrial }: TrialPaneProps): ReactNode {
  const { t, language } = useTranslation(studioTexts);
  const mayRead = useCan('engagements:read');
  const engagements = useQuery({
    queryKey: ['engagements', 'list', 'trial'],
    enabled: mayRead,
    queryFn: ({ signal }) => api.get('/api/engagements', { query: { limit: maxCounts.pageSize }, signal }),
  });
  const items = engagements.data?.items ?? [];
  const choose = useAct({
    mutationFn: async (id: string) => {
      const path = { engagementId: id };
      const read = id === '' ? null : await api.get('/api/engagements/{engagementId}', { path });
      // The API sends the facts that shared describes.
      const context = read === null ? trial.context : (read.context as EngagementContext);
      onTrial({ ...trial, engagementId: id, context });
    },
  });
  const set = (key: string, value: string | boolean): void => {
    onTrial({ ...trial, engagementId: '', context: { ...trial.context, [key]: value } });
  };
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('trial.context')}
        value={trial.engagementId}
        data={[
          { value: '', label: t('trial.invented') },
          ...items.map(({ id, name, supplierName }) => ({ value: id, label: `${supplierName} · ${name}` })),
        ]}
        onChange={(event) => {
          choose.mutate(event.currentTarget.value);
        }}
      />
      {choose.isError ? <ProblemNotice error={choose.error} /> : null}
      <details>
        <summary className="pb-sm">{t('trial.invented')}</summary>
        <div className="pb-st-facts">
          {document.context.map((fact) => (
            <Fact
              key={fact.key}
              fact={fact}
              value={trial.context[fact.key]}
              onSet={set}
              language={language}
            />
          ))}
        </div>
      </details>
    </>
  );
}

interface FactProps {
  readonly fact: ContextFact;
  readonly value: string | boolean | undefined;
  readonly onSet: (key: string, value: string | boolean) => void;
  readonly language: 'fr' | 'en';
}

function Fact({ fact, value, onSet, language }: FactProps): ReactNode {
  const { key, kind, label, values = [] } = fact;
  if (kind === 'bool') {
    return (
      <Checkbox
        size="xs"
        label={label[language]}
        checked={value === true}
        onChange={(event) => {
          onSet(key, event.currentTarget.checked);
        }}
      />
    );
  }
  return (
    <NativeSelect
      size="xs"
      label={label[language]}
      value={typeof value === 'string' ? value : ''}
      data={values.map((one) => ({ value: one.value, label: one.label[language] }))}
      onChange={(event) => {
        onSet(key, event.currentTarget.value);
      }}
    />
  );
}
