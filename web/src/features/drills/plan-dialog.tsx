import { Button, TextInput } from '@mantine/core';
import { maxCounts } from '@probant/shared/limits';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFieldArray } from 'react-hook-form';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { uiTexts } from '../../ui/ui.texts.js';
import { bookTexts } from './book.texts.js';
import { type Book, useKeepBook } from './use-drills.js';

interface PlanDialogProps {
  readonly engagementId: string;
  readonly plan: Book['plan'];
  readonly onClose: () => void;
}

interface Values {
  drops: { on: string; at: string; place: string }[];
}

const someDrop = { on: '', at: '23:30', place: '' };

/** The drops to come, which nobody outside the organisation sees. */
export function PlanDialog({ engagementId, plan, onClose }: PlanDialogProps): ReactNode {
  const { t } = useTranslation(bookTexts);
  const { t: ui } = useTranslation(uiTexts);
  const keep = useKeepBook(engagementId);
  const state = useApiForm<Values>({
    defaultValues: { drops: plan.drops.length === 0 ? [someDrop] : [...plan.drops] },
    send: async ({ drops }) => {
      const body = { revision: plan.revision, drops };
      keep(await api.put('/api/engagements/{engagementId}/drill-plan', { path: { engagementId }, body }));
      onClose();
    },
  });
  const drops = useFieldArray({ control: state.form.control, name: 'drops' });
  const required = { required: t('required') };
  return (
    <Dialog title={t('plan.edit')} onClose={onClose} size="lg">
      <ApiForm
        state={state}
        submitLabel={t('plan.save')}
        aside={<Button onClick={onClose}>{ui('cancel')}</Button>}
      >
        <p className="pb-sm pb-soft">{t('plan.secret')}</p>
        {drops.fields.map((drop, index) => (
          <fieldset key={drop.id} className="pb-fieldset">
            <legend>{t('plan.drop', { number: index + 1 })}</legend>
            <div className="pb-drills-fields">
              <TextInput type="date" label={t('field.on')} {...state.field(`drops.${index}.on`, required)} />
              <TextInput type="time" label={t('field.at')} {...state.field(`drops.${index}.at`, required)} />
              <TextInput label={t('field.place')} {...state.field(`drops.${index}.place`)} />
            </div>
            <div>
              <Button
                size="xs"
                variant="subtle"
                onClick={() => {
                  drops.remove(index);
                }}
              >
                {t('plan.remove', { number: index + 1 })}
              </Button>
            </div>
          </fieldset>
        ))}
        {drops.fields.length < maxCounts.plannedDrops ? (
          <div>
            <Button
              size="xs"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => {
                drops.append(someDrop);
              }}
            >
              {t('plan.add')}
            </Button>
          </div>
        ) : null}
      </ApiForm>
    </Dialog>
  );
}
