import type { CaseAnswer, ReplayCase } from '@probant/shared/library/case';
import type { ScoreResult } from '@probant/shared/scoring/score-assessment';
import { type ReactNode, useMemo } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { CasePair, type CasePairProps } from './case-pair.js';
import { caseTexts } from './cases.texts.js';
import type { CaseFile } from './use-cases.js';

interface AnswerPairsProps {
  readonly file: CaseFile;
  readonly before: ScoreResult;
  /** What the file says of each answer, its execution included. */
  readonly allFacts: ScoreResult;
  readonly switched: readonly string[];
}

/** Each answer with its fact, and beside it the very words of the source. */
export function AnswerPairs({ file, before, allFacts, switched }: AnswerPairsProps): ReactNode {
  const { t } = useTranslation(caseTexts);
  const { replay } = file;
  const changed = useMemo(() => changedBy(replay, switched), [replay, switched]);
  const questions = useMemo(
    () => new Map(file.document.themes.flatMap((theme) => theme.questions.map((one) => [one.id, one]))),
    [file.document],
  );
  // What decides a floor first, then what could be known before signing.
  const ordered = useMemo(() => {
    const deciding = new Set(allFacts.knockouts.flatMap((knockout) => knockout.questions));
    const rank = (answer: CaseAnswer): number =>
      (deciding.has(answer.question) ? 0 : 2) +
      (answer.beforeSigning ? 0 : 1) +
      (answer.lesson === undefined ? 4 : 0);
    return [...replay.answers].sort((a, b) => rank(a) - rank(b));
  }, [replay, allFacts]);
  return (
    <section className="pb-case-pane pb-case-answers" aria-labelledby="case-answers">
      <div className="pb-between">
        <h2 id="case-answers">{t(replay.decided.length > 0 ? 'answers' : 'answers.terms')}</h2>
        <span className="pb-xs pb-muted">{t('answers.count', { count: ordered.length })}</span>
      </div>
      <ol className="pb-case-pairs">
        {ordered.map((answer) => (
          <CasePair
            key={answer.question}
            answer={answer}
            question={questions.get(answer.question)}
            changed={changed.get(answer.question)}
            file={file}
            before={before}
            allFacts={allFacts}
          />
        ))}
      </ol>
    </section>
  );
}

function changedBy(
  { switches }: ReplayCase,
  switched: readonly string[],
): ReadonlyMap<string, CasePairProps['changed']> {
  return new Map(
    switches
      .filter(({ key }) => switched.includes(key))
      .flatMap(({ answers, facts }) =>
        Object.entries(answers).map(([id, answer]) => [id, { answer, fact: facts[id] }] as const),
      ),
  );
}
