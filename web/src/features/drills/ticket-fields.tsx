import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { originSearches, tellChannels, ticketVerdicts } from '@probant/shared/drills/drill';
import { maxLengths } from '@probant/shared/limits';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { ApiFormState } from '../../ui/input/api-form.js';
import { bookTexts } from './book.texts.js';
import { drillTexts } from './drills.texts.js';
import type { DropValues } from './form-values.js';
import { MomentField } from '../../ui/input/moment-field.js';

interface TicketFieldsProps {
  readonly state: ApiFormState<DropValues>;
  readonly index: number;
  readonly onRemove: () => void;
}

/** One detection, as the supplier's ticket shows it, and when it was told. */
export function TicketFields({ state, index, onRemove }: TicketFieldsProps): ReactNode {
  const { t } = useTranslation(bookTexts);
  const { t: words } = useTranslation(drillTexts);
  const at = `tickets.${index}` as const;
  const number = index + 1;
  return (
    <fieldset className="pb-fieldset">
      <legend>{t('ticket', { number })}</legend>
      <div className="pb-drills-fields">
        <TextInput
          label={t('field.ticket')}
          maxLength={maxLengths.name}
          {...state.field(`${at}.reference`, { required: t('required') })}
        />
        <TextInput label={t('field.ticket-title')} {...state.field(`${at}.title`)} />
      </div>
      <div className="pb-drills-fields">
        <MomentField state={state} name={`${at}.openedAt`} label={t('moment.opened')} required />
        <MomentField state={state} name={`${at}.firstCommentAt`} label={t('moment.comment')} />
      </div>
      <div className="pb-drills-fields">
        <NativeSelect
          label={t('field.verdict')}
          data={ticketVerdicts.map((value) => ({ value, label: words(`ticket.verdict.${value}`) }))}
          {...state.field(`${at}.verdict`)}
        />
        <NativeSelect
          label={t('field.origin')}
          data={originSearches.map((value) => ({ value, label: t(`origin.${value}`) }))}
          {...state.field(`${at}.originSearched`)}
        />
        <TextInput label={t('field.closed-by')} {...state.field(`${at}.closedBy`)} />
      </div>
      <Textarea
        label={t('field.comment')}
        minRows={1}
        autosize
        maxLength={maxLengths.longText}
        {...state.field(`${at}.comment`)}
      />
      <div className="pb-drills-fields">
        <MomentField state={state} name={`${at}.escalatedAt`} label={t('moment.escalated')} />
        <MomentField state={state} name={`${at}.toldAt`} label={t('moment.told')} />
        <NativeSelect
          label={t('field.channel')}
          data={[
            { value: '', label: t('field.channel.none') },
            ...tellChannels.map((value) => ({ value, label: words(`channel.${value}`) })),
          ]}
          {...state.field(`${at}.channel`)}
        />
      </div>
      <Textarea
        label={t('field.told')}
        minRows={1}
        autosize
        maxLength={maxLengths.longText}
        {...state.field(`${at}.told`)}
      />
      <div>
        <Button size="xs" variant="subtle" onClick={onRemove}>
          {t('ticket.remove', { number })}
        </Button>
      </div>
    </fieldset>
  );
}
