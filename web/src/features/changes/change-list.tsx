import type { GivenAnswer } from '@probant/shared/answers/given-answer';
import type { Question } from '@probant/shared/questionnaires/document';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import type { Schema } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { answerLines } from '@probant/shared/answers/answer-lines';
import { changesTexts } from './changes.texts.js';

type Change = Schema<'QuestionChangeResponse'>;
type Standing = Schema<'StandingAnswerResponse'>;

interface ChangeListProps {
  readonly changes: readonly Change[];
  readonly labels: { readonly before: string; readonly after: string };
  readonly pathOf: (questionId: string) => string;
}

/** Each question that is not as it was, with both values side by side in words. */
export function ChangeList({ changes, labels, pathOf }: ChangeListProps): ReactNode {
  const { t, language } = useTranslation(changesTexts);
  return (
    <ol className="pb-changes">
      {changes.map((change) => {
        // The boundary: openapi.json calls the question an object, and the API sends one as it was asked.
        const question = change.question as unknown as Question;
        return (
          <li key={change.questionId} className="pb-card">
            <h3>
              <Link to={pathOf(change.questionId)} className="pb-mono">
                {change.questionId}
              </Link>{' '}
              {question.text[language]}
            </h3>
            <div className="pb-changes-sides">
              <Side label={labels.before} question={question} standing={change.before} />
              <Side label={labels.after} question={question} standing={change.after} />
            </div>
            <Pieces label={t('added')} names={change.piecesAdded} icon={<IconPlus size={14} aria-hidden />} />
            <Pieces
              label={t('removed')}
              names={change.piecesRemoved}
              icon={<IconMinus size={14} aria-hidden />}
            />
          </li>
        );
      })}
    </ol>
  );
}

interface SideProps {
  readonly label: string;
  readonly question: Question;
  readonly standing: Standing | null;
}

function Side({ label, question, standing }: SideProps): ReactNode {
  const { t, language } = useTranslation(changesTexts);
  return (
    <div>
      <p className="pb-label">{label}</p>
      {standing === null ? (
        <p className="pb-muted">{t('absent')}</p>
      ) : (
        answerLines(question, toGiven(standing), language).map((line) => <p key={line}>{line}</p>)
      )}
      {standing === null || standing.justification === '' ? null : (
        <p className="pb-sm pb-soft">{t('justification', { text: standing.justification })}</p>
      )}
      {standing === null || standing.comment === '' ? null : (
        <p className="pb-sm pb-soft pb-changes-words">{t('comment', { text: standing.comment })}</p>
      )}
    </div>
  );
}

/** The boundary: an answer that was read has the shape of its state. */
function toGiven({ state, value, comment, justification }: Standing): GivenAnswer {
  return { state, value, comment, justification } as GivenAnswer;
}

interface PiecesProps {
  readonly label: string;
  readonly names: readonly string[];
  readonly icon: ReactNode;
}

function Pieces({ label, names, icon }: PiecesProps): ReactNode {
  if (names.length === 0) return null;
  return (
    <p className="pb-sm pb-row pb-wrap">
      <span className="pb-muted">{label}</span>
      {names.map((name) => (
        <span key={name} className="pb-tag">
          {icon}
          {name}
        </span>
      ))}
    </p>
  );
}
