import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import { receivedBy } from '@probant/shared/warnings/warning';
import { receivedByNames } from '@probant/shared/warnings/warning-names';
import type { ReactNode } from 'react';
import { Controller, useWatch } from 'react-hook-form';
import { Link } from 'react-router';

import { parseAmount } from '../../platform/i18n/amount.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ApiForm, type ApiFormState } from '../../ui/input/api-form.js';
import type { Values } from './form-values.js';
import { PieceField } from './piece-field.js';
import type { WarningQuestion } from './use-warnings.js';
import { warningTexts } from './warnings.texts.js';

interface WarningFormProps {
  readonly state: ApiFormState<Values>;
  readonly questions: readonly WarningQuestion[];
  readonly side: 'buyer' | 'supplier';
  readonly cancelTo: string;
  /** What stands before the fields that both sides fill in. */
  readonly children?: ReactNode;
}

export function WarningForm({ state, questions, side, cancelTo, children }: WarningFormProps): ReactNode {
  const { t, language } = useTranslation(warningTexts);
  const required = { required: t('required') };
  const long = { minRows: 2, autosize: true, maxLength: maxLengths.longText } as const;
  return (
    <ApiForm
      state={state}
      submitLabel={t('sign')}
      aside={
        <Button component={Link} to={cancelTo} variant="transparent" onClick={state.kept.forget}>
          {t('cancel')}
        </Button>
      }
    >
      {children}
      {side === 'buyer' ? <Received state={state} /> : null}
      <TextInput
        label={t('subject')}
        autoComplete="off"
        maxLength={maxLengths.title}
        {...state.field('subject', required)}
      />
      <Controller
        control={state.form.control}
        name="question"
        render={({ field }) => (
          <NativeSelect
            id={state.idOf('question')}
            label={t('question')}
            error={state.errorOf('question')}
            data={[
              { value: '', label: t('question.none') },
              ...questions.map(({ id, text }) => ({ value: id, label: `${id} ${text[language]}` })),
            ]}
            {...field}
          />
        )}
      />
      <Textarea label={t('risk')} description={t('risk.help')} {...long} {...state.field('risk', required)} />
      <Textarea label={t('exclusion')} {...long} {...state.field('exclusion')} />
      <Textarea label={t('recommendation')} {...long} {...state.field('recommendation', required)} />
      <Textarea label={t('alternatives')} {...long} {...state.field('alternatives')} />
      <div className="pb-warnings-fields">
        <Amount state={state} name="cost.oneOffCents" label={t('cost.oneOff')} />
        <Amount state={state} name="cost.monthlyCents" label={t('cost.monthly')} />
        <TextInput type="date" label={t('decideBy')} {...state.field('decideBy', required)} />
      </div>
      <Pieces state={state} />
      <p className="pb-xs pb-muted">{t('sign.text')}</p>
    </ApiForm>
  );
}

function Received({ state }: { readonly state: ApiFormState<Values> }): ReactNode {
  const { t, language } = useTranslation(warningTexts);
  return (
    <div className="pb-warnings-fields">
      <TextInput
        type="date"
        label={t('received.on')}
        {...state.field('received.on', { required: t('required') })}
      />
      <NativeSelect
        label={t('received.by')}
        data={receivedBy.map((value) => ({ value, label: receivedByNames[value][language] }))}
        {...state.field('received.by')}
      />
    </div>
  );
}

interface AmountProps {
  readonly state: ApiFormState<Values>;
  readonly name: 'cost.oneOffCents' | 'cost.monthlyCents';
  readonly label: string;
}

function Amount({ state, name, label }: AmountProps): ReactNode {
  const { t, language } = useTranslation(warningTexts);
  return (
    <TextInput
      label={label}
      inputMode="decimal"
      autoComplete="off"
      classNames={{ input: 'pb-num' }}
      {...state.field(name, {
        validate: (text) =>
          text === '' ||
          (typeof text === 'string' && parseAmount(text, language) !== undefined) ||
          t('unreadable'),
      })}
    />
  );
}

function Pieces({ state }: { readonly state: ApiFormState<Values> }): ReactNode {
  const pieces = useWatch({ control: state.form.control, name: 'pieces' });
  return (
    <PieceField
      pieces={pieces}
      onPieces={(left) => {
        state.form.setValue('pieces', left, { shouldDirty: true });
      }}
    />
  );
}
