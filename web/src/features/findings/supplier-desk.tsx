import type { ReactNode } from 'react';

import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { FindingDesk } from './finding-desk.js';
import { PlanForm, ReasonForm } from './finding-forms.js';
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
  return (
    <FindingDesk
      file={file}
      acts={acts}
      next={<NextWords file={file} />}
      typed={typed}
      offered={typed.filter((act) => file.possible.includes(act))}
      primary={primaryOf(file)}
      form={(act, close) => <SupplierForm act={act} file={file} acts={acts} onClose={close} />}
    />
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
