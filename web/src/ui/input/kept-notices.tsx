import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../feedback/problem-notice.js';
import { uiTexts } from '../ui.texts.js';
import type { KeptValues } from './kept-values.js';

interface RestoredLineProps<Values extends FieldValues> {
  readonly kept: KeptValues<Values>;
}

/** Above the fields that hold again what was typed before. */
export function RestoredLine<Values extends FieldValues>({ kept }: RestoredLineProps<Values>): ReactNode {
  const { t } = useTranslation(uiTexts);
  if (!kept.restored) return null;
  return (
    <p className="pb-sm pb-soft" role="status">
      {t('kept.restored')}
      {' · '}
      <Button
        size="xs"
        variant="transparent"
        onClick={({ currentTarget }) => {
          // The button goes: whoever pressed it is still in the form.
          focusIn(currentTarget, 'input, select, textarea');
          kept.forget();
        }}
      >
        {t('kept.clear')}
      </Button>
    </p>
  );
}

interface ConflictChoiceProps<Values extends FieldValues> {
  readonly problem: unknown;
  readonly kept: KeptValues<Values>;
}

/** Somebody else saved first: what was typed is still here, and the person who typed it decides. */
export function ConflictChoice<Values extends FieldValues>(props: ConflictChoiceProps<Values>): ReactNode {
  const { problem, kept } = props;
  const { t } = useTranslation(uiTexts);
  return (
    <div className="pb-stack">
      <ProblemNotice error={problem} hint={t('kept.conflict')} />
      <div className="pb-row pb-wrap">
        {kept.behind ? (
          <Button
            size="xs"
            onClick={({ currentTarget }) => {
              focusIn(currentTarget, '[type=submit]');
              kept.overrule();
            }}
          >
            {t('kept.conflict.mine')}
          </Button>
        ) : null}
        <Button
          size="xs"
          onClick={({ currentTarget }) => {
            focusIn(currentTarget, 'input, select, textarea');
            kept.forget();
          }}
        >
          {t('kept.conflict.theirs')}
        </Button>
      </div>
    </div>
  );
}

function focusIn(control: HTMLElement, selector: string): void {
  control.closest('form')?.querySelector<HTMLElement>(selector)?.focus();
}
