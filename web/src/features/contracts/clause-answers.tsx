import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { contractTexts } from './contracts.texts.js';
import { type ClauseAnswer, type Contract, type Status, useRaiseFinding } from './use-contract.js';

interface ClauseAnswersProps {
  readonly contract: Contract;
  readonly clauseId: string;
  readonly status: Status | null;
}

/** What the supplier said to the questions that this clause should hold it to. */
export function ClauseAnswers({ contract, clauseId, status }: ClauseAnswersProps): ReactNode {
  const { t } = useTranslation(contractTexts);
  const answers = contract.answers.filter((answer) => answer.clauseId === clauseId);
  return (
    <section className="pb-contract-answers">
      <h3>{t('answers')}</h3>
      {answers.length === 0 ? (
        <p className="pb-sm pb-muted">{t('answers.none')}</p>
      ) : (
        <ul className="pb-stack">
          {answers.map((answer) => (
            <li key={answer.questionId}>
              <AnswerLine contract={contract} answer={answer} status={status} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface AnswerLineProps {
  readonly contract: Contract;
  readonly answer: ClauseAnswer;
  readonly status: Status | null;
}

export function AnswerLine({ contract, answer, status }: AnswerLineProps): ReactNode {
  const { t, language } = useTranslation(contractTexts);
  const raise = useRaiseFinding(contract.engagementId);
  const { clauseId, questionId, confronts, findingId } = answer;
  return (
    <div className={confronts ? 'pb-contract-answer pb-contract-confronts' : 'pb-contract-answer'}>
      <p className="pb-sm">
        <span className="pb-mono pb-muted">{questionId}</span> {answer.question[language]}
      </p>
      <p className="pb-medium">{answer.answer?.[language] ?? t('answer.missing')}</p>
      {confronts && status !== null && status !== 'present' ? (
        <p className="pb-sm pb-amber">{t(`answer.confronts.${status}`)}</p>
      ) : null}
      {raise.error ? <ProblemNotice error={raise.error} /> : null}
      {findingId !== null && contract.assessmentId !== null ? (
        <Link className="pb-sm" to={`/assessments/${contract.assessmentId}/score`}>
          {t('answer.raised')}
        </Link>
      ) : confronts ? (
        <Allowed action="findings:write">
          <Button
            size="xs"
            loading={raise.isPending}
            onClick={() => {
              raise.mutate({ clauseId, questionId });
            }}
          >
            {t('answer.raise')}
          </Button>
        </Allowed>
      ) : null}
    </div>
  );
}
