import { Button, Textarea, TextInput } from '@mantine/core';
import { parisDay } from '@probant/shared/calendar';
import { maxLengths } from '@probant/shared/limits';
import { possibleMarks, type MarkAct } from '@probant/shared/obligations/marks';
import { type ReactNode, useState } from 'react';

import { isProblem } from '../../platform/api/problem.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Warning } from '../../ui/feedback/warning.js';
import { useNow } from '../../ui/format/use-now.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { Segments } from '../../ui/input/segments.js';
import { obligationTexts } from './obligation.texts.js';
import { type ObligationDetail, useMarkObligation } from './use-calendar.js';

interface MarkFormProps {
  readonly obligation: ObligationDetail;
  readonly reread: () => unknown;
}

/** Says that an obligation is done, put off or open again. What can be said follows from where it stands. */
export function MarkForm({ obligation, reread }: MarkFormProps): ReactNode {
  const { t } = useTranslation(obligationTexts);
  const acts = possibleMarks({ ...obligation, last: obligation.history[0] ?? null });
  const [chosen, setAct] = useState<MarkAct>(acts[0] ?? 'reopened');
  const act = acts.includes(chosen) ? chosen : (acts[0] ?? 'reopened');
  if (acts.length === 0) return null;
  return (
    <section className="pb-card pb-cal-card" aria-labelledby="obligation-mark">
      <h2 id="obligation-mark">{t('mark.title')}</h2>
      <Segments
        label={t('mark.act')}
        values={acts}
        chosen={act}
        name={(one) => t(`mark.${one}`)}
        onChoose={setAct}
      />
      <ActForm obligation={obligation} act={act} reread={reread} />
    </section>
  );
}

/** One form for the three, so that what was typed stays when another act is chosen. */
function ActForm({ obligation, act, reread }: MarkFormProps & { readonly act: MarkAct }): ReactNode {
  const { t } = useTranslation(obligationTexts);
  const today = parisDay(useNow().toISOString());
  const mark = useMarkObligation(obligation.id);
  const state = useApiForm<{ on: string; note: string }>({
    keptAs: `obligation/${obligation.id}`,
    defaultValues: { on: '', note: '' },
    send: ({ on, note }) => mark({ act, on: act === 'reopened' ? null : on, note, marks: obligation.marks }),
  });
  const stale = isProblem(state.problem, 'stale-revision');
  return (
    <ApiForm
      state={state}
      submitLabel={t('mark.save')}
      {...(stale
        ? {
            problemText: () => (
              <Warning
                more={
                  <Button
                    size="xs"
                    onClick={() => {
                      reread();
                    }}
                  >
                    {t('mark.reread')}
                  </Button>
                }
              >
                {t('mark.stale')}
              </Warning>
            ),
          }
        : {})}
    >
      {act === 'reopened' ? null : (
        <TextInput
          type="date"
          label={t(`mark.${act}.on`)}
          {...(act === 'done' ? { max: today } : { min: today })}
          {...state.field('on', { required: t('mark.day.required') })}
        />
      )}
      <Textarea
        label={t(`mark.${act}.note`)}
        description={act === 'done' ? t('mark.done.note.help') : undefined}
        maxLength={maxLengths.shortText}
        {...state.field('note', { required: t('mark.note.required') })}
      />
      <p className="pb-xs pb-muted">{t('mark.stays')}</p>
    </ApiForm>
  );
}
