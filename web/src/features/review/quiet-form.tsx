import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';

import { isProblem } from '../../platform/api/problem.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import type { ApiFormState } from '../../ui/input/api-form.js';
import { ClosedNotice } from '../../ui/input/closed-notice.js';
import { RestoredLine } from '../../ui/input/kept-notices.js';
import { judgingTexts } from './judging.texts.js';

interface QuietFormProps<Values extends FieldValues> {
  readonly state: ApiFormState<Values>;
  readonly submitLabel: string;
  readonly children: ReactNode;
  readonly aside?: ReactNode;
  /** Off while there is nothing to send. */
  readonly offered?: boolean;
  /** Why what is typed here can no longer be saved, when somebody else made it so: the text stays to be copied. */
  readonly closed?: string | undefined;
}

/** One field among others on the pane: its button is not the one that matters, and its error stands right under it. */
export function QuietForm<Values extends FieldValues>(props: QuietFormProps<Values>): ReactNode {
  const { state, submitLabel, children, aside, offered = true, closed } = props;
  const isClosed = closed !== undefined;
  return (
    <form
      noValidate
      className="pb-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isClosed) void state.submit();
      }}
    >
      <RestoredLine kept={state.kept} />
      <Why problem={state.problem} closed={closed} />
      {children}
      {offered ? (
        <div className="pb-row pb-wrap">
          {isClosed ? null : (
            <Button type="submit" size="xs" loading={state.pending}>
              {submitLabel}
            </Button>
          )}
          {aside}
        </div>
      ) : null}
    </form>
  );
}

interface WhyProps {
  readonly problem: unknown;
  readonly closed: string | undefined;
}

/** A review is worked on by several: what another did in the meantime is shown by now, and what was typed is still here. */
function Why({ problem, closed }: WhyProps): ReactNode {
  const { t } = useTranslation(judgingTexts);
  if (closed !== undefined) return <ClosedNotice>{closed}</ClosedNotice>;
  if (!problem) return null;
  return (
    <ProblemNotice
      error={problem}
      {...(isProblem(problem, 'stale-revision') ? { hint: t('kept.again') } : {})}
    />
  );
}
