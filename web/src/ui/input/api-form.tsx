import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import {
  type FieldValues,
  type Path,
  type RegisterOptions,
  useForm,
  type UseFormProps,
  type UseFormRegisterReturn,
  type UseFormReturn,
} from 'react-hook-form';

import { createActOnce } from '../../platform/act-once.js';
import { isProblem, Problem } from '../../platform/api/problem.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ErrorSummary, type FieldError } from '../feedback/error-summary.js';
import { ProblemNotice } from '../feedback/problem-notice.js';
import { uiTexts } from '../ui.texts.js';
import { ClosedNotice } from './closed-notice.js';
import { type Lists, showFieldProblems } from './field-problems.js';
import { errorOf, listErrors } from './form-errors.js';
import { ConflictChoice, RestoredLine } from './kept-notices.js';
import { type KeptValues, useKeptValues } from './kept-values.js';

interface ApiFormOptions<Values extends FieldValues> extends UseFormProps<Values> {
  /** Calls the API; what it refuses goes to its field, or above the form. */
  readonly send: (values: Values) => Promise<unknown>;
  /** The name under which what is typed and not sent outlives this screen; the form's own in all of the product. */
  readonly keptAs?: string | undefined;
  /** Of what is edited here; `kept.revision` is the one to send. */
  readonly revision?: number;
  /** Reads again what is edited here, once somebody else has changed it. */
  readonly reread?: () => unknown;
  /** Fields typed as one text and sent as a list: how it is taken apart, to name the entry that was refused. */
  readonly lists?: Lists;
}

export type FieldProps = Omit<UseFormRegisterReturn, 'required'> & {
  id: string;
  error?: string;
  required: boolean;
};

export interface ApiFormState<Values extends FieldValues> {
  readonly form: UseFormReturn<Values>;
  /** Everything a Mantine input needs: `<TextInput label="…" {...field('email', { required: t('required') })} />`. */
  readonly field: (name: Path<Values>, rules?: RegisterOptions<Values, Path<Values>>) => FieldProps;
  /** The id of a field that a `Controller` draws, which registers itself with its own rules. */
  readonly idOf: (name: Path<Values>) => string;
  /** What was refused of a field or inside it. */
  readonly errorOf: (name: Path<Values>) => string | undefined;
  readonly submit: () => Promise<void>;
  readonly errors: readonly FieldError[];
  /** A refusal that belongs to no field. */
  readonly problem: unknown;
  readonly attempt: number;
  readonly pending: boolean;
  readonly kept: KeptValues<Values>;
}

/**
 * A react-hook-form form that ends in one call of the API, however often its button is pressed. Nothing typed is lost when
 * the call is refused.
 */
export function useApiForm<Values extends FieldValues>({
  send,
  lists,
  keptAs,
  revision = 0,
  reread,
  ...props
}: ApiFormOptions<Values>): ApiFormState<Values> {
  const form = useForm<Values>({ shouldFocusError: false, ...props });
  const { defaultValues } = props;
  const kept = useKeptValues<Values>(form, { name: keptAs, revision, defaultValues });
  const { t } = useTranslation(uiTexts);
  const prefix = useId();
  const [problem, setProblem] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const [once] = useState(() => createActOnce<boolean>((sent) => sent));
  const { errors, isSubmitting } = form.formState;

  const accept = async (values: Values): Promise<boolean> => {
    setProblem(null);
    try {
      await send(values);
      kept.sent(values);
      return true;
    } catch (error) {
      if (isProblem(error, 'stale-revision')) void reread?.();
      const lost = showFieldProblems<Values>(error, form, {
        entry: (entry, message) => t('errors.entry', { entry, message }),
        place: (number, message) => t('errors.place', { number, message }),
        ...(lists ? { lists } : {}),
      });
      if (!isProblem(error) || error.fields.length === 0) setProblem(error);
      else if (lost.length > 0) setProblem(new Problem({ ...error, errors: lost }));
      return false;
    }
  };
  const attemptToSend = async (): Promise<boolean> => {
    let sent = false;
    await form.handleSubmit(async (values) => {
      sent = await accept(values);
    })();
    setAttempt((count) => count + 1);
    return sent;
  };

  return {
    form,
    field: (name, rules) => ({
      ...form.register(name, rules),
      id: `${prefix}${name}`,
      required: rules?.required !== undefined,
      ...errorOf(errors, name),
    }),
    idOf: (name) => `${prefix}${name}`,
    errorOf: (name) => errorOf(errors, name).error,
    submit: async () => {
      // What was changed since is another form: it is sent beside the first.
      await once(JSON.stringify(form.getValues()), attemptToSend);
    },
    errors: listErrors(errors, prefix),
    problem,
    attempt,
    pending: isSubmitting,
    kept: {
      ...kept,
      forget: () => {
        setProblem(null);
        kept.forget();
      },
      overrule: () => {
        setProblem(null);
        kept.overrule();
      },
    },
  };
}

interface ApiFormProps<Values extends FieldValues> {
  readonly state: ApiFormState<Values>;
  /** The verb on the button. */
  readonly submitLabel: string;
  readonly children: ReactNode;
  /** Beside the button: a status line, a link. */
  readonly aside?: ReactNode;
  /** In place of the words of the problem: for a refusal that must not say too much. */
  readonly problemText?: (problem: unknown) => ReactNode;
  readonly large?: boolean;
  /** One form among others on its screen: its button is not the one that matters. */
  readonly quiet?: boolean;
  /** Why what is typed here can no longer be sent, when somebody else made it so: in place of the button, the text stays. */
  readonly closed?: string | undefined;
}

/** The form around its fields: error summary first, the button last, and by the button what belongs to no field. */
export function ApiForm<Values extends FieldValues>(props: ApiFormProps<Values>): ReactNode {
  const { state, submitLabel, children, aside, problemText, large = false, quiet = false, closed } = props;
  const notice = state.problem
    ? (problemText?.(state.problem) ?? <Refusal problem={state.problem} kept={state.kept} />)
    : null;
  return (
    <form
      noValidate
      className="pb-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (closed === undefined) void state.submit();
      }}
    >
      <RestoredLine kept={state.kept} />
      <ErrorSummary errors={state.errors} attempt={state.attempt} />
      {children}
      {closed === undefined ? (
        <Notice attempt={state.errors.length > 0 ? 0 : state.attempt}>{notice}</Notice>
      ) : (
        <ClosedNotice>{closed}</ClosedNotice>
      )}
      <div className="pb-row pb-wrap">
        {closed === undefined ? (
          <Button
            type="submit"
            variant={quiet ? 'default' : 'filled'}
            loading={state.pending}
            {...(large ? { size: 'lg', fullWidth: true } : {})}
          >
            {submitLabel}
          </Button>
        ) : null}
        {aside}
      </div>
    </form>
  );
}

interface RefusalProps<Values extends FieldValues> {
  readonly problem: unknown;
  readonly kept: KeptValues<Values>;
}

function Refusal<Values extends FieldValues>({ problem, kept }: RefusalProps<Values>): ReactNode {
  const { t } = useTranslation(uiTexts);
  const isStale = kept.keeps && isProblem(problem, 'stale-revision');
  if (isStale && kept.behind) return <ConflictChoice problem={problem} kept={kept} />;
  return <ProblemNotice error={problem} {...(isStale ? { hint: t('kept.reread') } : {})} />;
}

interface NoticeProps {
  /** Changes at each attempt to send; 0 while the error summary says what to do. */
  readonly attempt: number;
  readonly children: ReactNode;
}

/** Where the person is who just pressed the button, which was off meanwhile and lost the focus. */
function Notice({ attempt, children }: NoticeProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const any = children !== null;
  useEffect(() => {
    if (!any || attempt === 0) return;
    box.current?.scrollIntoView({ block: 'center' });
    box.current?.focus({ preventScroll: true });
  }, [any, attempt]);
  return any ? (
    <div ref={box} tabIndex={-1} className="pb-form-notice">
      {children}
    </div>
  ) : null;
}
