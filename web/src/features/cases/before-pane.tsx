import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { knockoutName } from '@probant/shared/questionnaires/knockout-name';
import { foldKnockouts } from '@probant/shared/scoring/fold-knockouts';
import type { ActiveKnockout } from '@probant/shared/scoring/knockouts';
import type { ScoreResult } from '@probant/shared/scoring/score-assessment';
import { gradeOf } from '@probant/shared/scoring/grade';
import type { ReactNode } from 'react';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { GradeBadge } from '../../ui/score/grade-badge.js';
import { KnockoutFlag } from '../../ui/score/knockout-flag.js';
import { caseTexts } from './cases.texts.js';
import type { CaseFile } from './use-cases.js';

interface BeforePaneProps {
  readonly file: CaseFile;
  readonly before: ScoreResult;
  readonly allFacts: ScoreResult;
}

/** The score that the file would have had before anybody signed: floors, themes, and what the facts of later add. */
export function BeforePane({ file, before, allFacts }: BeforePaneProps): ReactNode {
  const { t, language } = useTranslation(caseTexts);
  const { document, replay } = file;
  const ruling = replay.decided.length > 0;
  const count = replay.answers.filter(({ beforeSigning }) => beforeSigning).length;
  const two = (value: number | null): string => (value === null ? '–' : formatNumber(value, language, 2));
  return (
    <section className="pb-case-pane" aria-labelledby="case-before">
      <h2 id="case-before">{t(ruling ? 'before' : 'before.terms')}</h2>
      <p className="pb-sm pb-soft">{t(ruling ? 'before.text' : 'before.terms.text', { count })}</p>
      <div className="pb-case-score" aria-live="polite">
        <GradeBadge grade={before.grade} size={64} />
        <div>
          <p className="pb-big pb-tabular">{two(before.score)}</p>
          <p className="pb-xs pb-muted">{baseWords(before, t, two)}</p>
        </div>
      </div>
      {allFacts.answered > before.answered ? (
        <p className="pb-case-all">
          <span>{t('all')}</span>
          <span className="pb-row">
            <GradeBadge grade={allFacts.grade} /> <span className="pb-tabular">{two(allFacts.score)}</span>
          </span>
        </p>
      ) : null}
      <Knockouts document={document} knockouts={before.knockouts} later={addedBy(before, allFacts)} />
      <h3>{t('themes')}</h3>
      <ThemeBars document={document} result={before} />
    </section>
  );
}

function baseWords(
  { base, score, floor, knockouts }: ScoreResult,
  t: ReturnType<typeof useTranslation<(typeof caseTexts)['fr']>>['t'],
  two: (value: number | null) => string,
): string {
  if (base === null || score === null || score <= base) return t('base', { base: two(base) });
  const source = knockouts
    .filter((knockout) => knockout.floor === floor)
    .map(({ id }) => id)
    .join(', ');
  return t('raised', { base: two(base), score: two(score), source });
}

function Knockouts({
  document,
  knockouts,
  later,
}: {
  readonly document: QuestionnaireDocument;
  readonly knockouts: readonly ActiveKnockout[];
  /** Ids of those that facts of the execution add. */
  readonly later: readonly string[];
}): ReactNode {
  const { t, language } = useTranslation(caseTexts);
  return (
    <>
      <h3>{t('knockouts')}</h3>
      {knockouts.length === 0 ? <p className="pb-sm pb-muted">{t('knockouts.none')}</p> : null}
      <ul className="pb-case-knockouts" hidden={knockouts.length === 0}>
        {foldKnockouts(knockouts).map(({ knockout: { id, floor, state }, under }) => (
          <li key={id}>
            <div className="pb-grow">
              <p className="pb-row pb-wrap">
                <KnockoutFlag kind={state} /> <span className="pb-mono pb-xs">{id}</span>
              </p>
              <p className="pb-sm pb-medium">{knockoutName(document.knockouts, id)[language]}</p>
              <p className="pb-sm">
                {document.knockouts.find((knockout) => knockout.id === id)?.text[language]}
              </p>
              <p className={state === 'unlawful' ? 'pb-sm pb-verm' : 'pb-sm pb-soft'}>
                {t(`floor.${state}`)}
              </p>
              {under.map((weaker) => (
                <p key={weaker.id} className="pb-xs pb-muted">
                  {t('knockouts.under', {
                    id: weaker.id,
                    name: knockoutName(document.knockouts, weaker.id)[language],
                    floor: weaker.floor,
                  })}
                </p>
              ))}
            </div>
            <span className="pb-medium pb-tabular">{formatNumber(floor, language)}</span>
          </li>
        ))}
      </ul>
      {later.length === 0 ? null : (
        <p className="pb-sm pb-soft">{t('knockouts.later', { ids: later.join(', ') })}</p>
      )}
    </>
  );
}

function addedBy(before: ScoreResult, allFacts: ScoreResult): readonly string[] {
  const known = new Set(before.knockouts.map(({ id }) => id));
  return allFacts.knockouts.map(({ id }) => id).filter((id) => !known.has(id));
}

function ThemeBars({
  document,
  result,
}: {
  readonly document: QuestionnaireDocument;
  readonly result: ScoreResult;
}): ReactNode {
  const { t, language } = useTranslation(caseTexts);
  const themes = result.themes
    .flatMap(({ code, risk }) => (risk === null ? [] : [{ code, risk: risk * 100 }]))
    .sort((a, b) => b.risk - a.risk);
  return (
    <ul className="pb-case-themes">
      {themes.map(({ code, risk }) => {
        const theme = document.themes.find((one) => one.code === code);
        const shown = formatNumber(risk, language, 1);
        return (
          <li key={code}>
            <span>{theme?.short?.[language] ?? theme?.title[language] ?? code}</span>
            <span className="pb-case-bar" aria-hidden>
              <span
                className={`pb-fill-${gradeOf(document, risk)}`}
                style={{ width: `${Math.max(1, risk)}%` }}
              />
            </span>
            <span className="pb-tabular">
              <span aria-hidden>{shown}</span>
              <span className="pb-hidden">{t('theme.value', { risk: shown })}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
