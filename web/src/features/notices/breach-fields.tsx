import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import { substances } from '@probant/shared/notices/draft';
import type { ReactNode } from 'react';
import { Controller, useWatch } from 'react-hook-form';

import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Quote } from '../../ui/law/quote.js';
import type { DraftFieldsProps } from './draft-form.js';
import { draftTexts } from './draft.texts.js';

interface BreachFieldsProps extends DraftFieldsProps {
  readonly index: number;
  readonly onRemove: () => void;
}

/** One breach: what was owed, where it is written, when and how it was missed, and what proves it. */
export function BreachFields({ state, notice, index, onRemove }: BreachFieldsProps): ReactNode {
  const { t } = useTranslation(draftTexts);
  const at = `draft.breaches.${index}` as const;
  const substance = useWatch({ control: state.form.control, name: `${at}.substance` });
  const long = { minRows: 2, autosize: true, maxLength: maxLengths.longText };
  const { substantialWording, substantialArticle } = notice.contract;
  return (
    <div className="pb-card pb-notice-breach" role="group" aria-label={t('breach', { number: index + 1 })}>
      <div className="pb-between pb-wrap">
        <h3>{t('breach', { number: index + 1 })}</h3>
        <Button size="xs" variant="subtle" onClick={onRemove}>
          {t('breach.remove', { number: index + 1 })}
        </Button>
      </div>
      <div className="pb-notice-fields">
        <TextInput
          className="pb-notice-wide"
          label={t('obligation')}
          maxLength={maxLengths.shortText}
          {...state.field(`${at}.obligation`)}
        />
        <TextInput label={t('article')} maxLength={maxLengths.title} {...state.field(`${at}.article`)} />
        <TextInput type="date" label={t('on')} {...state.field(`${at}.on`)} />
        <Textarea className="pb-notice-wide" label={t('facts')} {...long} {...state.field(`${at}.facts`)} />
        <NativeSelect
          label={t('substance')}
          data={substances.map((value) => ({ value, label: t(`substance.${value}`) }))}
          {...state.field(`${at}.substance`)}
        />
        {substance === 'argued' ? (
          <Textarea
            className="pb-notice-wide"
            label={t('gravity')}
            {...long}
            {...state.field(`${at}.gravity`)}
          />
        ) : substantialWording === '' ? null : (
          <div className="pb-notice-wide">
            <p className="pb-label">{t('listed.quote')}</p>
            <Quote size="small" source={substantialArticle}>
              {substantialWording}
            </Quote>
          </div>
        )}
        <CitedPieces state={state} notice={notice} index={index} />
      </div>
    </div>
  );
}

function CitedPieces({ state, notice, index }: Omit<BreachFieldsProps, 'onRemove'>): ReactNode {
  const { t, language } = useTranslation(draftTexts);
  const name = `draft.breaches.${index}.pieceIds` as const;
  const dated = (day: string | null) => (day === null ? t('undated') : formatDay(day, language));
  const own = notice.pieces
    .filter(({ role }) => role === 'breach')
    .map((piece) => ({
      id: piece.id,
      label: t('cited.piece', { name: piece.name, level: piece.level ?? 'E0', dated: dated(piece.datedOn) }),
    }));
  const submitted = notice.submitted.map((piece) => ({
    id: piece.id,
    label: t('cited.piece', { name: piece.name, level: piece.level, dated: dated(piece.datedOn) }),
  }));
  return (
    <Controller
      control={state.form.control}
      name={name}
      render={({ field }) => (
        <Checkbox.Group
          className="pb-notice-wide"
          id={state.idOf(name)}
          label={t('cited.pieces')}
          value={field.value}
          onChange={field.onChange}
          error={state.errorOf(name)}
        >
          <div className="pb-stack">
            {own.length === 0 ? <p className="pb-sm pb-muted">{t('cited.none')}</p> : null}
            <Choices offered={own} />
            {submitted.length === 0 ? null : (
              <details open={submitted.some(({ id }) => field.value.includes(id))}>
                <summary className="pb-sm">{t('cited.submitted', { count: submitted.length })}</summary>
                <div className="pb-stack">
                  <Choices offered={submitted} />
                </div>
              </details>
            )}
          </div>
        </Checkbox.Group>
      )}
    />
  );
}

interface ChoicesProps {
  readonly offered: readonly { readonly id: string; readonly label: string }[];
}

function Choices({ offered }: ChoicesProps): ReactNode {
  return offered.map(({ id, label }) => <Checkbox key={id} value={id} label={label} />);
}
