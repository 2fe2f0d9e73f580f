import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';

import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import type { ApiFormState } from '../../ui/input/api-form.js';

interface QuietFormProps<Values extends FieldValues> {
  readonly state: ApiFormState<Values>;
  readonly submitLabel: string;
  readonly children: ReactNode;
  readonly aside?: ReactNode;
  /** Off while there is nothing to send. */
  readonly offered?: boolean;
}

/** One field among others on the pane: its button is not the one that matters, and its error stands right under it. */
export function QuietForm<Values extends FieldValues>(props: QuietFormProps<Values>): ReactNode {
  const { state, submitLabel, children, aside, offered = true } = props;
  return (
    <form
      noValidate
      className="pb-form"
      onSubmit={(event) => {
        event.preventDefault();
        void state.submit();
      }}
    >
      {state.problem ? <ProblemNotice error={state.problem} /> : null}
      {children}
      {offered ? (
        <div className="pb-row pb-wrap">
          <Button type="submit" size="xs" loading={state.pending}>
            {submitLabel}
          </Button>
          {aside}
        </div>
      ) : null}
    </form>
  );
}
