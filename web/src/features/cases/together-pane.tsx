import { scoreReplay } from '@probant/shared/library/replay-score';
import type { ScoreResult } from '@probant/shared/scoring/score-assessment';
import { IconArrowRight } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';

import { formatChange, formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { GradeBadge } from '../../ui/score/grade-badge.js';
import { caseTexts } from './cases.texts.js';
import type { CaseFile } from './use-cases.js';

interface TogetherPaneProps {
  readonly file: CaseFile;
  readonly switched: readonly string[];
}

interface Step {
  readonly key: string;
  readonly name: string;
  readonly result: ScoreResult;
}

/** From the facts as they were to the facts as they are switched, at both moments and step by step. */
export function TogetherPane({ file, switched }: TogetherPaneProps): ReactNode {
  const { t, language } = useTranslation(caseTexts);
  const { document, replay } = file;
  const scored = useMemo(() => {
    const scoreWith = (keys: readonly string[], moment: 'before-signing' | 'all-facts'): ScoreResult =>
      scoreReplay(document, replay, { switched: keys, moment });
    return {
      moments: (['before-signing', 'all-facts'] as const).map((moment) => ({
        moment,
        before: scoreWith([], moment),
        after: scoreWith(switched, moment),
      })),
      steps: switched.map((_, place) => scoreWith(switched.slice(0, place + 1), 'all-facts')),
    };
  }, [document, replay, switched]);
  const nameOf = (key: string): string =>
    replay.switches.find((one) => one.key === key)?.short[language] ?? key;
  const [, allFacts] = scored.moments;
  return (
    <section className="pb-case-otherwise" aria-labelledby="case-together" aria-live="polite">
      <h3 id="case-together">{t('together')}</h3>
      {switched.length === 0 ? <p className="pb-sm pb-muted">{t('together.none')}</p> : null}
      {switched.length === 0
        ? null
        : scored.moments.map(({ moment, before, after }) => (
            <Change key={moment} label={t(`moment.${moment}`)} before={before} after={after} />
          ))}
      {allFacts === undefined || switched.length === 0 ? null : (
        <Steps
          steps={[
            { key: 'facts', name: t('together.facts'), result: allFacts.before },
            ...scored.steps.map((result, place) => {
              const key = switched[place] ?? '';
              return { key, name: t('together.plus', { fact: nameOf(key) }), result };
            }),
          ]}
        />
      )}
    </section>
  );
}

interface ChangeProps {
  readonly label: string;
  readonly before: ScoreResult;
  readonly after: ScoreResult;
}

function Change({ label, before, after }: ChangeProps): ReactNode {
  const { language } = useTranslation(caseTexts);
  const change = (after.score ?? 0) - (before.score ?? 0);
  return (
    <p className="pb-case-effect">
      <span className="pb-xs pb-muted">{label}</span>
      <span className="pb-row">
        <GradeBadge grade={before.grade} size={24} />
        <span className="pb-tabular">{two(before.score, language)}</span>
        <IconArrowRight size={16} aria-hidden />
        <GradeBadge grade={after.grade} size={24} />
        <span className="pb-strong pb-tabular">{two(after.score, language)}</span>
        <span className="pb-xs pb-muted pb-tabular">{formatChange(change, language, 2)}</span>
      </span>
    </p>
  );
}

/** A column per step; the list itself is what is read aloud. */
function Steps({ steps }: { readonly steps: readonly Step[] }): ReactNode {
  const { t, language } = useTranslation(caseTexts);
  return (
    <>
      <p className="pb-sm pb-soft">{t('together.steps')}</p>
      <ol className="pb-case-steps">
        {steps.map(({ key, name, result }) => (
          <li key={key}>
            <span className="pb-strong pb-tabular">{two(result.score, language)}</span>
            <span className="pb-case-column" aria-hidden>
              <span
                className={result.grade === null ? '' : `pb-fill-${result.grade}`}
                style={{ height: `${result.score ?? 0}%` }}
              />
            </span>
            <GradeBadge grade={result.grade} size={20} />
            <span className="pb-case-step-name">{name}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function two(score: number | null, language: 'fr' | 'en'): string {
  return score === null ? '–' : formatNumber(score, language, 2);
}
