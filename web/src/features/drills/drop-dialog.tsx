import { Button, NativeSelect, TextInput } from '@mantine/core';
import { testFileSha256 } from '@probant/shared/drills/drill';
import { maxCounts } from '@probant/shared/limits';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFieldArray, useWatch } from 'react-hook-form';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, type ApiFormState, useApiForm } from '../../ui/input/api-form.js';
import { uiTexts } from '../../ui/ui.texts.js';
import { bookTexts } from './book.texts.js';
import { dropBody, dropValues, type DropValues, newTicket } from './form-values.js';
import { MomentField } from '../../ui/input/moment-field.js';
import { TicketFields } from './ticket-fields.js';
import { type BookDrill, type BookDrop, useKeepBook } from './use-drills.js';

interface DropDialogProps {
  readonly engagementId: string;
  readonly drill: BookDrill;
  /** null: a new one. */
  readonly drop: BookDrop | null;
  readonly onClose: () => void;
}

/** A drop and what came of it: noted at once, and completed as tickets are found. */
export function DropDialog({ engagementId, drill, drop, onClose }: DropDialogProps): ReactNode {
  const { t } = useTranslation(bookTexts);
  const { t: ui } = useTranslation(uiTexts);
  const keep = useKeepBook(engagementId);
  const state = useApiForm<DropValues>({
    defaultValues: dropValues(drop, drill.testFiles[0]?.token),
    send: async (values) => {
      const body = dropBody(values);
      const path = { engagementId, drillId: drill.id };
      keep(
        drop === null
          ? await api.post('/api/engagements/{engagementId}/drills/{drillId}/drops', { path, body })
          : await api.put('/api/engagements/{engagementId}/drills/{drillId}/drops/{dropId}', {
              path: { ...path, dropId: drop.id },
              body: { ...body, revision: drop.revision },
            }),
      );
      onClose();
    },
  });
  const tickets = useFieldArray({ control: state.form.control, name: 'tickets' });
  return (
    <Dialog title={t('drop.title')} onClose={onClose} size="xl">
      <ApiForm
        state={state}
        submitLabel={t('drop.save')}
        aside={<Button onClick={onClose}>{ui('cancel')}</Button>}
      >
        <DropFields state={state} drill={drill} drop={drop} />
        {tickets.fields.map((ticket, index) => (
          <TicketFields
            key={ticket.id}
            state={state}
            index={index}
            onRemove={() => {
              tickets.remove(index);
            }}
          />
        ))}
        {tickets.fields.length < maxCounts.drillTickets ? (
          <div>
            <Button
              size="xs"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => {
                tickets.append(newTicket);
              }}
            >
              {t('ticket.add')}
            </Button>
          </div>
        ) : null}
      </ApiForm>
    </Dialog>
  );
}

interface DropFieldsProps {
  readonly state: ApiFormState<DropValues>;
  readonly drill: BookDrill;
  readonly drop: BookDrop | null;
}

function DropFields({ state, drill, drop }: DropFieldsProps): ReactNode {
  const { t } = useTranslation(bookTexts);
  const required = { required: t('required') };
  const token = useWatch({ control: state.form.control, name: 'token' });
  const own = drop === null || drop.token === '' ? [] : [drop.token];
  const tokens = [...own, ...drill.testFiles.map((file) => file.token)];
  const choice = state.field('token');
  return (
    <>
      <div className="pb-drills-fields">
        <TextInput label={t('field.place')} data-autofocus {...state.field('place', required)} />
        <TextInput
          label={t('field.method')}
          placeholder={t('field.method.hint')}
          {...state.field('method', required)}
        />
      </div>
      <div className="pb-drills-fields">
        <MomentField state={state} name="droppedAt" label={t('moment.drop')} required />
        <TextInput label={t('field.witness')} {...state.field('witness')} />
      </div>
      <div className="pb-drills-fields">
        <NativeSelect
          label={t('field.token')}
          data={[
            ...tokens.map((value) => ({ value, label: value })),
            { value: '', label: t('field.token.other') },
          ]}
          {...choice}
          onChange={async (event) => {
            await choice.onChange(event);
            if (event.currentTarget.value !== '') state.form.setValue('sha256', testFileSha256);
          }}
        />
        <TextInput
          label={t('field.sha256')}
          className="pb-mono"
          readOnly={token !== ''}
          {...state.field('sha256', required)}
        />
      </div>
    </>
  );
}
