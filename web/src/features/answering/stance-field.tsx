import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import { Button } from '@mantine/core';
import { IconArrowBackUp, IconBan, IconCircleOff, IconEraser } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { answeringTexts } from './answering.texts.js';
import { type AnswerFields } from './answer-fields.js';
import { useStance } from './use-stance.js';

interface StanceFieldProps {
  readonly question: SupplierQuestion;
  readonly fieldId: string;
  readonly trouble: string | undefined;
}

/** "Does not apply" with its reason, or a refusal with what it means; shown in place of the answer. */
export function StanceNote({ fieldId, trouble }: StanceFieldProps): ReactNode {
  const { t } = useTranslation(answeringTexts);
  const { register } = useFormContext<AnswerFields>();
  const [stance, justification] = useWatch<AnswerFields, ['stance', 'justification']>({
    name: ['stance', 'justification'],
  });
  const [touched, setTouched] = useState(false);
  if (stance === 'answered') return null;
  const isNa = stance === 'na';
  const blank = justification.trim() === '';
  // A reason that nobody has begun to write is awaited, and no mistake.
  const wrong = trouble !== undefined && (touched || !blank);
  return (
    <div className="pb-ans-stance">
      <p className="pb-medium pb-row">
        {isNa ? <IconCircleOff size={16} aria-hidden /> : <IconBan size={16} aria-hidden />}
        {isNa ? t('na.title') : t('refuse.title')}
      </p>
      <p className="pb-sm pb-soft">{isNa ? t('na.hint') : t('refuse.hint')}</p>
      {isNa ? (
        <div>
          <label className="pb-field-label" htmlFor={`${fieldId}-why`}>
            {t('na.why')}
          </label>
          <textarea
            id={`${fieldId}-why`}
            className="pb-ans-input pb-ans-area"
            rows={2}
            required
            aria-invalid={wrong}
            aria-describedby={`${fieldId}-why-note`}
            {...register('justification', {
              onChange: () => {
                setTouched(true);
              },
            })}
          />
          <p className={wrong ? 'pb-field-error' : 'pb-xs pb-muted'} id={`${fieldId}-why-note`}>
            {wrong ? trouble : blank ? t('na.awaited') : ''}
          </p>
        </div>
      ) : null}
    </div>
  );
}

/** The other ways to answer, in small print under the input, and the way back from each. */
export function StanceButtons({ question, fieldId }: Omit<StanceFieldProps, 'trouble'>): ReactNode {
  const { t } = useTranslation(answeringTexts);
  const { stance, hasValue, canRestore, failed, busy, take, back, clear } = useStance(question, fieldId);
  const button = (text: string, icon: ReactNode, act: () => void): ReactNode => (
    <Button size="xs" variant="transparent" leftSection={icon} loading={busy} onClick={act}>
      {text}
    </Button>
  );
  return (
    <>
      {failed ? (
        <p className="pb-field-error pb-grow" role="alert">
          {t('earlier.failed')}
        </p>
      ) : null}
      {stance === 'answered' ? (
        <>
          {hasValue ? button(t('stance.clear'), <IconEraser size={14} aria-hidden />, clear) : null}
          {canRestore ? button(t('stance.restore'), <IconArrowBackUp size={14} aria-hidden />, back) : null}
          {question.notApplicable
            ? button(t('stance.na'), <IconCircleOff size={14} aria-hidden />, () => {
                take('na');
              })
            : null}
          {button(t('stance.refuse'), <IconBan size={14} aria-hidden />, () => {
            take('refused');
          })}
        </>
      ) : (
        <Button
          id={`${fieldId}-back`}
          size="xs"
          variant="subtle"
          loading={busy}
          leftSection={<IconArrowBackUp size={14} aria-hidden />}
          onClick={back}
        >
          {t('stance.back')}
        </Button>
      )}
    </>
  );
}
