import { addDays, type Day } from '../calendar.js';
import { accept, fieldRefusal, refuse, refuseFields, type Decision } from '../decision.js';
import { maxLengths } from '../limits.js';
import { checkText, tidyText } from '../plain-text.js';
import type { Localised } from '../questionnaires/document.js';
import { isValidOn, lossCauses, type KeptCertificate } from './certificate.js';
import type { CertificationChain } from './chain.js';
import { checkPastDay } from './decide-chain.js';

/** Why a procedure was opened: the certificate was lost, or came to its end with no other on record. */
export const procedureCauses = [...lossCauses, 'expired'] as const;
export type ProcedureCause = (typeof procedureCauses)[number];

/** What clause CL-18 asks for, in its order, and what the buyer does meanwhile; the last one closes the procedure. */
export const procedureSteps = ['told', 'position', 'plan', 'transferred', 'closed'] as const;
export type ProcedureStep = (typeof procedureSteps)[number];

export const procedureStepNames: Readonly<Record<ProcedureStep, Localised>> = {
  told: { fr: 'Perte notifiée par le fournisseur', en: 'Loss notified by the supplier' },
  position: { fr: 'Position écrite demandée au fournisseur', en: 'Written position asked of the supplier' },
  plan: { fr: 'Plan de transfert reçu, avec ses dates', en: 'Transfer plan received, with its dates' },
  transferred: {
    fr: 'Activité reprise par un intervenant certifié',
    en: 'Activity taken over by a certified party',
  },
  closed: { fr: 'Procédure close', en: 'Procedure closed' },
};

/** Days after the loss, in the model wording of CL-18: 48 hours, and 60 days between its square brackets. */
const dueAfter: Readonly<Partial<Record<ProcedureStep, number>>> = { told: 2, transferred: 60 };

/** The model texts that a contract needs for it: loss of certification, change of regulation, remaining fees on exit. */
export const procedureClauses = ['CL-18', 'CL-17', 'CL-19'] as const;

export interface DoneStep {
  readonly step: ProcedureStep;
  readonly doneOn: Day;
  readonly note: string;
}

/** The day by which a step is due under that wording; nothing where the clause says none. */
export function stepDueOn(step: ProcedureStep, lostOn: Day): Day | null {
  const days = dueAfter[step];
  return days === undefined ? null : addDays(lostOn, days);
}

/** A step is done once; closing says why, and nothing follows it. */
export function decideStep(
  { lostOn, done }: { readonly lostOn: Day; readonly done: readonly Pick<DoneStep, 'step'>[] },
  asked: DoneStep,
  today: Day,
): Decision<DoneStep> {
  if (done.some(({ step }) => step === 'closed')) return refuse('procedure-closed');
  if (done.some(({ step }) => step === asked.step)) return refuse('already-exists');
  const errors = [
    ...checkPastDay('/doneOn', asked.doneOn, today),
    ...(asked.doneOn < lostOn ? [fieldRefusal('/doneOn', 'ends-before-start')] : []),
    ...checkText('/note', asked.note, {
      max: maxLengths.longText,
      multiline: true,
      optional: asked.step !== 'closed',
    }),
  ];
  return errors.length > 0 ? refuseFields(errors) : accept({ ...asked, note: tidyText(asked.note) });
}

/** Whether the loss of the certificate touches the chain: its holder performs there, or another relies on its scope. */
export function reliesOn(
  { performances }: CertificationChain,
  { holderId, activities }: Pick<KeptCertificate, 'holderId' | 'activities'>,
): boolean {
  return performances.some(
    ({ activity, actorId, hostId }) =>
      activities.includes(activity) && (actorId === holderId || hostId === holderId),
  );
}

/** HDS certificates that came to their end while nothing on record takes their place for some activity that the chain needs. */
export function dueProcedures(
  chain: CertificationChain,
  certificates: readonly KeptCertificate[],
  asOf: Day,
): KeptCertificate[] {
  return certificates.filter((one) => {
    if (one.kind !== 'hds' || one.lostOn !== null || one.validUntil >= asOf || !reliesOn(chain, one)) {
      return false;
    }
    const needed = one.activities.filter((activity) =>
      chain.performances.some(
        ({ activity: performed, actorId, hostId }) =>
          performed === activity && (actorId === one.holderId || hostId === one.holderId),
      ),
    );
    return needed.some(
      (activity) =>
        !certificates.some(
          (other) =>
            other.holderId === one.holderId &&
            other.kind === 'hds' &&
            isValidOn(other, asOf) &&
            other.activities.includes(activity),
        ),
    );
  });
}
