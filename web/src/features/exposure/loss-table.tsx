import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { lossNames } from '@probant/shared/exposure/scenarios';
import { maxCounts, maxLengths } from '@probant/shared/limits';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFieldArray } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { ApiFormState } from '../../ui/input/api-form.js';
import { AmountField } from './amount-field.js';
import { exposureTexts } from './exposure.texts.js';
import { type LossValues, newLoss, type Values } from './form-values.js';

interface LossTableProps {
  readonly place: number;
  readonly state: ApiFormState<Values>;
  readonly readOnly: boolean;
}

/** The heads of loss of one scenario, and which of them the contract excludes. */
export function LossTable({ place, state, readOnly }: LossTableProps): ReactNode {
  const { t } = useTranslation(exposureTexts);
  const losses = useFieldArray({ control: state.form.control, name: `estimates.${place}.losses` });
  return (
    <div>
      <table className="pb-exposure-losses">
        <caption className="pb-hidden">{t('losses')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('loss.head')}</th>
            <th scope="col" className="pb-num">
              {t('loss.amount')}
            </th>
            <th scope="col">{t('loss.excluded')}</th>
            {readOnly ? null : <td />}
          </tr>
        </thead>
        <tbody>
          {losses.fields.map((loss, index) => (
            <LossRow
              key={loss.id}
              loss={loss}
              name={`estimates.${place}.losses.${index}`}
              number={index + 1}
              state={state}
              readOnly={readOnly}
              onRemove={() => {
                losses.remove(index);
              }}
            />
          ))}
        </tbody>
      </table>
      {readOnly || losses.fields.length >= maxCounts.losses ? null : (
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => {
            losses.append(newLoss);
          }}
        >
          {t('loss.add')}
        </Button>
      )}
      <p className="pb-xs pb-muted">{t('loss.excluded.hint')}</p>
    </div>
  );
}

interface LossRowProps {
  readonly loss: LossValues;
  readonly name: `estimates.${number}.losses.${number}`;
  readonly number: number;
  readonly state: ApiFormState<Values>;
  readonly readOnly: boolean;
  readonly onRemove: () => void;
}

function LossRow({ loss, name, number, state, readOnly, onRemove }: LossRowProps): ReactNode {
  const { t, language } = useTranslation(exposureTexts);
  const named = loss.kind === 'other';
  const head = named ? t('loss.label.of', { number }) : lossNames[loss.kind][language];
  return (
    <tr>
      <th scope="row">
        {named ? (
          <TextInput
            aria-label={head}
            placeholder={t('loss.label')}
            maxLength={maxLengths.name}
            autoComplete="off"
            readOnly={readOnly}
            {...state.field(`${name}.label`, { required: t('loss.required') })}
          />
        ) : (
          lossNames[loss.kind][language]
        )}
      </th>
      <td>
        <AmountField
          bare
          state={state}
          name={`${name}.cents`}
          label={t('loss.amount.of', { head })}
          readOnly={readOnly}
        />
      </td>
      <td>
        <Checkbox
          aria-label={t('loss.excluded.of', { head })}
          disabled={readOnly}
          {...state.form.register(`${name}.excluded`)}
        />
      </td>
      {readOnly ? null : (
        <td>
          <ActionIcon variant="subtle" aria-label={t('loss.remove', { head })} onClick={onRemove}>
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </td>
      )}
    </tr>
  );
}
