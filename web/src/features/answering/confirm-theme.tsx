import './review.css';

import { Button } from '@mantine/core';
import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import { type ReactNode, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { answerSummary } from './answer-words.js';
import { changesTexts } from './changes.texts.js';
import { stillHolds } from './still-holds.js';
import type { Answering } from './use-answering.js';
import { useCarry } from './use-carry.js';

interface ConfirmThemeProps {
  readonly answering: Answering;
  readonly questions: readonly SupplierQuestion[];
}

/**
 * Under the questions of a theme: what was carried over from an earlier assessment, laid out to be looked at, and one word for
 * all of it. A question that changed, or an answer that is none any more, is looked at by itself.
 */
export function ConfirmTheme({ answering, questions }: ConfirmThemeProps): ReactNode {
  const { t, language } = useTranslation(changesTexts);
  const [looking, setLooking] = useState(false);
  const { carried, state, sheet, queue } = answering;
  const waiting = new Set(carried);
  const carry = useCarry(sheet.state, carried.length > 0);
  const changed = new Set(carry.data?.changes.flatMap(({ after }) => after.map(({ id }) => id)));
  const same = questions.filter((question) => {
    const saved = state.entries.get(question.id)?.saved;
    return (
      waiting.has(question.id) &&
      !changed.has(question.id) &&
      saved !== undefined &&
      saved.state !== 'cleared' &&
      stillHolds(question, saved)
    );
  });
  // Until it is known which questions changed, none is confirmed together with others.
  if (same.length === 0 || (carry.isPending && sheet.state.part === null)) return null;
  const close = (): void => {
    setLooking(false);
  };
  return (
    <div className="pb-ans-confirm-theme">
      <Button
        onClick={() => {
          setLooking(true);
        }}
      >
        {t('theme.look', { count: same.length })}
      </Button>
      {looking ? (
        <Dialog size="lg" title={t('theme.title')} onClose={close} keepsNothing>
          <p className="pb-soft">{t('theme.text')}</p>
          <dl className="pb-review-answers pb-ans-confirm-list">
            {same.map((question) => {
              const saved = state.entries.get(question.id)?.saved;
              return (
                <div key={question.id}>
                  <dt>
                    <span className="pb-mono pb-muted">{question.id}</span> {question.text[language]}
                  </dt>
                  <dd>
                    {saved === undefined ? null : answerSummary(question, saved, language)}
                    {(saved?.comment ?? '') === '' ? null : (
                      <p className="pb-soft">{`«\u00a0${saved?.comment ?? ''}\u00a0»`}</p>
                    )}
                  </dd>
                </div>
              );
            })}
          </dl>
          <div className="pb-row pb-wrap">
            <Button
              variant="filled"
              onClick={() => {
                for (const { id } of same) queue.confirm(id);
                close();
              }}
            >
              {t('theme.confirm', { count: same.length })}
            </Button>
            <Button variant="transparent" onClick={close}>
              {t('theme.later')}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </div>
  );
}
