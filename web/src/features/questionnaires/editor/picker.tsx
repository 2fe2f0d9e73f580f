import { Button, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';

import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { useFieldAt } from './editor-context.js';
import { editorTexts } from './editor.texts.js';

interface PickerProps {
  readonly label: string;
  readonly at: string;
  readonly chosen: readonly string[];
  readonly offered: readonly string[];
  readonly name: (key: string) => string;
  /** Shorter, where the detail says the rest. */
  readonly nameOfChosen?: (key: string) => string;
  readonly onChosen: (keys: readonly string[]) => void;
  /** Under each that was chosen. */
  readonly detail?: (key: string) => ReactNode;
}

/** Some of a known list: each that was chosen with the way to take it off, and the rest to choose from. */
export function Picker(props: PickerProps): ReactNode {
  const { label, at, chosen, offered, name, nameOfChosen = name, onChosen, detail } = props;
  const { t } = useTranslation(editorTexts);
  const { id, error } = useFieldAt(at);
  const rest = offered
    .filter((key) => !chosen.includes(key))
    .map((key) => ({ value: key, label: name(key) }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
  return (
    <div className="pb-stack">
      {chosen.length === 0 ? null : (
        <ul className="pb-picked">
          {chosen.map((key) => (
            <li key={key}>
              <div className="pb-between">
                <span>{nameOfChosen(key)}</span>
                <Button
                  size="xs"
                  variant="transparent"
                  aria-label={t('remove.of', { what: nameOfChosen(key) })}
                  onClick={() => {
                    onChosen(chosen.filter((one) => one !== key));
                  }}
                >
                  {t('remove')}
                </Button>
              </div>
              {detail?.(key)}
            </li>
          ))}
        </ul>
      )}
      <NativeSelect
        id={id}
        label={label}
        error={error}
        value=""
        data={[{ value: '', label: t('choose') }, ...rest]}
        onChange={(event) => {
          const key = event.currentTarget.value;
          if (key !== '') onChosen([...chosen, key]);
        }}
      />
    </div>
  );
}
