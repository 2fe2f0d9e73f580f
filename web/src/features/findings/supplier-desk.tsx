import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { oneLane, useAct } from '../../platform/api/use-act.js';
import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { useHasKept } from '../../ui/input/kept-values.js';
import { keptAct, PlanForm, ReasonForm } from './finding-forms.js';
import { actingTexts } from './acting.texts.js';
import type { FindingActs, FollowedFile } from './use-findings.js';

const typed = ['deliver', 'propose', 'decline'] as const;
type Typed = (typeof typed)[number];

interface SupplierDeskProps {
  readonly file: FollowedFile;
  readonly acts: FindingActs;
}

/** What comes next for the supplier, and the forms of it. */
export function SupplierDesk({ file, acts }: SupplierDeskProps): ReactNode {
  const { t } = useTranslation(actingTexts);
  const hasKept = useHasKept();
  const [open, setOpen] = useState<Typed | null>(
    () => typed.find((act) => hasKept(keptAct(file, act))) ?? null,
  );
  const agree = useAct({ lane: oneLane, mutationFn: acts.agree, onError: acts.reread });
  const offered = typed.filter((act) => file.possible.includes(act));
  return (
    <section className="pb-section pb-finding-desk" aria-labelledby="finding-next">
      <h2 id="finding-next">{t('next')}</h2>
      <p>
        <NextWords file={file} />
      </p>
      {agree.isError ? <ProblemNotice error={agree.error} /> : null}
      {open !== null ? (
        <SupplierForm
          key={open}
          act={open}
          file={file}
          acts={acts}
          onClose={() => {
            setOpen(null);
          }}
        />
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
              variant={act === primaryOf(file) ? 'filled' : 'default'}
              onClick={() => {
                setOpen(act);
              }}
            >
              {t(act === 'propose' && file.status !== 'open' ? 'do.propose.again' : `do.${act}`)}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}

function primaryOf({ status, pieces }: FollowedFile): Typed | null {
  if (status === 'agreed') return 'deliver';
  if (status === 'open') return pieces.length > 0 ? 'deliver' : 'propose';
  return null;
}

function NextWords({ file }: { readonly file: FollowedFile }): ReactNode {
  const { t, language } = useTranslation(actingTexts);
  const { status, proposal, acceptedUntil } = file;
  switch (status) {
    case 'proposed':
      return t(proposal?.by === 'supplier' ? 'next.supplier.proposed.own' : 'next.supplier.proposed.theirs');
    case 'accepted':
      return t('next.supplier.accepted', { on: formatDay(acceptedUntil ?? '', language) });
    default:
      return t(`next.supplier.${status}`);
  }
}

interface SupplierFormProps extends SupplierDeskProps {
  readonly act: Typed;
  readonly onClose: () => void;
}

function SupplierForm({ act, file, acts, onClose }: SupplierFormProps): ReactNode {
  const common = { file, acts, onClose, side: 'supplier' } as const;
  return act === 'propose' ? (
    <PlanForm {...common} propose={acts.propose} />
  ) : (
    <ReasonForm {...common} act={act} readBy="buyer" give={(reason) => acts.giveReason(act, reason)} />
  );
}
