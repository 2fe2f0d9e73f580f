import type { CaseAnswer } from '@probant/shared/library/case';
import type { Localised, Question } from '@probant/shared/questionnaires/document';
import { knockoutName } from '@probant/shared/questionnaires/knockout-name';
import type { Answer } from '@probant/shared/scoring/answer';
import { inWords } from '@probant/shared/scoring/answer-words';
import type { ScoreResult } from '@probant/shared/scoring/score-assessment';
import { inRisk } from '@probant/shared/words/numbers';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import type { Language } from '../../platform/i18n/language.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Quote } from '../../ui/law/quote.js';
import { KnockoutFlag } from '../../ui/score/knockout-flag.js';
import { caseTexts } from './cases.texts.js';
import { changedRows } from './changed-rows.js';
import type { CaseFile } from './use-cases.js';

export interface CasePairProps {
  readonly answer: CaseAnswer;
  readonly question: Question | undefined;
  /** As it stands with the switches that are on. */
  readonly changed: { readonly answer: Answer; readonly fact: Localised | undefined } | undefined;
  readonly file: CaseFile;
  readonly before: ScoreResult;
  readonly allFacts: ScoreResult;
}

/** An answer with its fact, and beside it the very words of the source. */
export function CasePair(props: CasePairProps): ReactNode {
  const { t, language } = useTranslation(caseTexts);
  const { answer, question, changed, file, allFacts } = props;
  const { lesson, outcome } = answer;
  const quote = lesson === undefined ? undefined : file.quotes.get(lesson);
  const line = allFacts.lines.find((one) => one.question === answer.question);
  return (
    <li>
      <div>
        <p className="pb-row pb-wrap">
          <span className="pb-mono pb-xs pb-muted">{answer.question}</span>
          <Knockouts {...props} />
        </p>
        <p className="pb-medium">{question?.short?.[language] ?? question?.text[language]}</p>
        {question === undefined ? null : (
          <Said question={question} answer={answer.answer} changed={changed?.answer} />
        )}
        <p className="pb-sm pb-soft">{(changed?.fact ?? answer.fact)[language]}</p>
        {changed?.fact === undefined ? null : (
          <p className="pb-xs pb-muted">{t('fact.of-file', { fact: answer.fact[language] })}</p>
        )}
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
          <Quote
            source={
              <>
                {lesson === undefined ? null : <Link to={`/lessons/${lesson}`}>{lesson}</Link>}
                {outcome === undefined ? null : ` · ${outcome[language]}`}
              </>
            }
          >
            {quote}
          </Quote>
        )}
        <BesideFacts question={answer.question} file={file} />
      </div>
    </li>
  );
}

/** A floor that facts of the execution alone bring is named as such: it is none of the score before signing. */
function Knockouts({ answer, file, before, allFacts }: CasePairProps): ReactNode {
  const { t, language } = useTranslation(caseTexts);
  return allFacts.knockouts
    .filter(({ questions }) => questions.includes(answer.question))
    .map((knockout) => {
      const early = before.knockouts.find(({ id }) => id === knockout.id);
      return (
        <KnockoutFlag
          key={knockout.id}
          kind={early?.state ?? knockout.state}
          title={knockoutName(file.document.knockouts, knockout.id)[language]}
        >
          {early === undefined ? t('knockout.later', { id: knockout.id }) : knockout.id}
        </KnockoutFlag>
      );
    });
}

interface SaidProps {
  readonly question: Question;
  readonly answer: Answer;
  readonly changed: Answer | undefined;
}

function Said({ question, answer, changed }: SaidProps): ReactNode {
  const { t, language } = useTranslation(caseTexts);
  if (changed === undefined) return <p className="pb-sm">{wordsOf(question, answer, language)}</p>;
  if (question.type === 'table' && 'v' in answer && 'v' in changed) {
    return (
      <>
        <p>
          <span className="pb-tag pb-tag-blue">{t('changed')}</span>
        </p>
        <ul className="pb-case-rows pb-sm">
          {changedRows(question, answer.v, changed.v, language).map(({ name, cells }) => (
            <li key={name}>
              <span className="pb-medium">{name}</span>
              {cells.map(({ column, before, after }) => (
                <span key={column} className="pb-case-cell">
                  {t('cell', { column })} {before === '' ? null : <del className="pb-muted">{before}</del>}{' '}
                  {after === '' ? null : <ins>{after}</ins>}
                </span>
              ))}
            </li>
          ))}
        </ul>
      </>
    );
  }
  return (
    <p className="pb-sm">
      <del className="pb-muted">{wordsOf(question, answer, language)}</del>{' '}
      <span className="pb-tag pb-tag-blue">{t('changed')}</span>{' '}
      <ins>{wordsOf(question, changed, language)}</ins>
    </p>
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

function wordsOf(question: Question, answer: Answer, language: Language): string {
  return 'v' in answer ? inWords(question, answer.v, language) : '–';
}
