import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { Controller, type FieldValues, type Path } from 'react-hook-form';

import type { ApiFormState } from './api-form.js';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly description: string;
}

interface ChoicesFieldProps<Values extends FieldValues> {
  readonly state: ApiFormState<Values>;
  readonly name: Path<Values>;
  readonly label: string;
  readonly required: string;
  readonly choices: readonly Choice[];
  readonly className: string;
}

/** One box for each choice, each with what it means; at least one is ticked. */
export function ChoicesField<Values extends FieldValues>(props: ChoicesFieldProps<Values>): ReactNode {
  const { state, name, label, required, choices, className } = props;
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
          <div className={className}>
            {choices.map((choice) => (
              <Checkbox key={choice.value} id={`${id}.${choice.value}`} {...choice} />
            ))}
          </div>
        </Checkbox.Group>
      )}
    />
  );
}
