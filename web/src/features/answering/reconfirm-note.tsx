import { Button } from '@mantine/core';
import type { QuestionChange } from '@probant/shared/moves/list-changes';
import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import type { ReactNode } from 'react';

import { formatInstantDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { answerSummary } from './answer-words.js';
import { changesTexts } from './changes.texts.js';
import type { DraftAnswer, ToReconfirm } from './draft.js';
import { stillHolds } from './still-holds.js';
import type { Answering } from './use-answering.js';
import { useCarry } from './use-carry.js';
import { useMoves } from './use-changes.js';

interface ReconfirmNoteProps {
  readonly question: SupplierQuestion;
  readonly reconfirm: ToReconfirm;
  readonly answer: DraftAnswer;
  readonly answering: Answering;
  readonly readOnly: boolean;
}

/** Above the answer to a question that changed: what was asked, what was said, and the word that it still holds. */
export function ReconfirmNote(props: ReconfirmNoteProps): ReactNode {
  const { question, reconfirm, answer, answering, readOnly } = props;
  const { t, language } = useTranslation(changesTexts);
  const { givenAt } = reconfirm;
  const changes = useChanges(answering, reconfirm);
  const before = changes.flatMap((change) => change.before);
  const told = changes.find(({ after }) => after.some(({ id }) => id === question.id));
  const holds = stillHolds(question, answer);
  return (
    <section className="pb-ans-notice pb-reconfirm" aria-labelledby={`reconfirm-${question.id}`}>
      <p id={`reconfirm-${question.id}`} className="pb-medium">
        {t('reconfirm')}
      </p>
      <p className="pb-sm pb-soft">
        {givenAt === undefined
          ? t('reconfirm.text')
          : t(told === undefined ? 'reconfirm.carried' : 'reconfirm.carried-changed', {
              day: formatInstantDay(givenAt, language),
            })}
      </p>
      {givenAt !== undefined && told === undefined ? null : (
        <dl className="pb-reconfirm-former">
          {reconfirm.former.map((former) => {
            const asked = before.find(({ id }) => id === former.questionId);
            return (
              <Former key={former.questionId} asked={asked?.text[language] ?? former.questionId}>
                {asked === undefined ? null : answerSummary(asked, former.answer, language)}
              </Former>
            );
          })}
          {reconfirm.former.length === 0 ? (
            <Former asked={told?.before[0]?.text[language] ?? question.id}>{t('reconfirm.piece')}</Former>
          ) : null}
        </dl>
      )}
      {readOnly ? null : holds ? (
        <Button
          size="xs"
          variant="filled"
          onClick={() => {
            answering.queue.confirm(question.id);
          }}
        >
          {t('reconfirm.act')}
        </Button>
      ) : (
        <p className="pb-sm pb-amber">{t('reconfirm.choose')}</p>
      )}
    </section>
  );
}

/** Of the move to another version, or since the assessment that the answer was carried over from. */
function useChanges({ sheet }: Answering, { moveId, givenAt }: ToReconfirm): readonly QuestionChange[] {
  const moves = useMoves(sheet.state, givenAt === undefined).data;
  const carry = useCarry(sheet.state, givenAt !== undefined).data;
  return (givenAt === undefined ? moves?.find(({ id }) => id === moveId) : carry)?.changes ?? [];
}

function Former({ asked, children }: { readonly asked: string; readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation(changesTexts);
  return (
    <div>
      <dt className="pb-xs pb-muted">{t('reconfirm.asked')}</dt>
      <dd className="pb-sm">{asked}</dd>
      <dt className="pb-xs pb-muted">{t('reconfirm.answer')}</dt>
      <dd className="pb-sm pb-medium">{children}</dd>
    </div>
  );
}
