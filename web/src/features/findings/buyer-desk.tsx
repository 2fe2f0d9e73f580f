import type { ReactNode } from 'react';

import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { AcceptanceForm } from './acceptance-form.js';
import { FindingDesk } from './finding-desk.js';
import { PlanForm, ReasonForm } from './finding-forms.js';
import { actingTexts } from './acting.texts.js';
import { type BuyerActs, type FindingFile, questionOf, useBuyerActs } from './use-findings.js';
import { VerifyForm } from './verify-form.js';

/** Acts that ask for something to be typed, in the order in which they are offered; the first is the one that matters. */
const typed = [
  'accept',
  'refuse-acceptance',
  'verify',
  'refuse-proof',
  'propose',
  'decline',
  'ask-acceptance',
  'reopen',
  'close',
] as const;
type Typed = (typeof typed)[number];

/** What comes next for the buyer, and the forms of it. */
export function BuyerDesk({ file }: { readonly file: FindingFile }): ReactNode {
  const acts = useBuyerActs(file);
  const primary = primaryOf(file);
  return (
    <FindingDesk
      file={file}
      acts={acts}
      next={<NextWords file={file} />}
      typed={typed}
      offered={inOrder(primary).filter((act) => file.possible.includes(act) && isOffered(file, act))}
      primary={primary}
      form={(act, close) => <BuyerForm act={act} file={file} acts={acts} onClose={close} />}
    />
  );
}

function inOrder(primary: Typed | null): readonly Typed[] {
  return primary === null ? typed : [primary, ...typed.filter((act) => act !== primary)];
}

/** A plan needs somebody to agree it with; an answer of no known question cannot be verified. */
function isOffered(file: FindingFile, act: Typed): boolean {
  if (act === 'propose') return file.hasCounterpart;
  return act !== 'verify' || questionOf(file) !== null;
}

function primaryOf({ status, possible, hasCounterpart }: FindingFile): Typed | null {
  if (possible.includes('accept')) return 'accept';
  if (status === 'delivered') return 'verify';
  if (status === 'open') return hasCounterpart ? 'propose' : 'verify';
  return null;
}

function NextWords({ file }: { readonly file: FindingFile }): ReactNode {
  const { t, language } = useTranslation(actingTexts);
  const { status, proposal, acceptedUntil, hasCounterpart, possible } = file;
  if (possible.includes('accept')) return t('next.buyer.asked');
  switch (status) {
    case 'open':
      return t(hasCounterpart ? 'next.buyer.open' : 'next.buyer.open.alone');
    case 'proposed':
      return t(proposal?.by === 'buyer' ? 'next.buyer.proposed.own' : 'next.buyer.proposed.theirs');
    case 'accepted':
      return t('next.buyer.accepted', { on: formatDay(acceptedUntil ?? '', language) });
    default:
      return t(`next.buyer.${status}`);
  }
}

interface BuyerFormProps {
  readonly act: Typed;
  readonly file: FindingFile;
  readonly acts: BuyerActs;
  readonly onClose: () => void;
}

function BuyerForm({ act, file, acts, onClose }: BuyerFormProps): ReactNode {
  const common = { file, acts, onClose, side: 'buyer' } as const;
  switch (act) {
    case 'propose':
      return <PlanForm {...common} propose={acts.propose} />;
    case 'verify': {
      const question = questionOf(file);
      return question === null ? null : (
        <VerifyForm file={file} question={question} acts={acts} onClose={onClose} />
      );
    }
    case 'ask-acceptance':
      return <AcceptanceForm file={file} acts={acts} onClose={onClose} />;
    case 'accept':
    case 'refuse-acceptance':
      return (
        <ReasonForm
          {...common}
          act={act}
          readBy="nobody"
          give={(reason) => acts.decideAcceptance({ accepted: act === 'accept', reason })}
        />
      );
    case 'decline':
    case 'refuse-proof':
    case 'close':
    case 'reopen':
      return (
        <ReasonForm
          {...common}
          act={act}
          readBy={act === 'close' || !file.shared ? 'nobody' : 'supplier'}
          give={(reason) => acts.giveReason(act, reason)}
        />
      );
  }
}
