import { certificateKindNames } from '../certifications/certificate.js';
import { procedureStepNames } from '../certifications/loss-procedure.js';
import { dayInWords } from '../words/dates.js';
import { ofName } from '../words/elision.js';
import { counted } from '../words/numbers.js';
import type { CertificationEvent } from './certification-events.js';
import type { Predicates } from './events.js';
import { changesInWords } from './field-changes.js';

type Named = Pick<
  Extract<CertificationEvent, { kind: 'certificate-removed' }>,
  'holderName' | 'certificateKind' | 'number'
>;

/** `HDS n° 2024-0117 de Granit`. */
function certificate({ holderName, certificateKind, number }: Named): { fr: string; en: string } {
  const { fr, en } = certificateKindNames[certificateKind];
  return {
    fr: `${fr}${number === '' ? '' : ` n°\u00a0${number}`} ${ofName(holderName)}`,
    en: `${en}${number === '' ? '' : ` no. ${number}`} of ${holderName}`,
  };
}

const causes = {
  withdrawn: { fr: 'retrait', en: 'withdrawal' },
  suspended: { fr: 'suspension', en: 'suspension' },
  'not-renewed': { fr: 'non-renouvellement', en: 'non-renewal' },
  expired: { fr: 'échéance', en: 'expiry' },
} as const;

export const certificationPredicates: Predicates<CertificationEvent['kind']> = {
  'certification-chain-stated': ({ name, supplierName, revision, actors, fileName }) => ({
    fr: `a décrit la chaîne de certification de la prestation ${name} (${supplierName}), version ${revision}, ${counted(actors, 'intervenant', 'intervenants', 'fr')}${fileName === undefined ? '' : `, d’après ${fileName}`}`,
    en: `described the certification chain of the engagement ${name} (${supplierName}), version ${revision}, ${counted(actors, 'actor', 'actors', 'en')}${fileName === undefined ? '' : `, from ${fileName}`}`,
  }),
  'subcontractor-added': ({ name }) => ({
    fr: `a ajouté le sous-traitant ${name}`,
    en: `added the subcontractor ${name}`,
  }),
  'subcontractor-changed': ({ name, changes }) => ({
    fr: `a modifié le sous-traitant ${name}${changesInWords([], changes, 'fr')}`,
    en: `changed the subcontractor ${name}${changesInWords([], changes, 'en')}`,
  }),
  'certificate-recorded': ({ validUntil, ...of }) => ({
    fr: `a enregistré le certificat ${certificate(of).fr}, valable jusqu’au ${dayInWords(validUntil, 'fr')}`,
    en: `recorded the certificate ${certificate(of).en}, valid until ${dayInWords(validUntil, 'en')}`,
  }),
  'certificate-changed': ({ changes, ...of }) => ({
    fr: `a modifié le certificat ${certificate(of).fr}${changesInWords([], changes, 'fr')}`,
    en: `changed the certificate ${certificate(of).en}${changesInWords([], changes, 'en')}`,
  }),
  'certificate-removed': (event) => ({
    fr: `a retiré le certificat ${certificate(event).fr}`,
    en: `removed the certificate ${certificate(event).en}`,
  }),
  'certificate-lost': ({ cause, lostOn, ...of }) => ({
    fr: `a enregistré la perte du certificat ${certificate(of).fr} (${causes[cause].fr}) au ${dayInWords(lostOn, 'fr')}`,
    en: `recorded the loss of the certificate ${certificate(of).en} (${causes[cause].en}) on ${dayInWords(lostOn, 'en')}`,
  }),
  'loss-procedure-opened': ({ name, supplierName, holderName, cause, lostOn }) => ({
    fr: `a ouvert la procédure de perte de certification ${ofName(holderName)} pour la prestation ${name} (${supplierName})\u00a0: ${causes[cause].fr} au ${dayInWords(lostOn, 'fr')}`,
    en: `opened the loss procedure for the certification of ${holderName} on the engagement ${name} (${supplierName}): ${causes[cause].en} on ${dayInWords(lostOn, 'en')}`,
  }),
  'loss-procedure-moved': ({ name, holderName, step, doneOn }) => ({
    fr: `a daté une étape de la procédure de perte de certification ${ofName(holderName)} (${name})\u00a0: ${procedureStepNames[step].fr.toLowerCase()}, ${dayInWords(doneOn, 'fr')}`,
    en: `dated a step of the loss procedure for the certification of ${holderName} (${name}): ${procedureStepNames[step].en.toLowerCase()}, ${dayInWords(doneOn, 'en')}`,
  }),
};
