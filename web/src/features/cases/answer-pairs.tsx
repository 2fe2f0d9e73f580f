import type { CaseAnswer, ReplayCase } from '@probant/shared/library/case';
import type { Question } from '@probant/shared/questionnaires/document';
import { knockoutName } from '@probant/shared/questionnaires/knockout-name';
import type { Answer } from '@probant/shared/scoring/answer';
import { inWords } from '@probant/shared/scoring/answer-words';
import type { ScoreResult } from '@probant/shared/scoring/score-assessment';
import { inRisk } from '@probant/shared/words/numbers';
import { type ReactNode, useMemo } from 'react';

import type { Language } from '../../platform/i18n/language.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Quote } from '../../ui/law/quote.js';
import { KnockoutFlag } from '../../ui/score/knockout-flag.js';
import { caseTexts } from './cases.texts.js';
import type { CaseFile } from './use-cases.js';

interface AnswerPairsProps {
  readonly file: CaseFile;
  /** With all the facts: what the file says of each answer. */
  readonly result: ScoreResult;
  readonly switched: readonly string[];
}

/** Each answer with its fact, and beside it the very words of the source. */
export function AnswerPairs({ file, result, switched }: AnswerPairsProps): ReactNode {
  const { t } = useTranslation(caseTexts);
  const { replay } = file;
  const changed = useMemo(() => changedBy(replay, switched), [replay, switched]);
  const questions = useMemo(
    () => new Map(file.document.themes.flatMap((theme) => theme.questions.map((one) => [one.id, one]))),
    [file.document],
  );
  // What decides a floor first, then what could be known before signing.
  const ordered = useMemo(() => {
    const deciding = new Set(result.knockouts.flatMap((knockout) => knockout.questions));
    const rank = (answer: CaseAnswer): number =>
      (deciding.has(answer.question) ? 0 : 2) +
      (answer.beforeSigning ? 0 : 1) +
      (answer.lesson === undefined ? 4 : 0);
    return [...replay.answers].sort((a, b) => rank(a) - rank(b));
  }, [replay, result]);
  return (
    <section className="pb-case-pane pb-case-answers" aria-labelledby="case-answers">
      <div className="pb-between">
        <h2 id="case-answers">{t(replay.decided.length > 0 ? 'answers' : 'answers.terms')}</h2>
        <span className="pb-xs pb-muted">{t('answers.count', { count: ordered.length })}</span>
      </div>
      <ol className="pb-case-pairs">
        {ordered.map((answer) => (
          <Pair
            key={answer.question}
            answer={answer}
            question={questions.get(answer.question)}
            changed={changed.get(answer.question)}
            file={file}
            result={result}
          />
        ))}
      </ol>
    </section>
  );
}

interface PairProps {
  readonly answer: CaseAnswer;
  readonly question: Question | undefined;
  readonly changed: Answer | undefined;
  readonly file: CaseFile;
  readonly result: ScoreResult;
}

function Pair({ answer, question, changed, file, result }: PairProps): ReactNode {
  const { t, language } = useTranslation(caseTexts);
  const { lesson, outcome } = answer;
  const quote = lesson === undefined ? undefined : file.quotes.get(lesson);
  const knockouts = result.knockouts.filter((knockout) => knockout.questions.includes(answer.question));
  const line = result.lines.find((one) => one.question === answer.question);
  const said = (given: Answer): string => (question === undefined ? '' : wordsOf(question, given, language));
  return (
    <li>
      <div>
        <p className="pb-row pb-wrap">
          <span className="pb-mono pb-xs pb-muted">{answer.question}</span>
          {knockouts.map(({ id, state }) => (
            <KnockoutFlag key={id} kind={state} title={knockoutName(file.document.knockouts, id)[language]}>
              {id}
            </KnockoutFlag>
          ))}
        </p>
        <p className="pb-medium">{question?.short?.[language] ?? question?.text[language]}</p>
        {changed === undefined ? (
          <p className="pb-sm">{said(answer.answer)}</p>
        ) : (
          <p className="pb-sm">
            <del className="pb-muted">{said(answer.answer)}</del>{' '}
            <span className="pb-tag pb-tag-blue">{t('changed')}</span> <ins>{said(changed)}</ins>
          </p>
        )}
        <p className="pb-sm pb-soft">{answer.fact[language]}</p>
        <p className="pb-xs pb-muted">
          {line?.counted === true ? t('risk', { risk: inRisk(line.risk, language) }) : t('out-of-scope')}
          {' · '}
          <span title={t(`basis.${answer.basis}.text`)}>{t(`basis.${answer.basis}`)}</span>
          {answer.beforeSigning ? null : <> · {t('later')}</>}
        </p>
      </div>
      <div>
        {quote === undefined ? (
          outcome === undefined ? null : (
            <p className="pb-sm">{outcome[language]}</p>
          )
        ) : (
          <Quote source={[lesson, outcome?.[language]].filter(Boolean).join(' · ')}>{quote}</Quote>
        )}
        <BesideFacts question={answer.question} file={file} />
      </div>
    </li>
  );
}

/** What published terms say on the same point. */
function BesideFacts({ question, file }: { readonly question: string; readonly file: CaseFile }): ReactNode {
  const { language } = useTranslation(caseTexts);
  return file.beside.map(({ summary, answers }) => {
    const same = answers.find((one) => one.question === question);
    return same === undefined ? null : (
      <p key={summary.key} className="pb-case-beside pb-xs">
        <span className="pb-medium">{summary.name[language]}</span>
        <br />
        {same.fact[language]}
      </p>
    );
  });
}

function changedBy({ switches }: ReplayCase, switched: readonly string[]): ReadonlyMap<string, Answer> {
  return new Map(
    switches.filter(({ key }) => switched.includes(key)).flatMap(({ answers }) => Object.entries(answers)),
  );
}

function wordsOf(question: Question, answer: Answer, language: Language): string {
  return 'v' in answer ? inWords(question, answer.v, language) : '–';
}
