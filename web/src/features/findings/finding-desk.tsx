import { Button } from '@mantine/core';
import { Fragment, type ReactNode, useState } from 'react';

import { oneLane, useAct } from '../../platform/api/use-act.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { useHasKept } from '../../ui/input/kept-values.js';
import { actingTexts } from './acting.texts.js';
import { keptAct } from './finding-forms.js';
import type { AnyFile, FindingActs } from './use-findings.js';

type TypedAct = Extract<keyof typeof actingTexts.fr, `do.${string}`> extends `do.${infer Act}` ? Act : never;

interface FindingDeskProps<Act extends TypedAct> {
  readonly file: AnyFile;
  readonly acts: FindingActs;
  /** What comes next, in a sentence. */
  readonly next: ReactNode;
  /** The acts of this side that ask for something to be typed. */
  readonly typed: readonly Act[];
  /** Those that are possible now, in the order of their buttons. */
  readonly offered: readonly Act[];
  readonly primary: Act | null;
  readonly form: (act: Act, close: () => void) => ReactNode;
}

/** What comes next for one side, with its buttons; a form whose words were left half-written opens by itself. */
export function FindingDesk<Act extends TypedAct>(props: FindingDeskProps<Act>): ReactNode {
  const { file, acts, next, typed, offered, primary, form } = props;
  const { t } = useTranslation(actingTexts);
  const hasKept = useHasKept();
  const [open, setOpen] = useState<Act | null>(
    () => typed.find((act) => hasKept(keptAct(file, act))) ?? null,
  );
  const agree = useAct({ lane: oneLane, mutationFn: acts.agree, onError: acts.reread });
  const words = (act: Act): `do.${TypedAct}` =>
    act === 'propose' && file.status !== 'open' ? 'do.propose.again' : `do.${act}`;
  return (
    <section className="pb-section pb-finding-desk" aria-labelledby="finding-next">
      <h2 id="finding-next">{t('next')}</h2>
      <p>{next}</p>
      {agree.isError ? <ProblemNotice error={agree.error} /> : null}
      {open !== null ? (
        <Fragment key={open}>
          {form(open, () => {
            setOpen(null);
          })}
        </Fragment>
      ) : (
        <div className="pb-row pb-wrap">
          {file.possible.includes('agree') ? (
            <Button
              variant="filled"
              loading={agree.isPending}
              onClick={() => {
                agree.mutate(undefined);
              }}
            >
              {t('do.agree')}
            </Button>
          ) : null}
          {offered.map((act) => (
            <Button
              key={act}
              variant={act === primary ? 'filled' : 'default'}
              onClick={() => {
                setOpen(act);
              }}
            >
              {t(words(act))}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}
