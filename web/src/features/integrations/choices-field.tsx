import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { Controller, type FieldValues, type Path } from 'react-hook-form';

import type { ApiFormState } from '../../ui/input/api-form.js';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChoicesFieldProps<Values extends FieldValues> {
  readonly state: ApiFormState<Values>;
  readonly name: Path<Values>;
  readonly label: string;
  readonly required: string;
  readonly choices: readonly Choice[];
}

/** One box for each choice, with the name that programs use for it; at least one is ticked. */
export function ChoicesField<Values extends FieldValues>(props: ChoicesFieldProps<Values>): ReactNode {
  const { state, name, label, required, choices } = props;
  const id = state.idOf(name);
  return (
    <Controller
      control={state.form.control}
      name={name}
      rules={{ validate: (value: readonly string[]) => value.length > 0 || required }}
      render={({ field }) => (
        <Checkbox.Group
          label={label}
          required
          value={field.value}
          onChange={field.onChange}
          error={state.errorOf(name)}
        >
          <div className="pb-integration-choices">
            {choices.map((choice) => (
              <Checkbox
                key={choice.value}
                id={`${id}.${choice.value}`}
                value={choice.value}
                label={choice.label}
                description={choice.value}
              />
            ))}
          </div>
        </Checkbox.Group>
      )}
    />
  );
}
