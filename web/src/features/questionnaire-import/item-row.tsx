import { Button, NativeSelect, TextInput } from '@mantine/core';
import { importedQuestionTypes } from '@probant/shared/imports/imported-questionnaire';
import { tellPlace } from '@probant/shared/imports/place-words';
import { maxLengths } from '@probant/shared/limits';
import { type ReactNode, useState } from 'react';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { either, guessesLeft } from './item-edits.js';
import { importTexts } from './questionnaire-import.texts.js';
import type { ImportItem, ImportItems, ItemEdit } from './use-imports.js';

interface ItemRowProps {
  readonly item: ImportItem;
  readonly edit: ItemEdit | undefined;
  readonly sections: ImportItems['sections'];
  readonly opened: boolean;
  readonly mayEdit: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onEdit: (edit: ItemEdit) => void;
}

/** One item: what was understood of it, what was guessed, what it lacks, and its place in the file. */
export function ItemRow({ item, edit, sections, opened, mayEdit, onOpen, onEdit }: ItemRowProps): ReactNode {
  const { t, language } = useTranslation(importTexts);
  const { where, text, options, condition } = item;
  const left = edit?.leftOut === true;
  const key = edit?.key ?? item.key;
  const section = sections.find((one) => one.key === (edit?.section ?? item.section));
  return (
    <div className="pb-qimport-item" {...(left ? { 'data-left': '' } : {})}>
      <div className="pb-qimport-head">
        <span className="pb-mono pb-sm">{key}</span>
        <span className="pb-tag">
          {t(`type.${edit?.type ?? item.type}`)} {options.length > 0 ? options.length : null}
        </span>
        <Tags item={item} edit={edit} />
        {mayEdit ? (
          <span className="pb-qimport-acts">
            <Button
              size="compact-xs"
              variant="subtle"
              aria-expanded={opened}
              aria-label={opened ? undefined : t('item.change.of', { key })}
              onClick={() => onOpen(!opened)}
            >
              {t(opened ? 'item.close' : 'item.change')}
            </Button>
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t(left ? 'item.take.of' : 'item.leave.of', { key })}
              onClick={() => onEdit({ ...edit, where, leftOut: !left })}
            >
              {t(left ? 'item.take' : 'item.leave')}
            </Button>
          </span>
        ) : null}
      </div>
      <p className="pb-qimport-text">{either(text, language)}</p>
      <Options options={options} opened={opened} />
      <p className="pb-xs pb-muted">
        {section === undefined ? null : <>{either(section.title, language)} · </>}
        <span className="pb-mono pb-qimport-place" title={t('item.place')}>
          {tellPlace(where, language)}
        </span>
        {condition === null ? null : <> · {t('item.condition', { condition: condition[language] })}</>}
      </p>
      {opened && mayEdit ? <Fields item={item} edit={edit} sections={sections} onEdit={onEdit} /> : null}
    </div>
  );
}

/** The answers to choose from with what each risks; long ones in full once the item is opened. */
function Options({
  options,
  opened,
}: {
  readonly options: ImportItem['options'];
  readonly opened: boolean;
}): ReactNode {
  const { t, language } = useTranslation(importTexts);
  if (options.length === 0) return null;
  const said = options.map(({ label, risk }) =>
    risk === undefined
      ? either(label, language)
      : t('item.option.risk', { label: either(label, language), risk: formatNumber(risk, language, 2) }),
  );
  return (
    <p className="pb-xs pb-soft pb-qimport-options" {...(opened ? { 'data-opened': '' } : {})}>
      {said.join(' · ')}
    </p>
  );
}

function Tags({ item, edit }: Pick<ItemRowProps, 'item' | 'edit'>): ReactNode {
  const { t } = useTranslation(importTexts);
  const guesses = guessesLeft(item, edit);
  const changed = edit?.type !== undefined || edit?.section !== undefined || edit?.key !== undefined;
  return (
    <>
      {edit?.leftOut === true ? <span className="pb-tag pb-tag-ink">{t('item.left')}</span> : null}
      {changed ? <span className="pb-tag pb-tag-ok">{t('item.changed')}</span> : null}
      {guesses.length === 0 ? null : (
        <span className="pb-tag pb-tag-amber">
          {t('guessed', { what: guesses.map((one) => t(`guess.${one}`)).join(', ') })}
        </span>
      )}
      {item.lacks.length === 0 ? null : (
        <span className="pb-xs pb-muted">
          {t('lacks', { what: item.lacks.map((one) => t(`lack.${one}`)).join(', ') })}
        </span>
      )}
    </>
  );
}

const wellFormed = /^[A-Za-z][A-Za-z0-9._-]*$/u;

function Fields({
  item,
  edit,
  sections,
  onEdit,
}: Pick<ItemRowProps, 'item' | 'edit' | 'sections' | 'onEdit'>): ReactNode {
  const { t, language } = useTranslation(importTexts);
  const { where } = item;
  const [key, setKey] = useState(edit?.key ?? item.key);
  const bad = !wellFormed.test(key);
  /** What the file says is no change. */
  const change = <Name extends 'type' | 'section' | 'key'>(name: Name, value: ItemEdit[Name]): void => {
    const rest = Object.fromEntries(Object.entries(edit ?? {}).filter(([field]) => field !== name));
    // A guess that is confirmed is a choice too.
    const same = value === item[name] && !(name !== 'key' && item.guessed.some((one) => one === name));
    onEdit({ ...rest, where, ...(same ? {} : { [name]: value }) });
  };
  return (
    <div className="pb-qimport-fields">
      <NativeSelect
        label={t('item.type')}
        value={edit?.type ?? item.type}
        data={importedQuestionTypes.map((type) => ({ value: type, label: t(`type.${type}`) }))}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          change(
            'type',
            importedQuestionTypes.find((type) => type === chosen),
          );
        }}
      />
      <NativeSelect
        label={t('item.section')}
        value={edit?.section ?? item.section}
        data={sections.map((section) => ({ value: section.key, label: either(section.title, language) }))}
        onChange={(event) => change('section', event.currentTarget.value)}
      />
      <TextInput
        label={t('item.key')}
        value={key}
        maxLength={maxLengths.key}
        error={bad ? t('item.key.bad') : undefined}
        onChange={(event) => setKey(event.currentTarget.value.trim())}
        onBlur={() => {
          if (!bad) change('key', key);
        }}
      />
    </div>
  );
}
