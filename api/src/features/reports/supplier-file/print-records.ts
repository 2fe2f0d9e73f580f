import { severityNames } from '@probant/shared/audit/wording';
import { decisionNames } from '@probant/shared/assessments/decision-names';
import { activityNames } from '@probant/shared/certifications/activities';
import { certificateKindNames } from '@probant/shared/certifications/certificate';
import type { ActivityCoverage } from '@probant/shared/certifications/coverage';
import { clauseStatusNames, isGap } from '@probant/shared/contracts/clause-status';
import { findingStatusNames } from '@probant/shared/findings/finding';
import type { Localised } from '@probant/shared/questionnaires/document';
import { standingOf } from '@probant/shared/warnings/standing';
import { warningStandingNames } from '@probant/shared/warnings/warning-names';
import { dayInWords } from '@probant/shared/words/dates';
import type { Content } from 'pdfmake/interfaces.js';
import { inEuros, inEurosRange } from '../print/numbers.js';
import {
  cited,
  ink,
  note,
  paragraph,
  sayIn,
  subtitle,
  tableOf,
  title,
  togetherIfShort,
} from '../print/paper.js';
import type { FilePrint } from './file-print.js';

export function findingSection({ facts, language }: FilePrint): Content[] {
  const say = sayIn(language);
  return togetherIfShort(
    facts.findings.length,
    title(say('Constats', 'Findings')),
    facts.findings.length === 0
      ? paragraph(say('Aucun constat.', 'No finding.'))
      : tableOf(
          [
            { title: say('Question', 'Question'), width: 50 },
            { title: say('Constat et correction attendue', 'Finding and expected correction'), width: '*' },
            { title: say('Gravité', 'Severity'), width: 50 },
            { title: say('État', 'Status'), width: 70 },
          ],
          facts.findings.map(({ question, text, fix, severity, status }) => [
            { text: question, fontSize: 8 },
            {
              stack: [{ text: text[language] }, { text: fix[language], fontSize: 8, color: ink.soft }],
            },
            severityNames[severity][language],
            findingStatusNames[status][language],
          ]),
        ),
  );
}

export function warningSection({ facts, language, today }: FilePrint): Content[] {
  const say = sayIn(language);
  return togetherIfShort(
    facts.warnings.length,
    title(say('Mises en garde', 'Warnings')),
    facts.warnings.length === 0
      ? paragraph(say('Aucune mise en garde écrite n’est inscrite.', 'No written warning is on record.'))
      : tableOf(
          [
            { title: say('Écrite le', 'Written on'), width: 70 },
            { title: say('Objet', 'Subject'), width: '*' },
            { title: say('Inscrite par', 'Entered by'), width: 70 },
            { title: say('À décider avant le', 'To decide by'), width: 80 },
            { title: say('État', 'Status'), width: 76 },
          ],
          facts.warnings.map(({ writtenOn, subject, byBuyer, decideBy, decision, superseded }) => [
            dayInWords(writtenOn, language),
            subject,
            byBuyer ? say('l’acheteur', 'the buyer') : say('le fournisseur', 'the supplier'),
            dayInWords(decideBy, language),
            warningStandingNames[standingOf({ superseded, decision, decideBy }, today)][language],
          ]),
        ),
  );
}

export function contractSection({ facts, language, clauses }: FilePrint): Content[] {
  const say = sayIn(language);
  const { contract } = facts;
  if (contract === null) {
    return [
      title(say('Contrat', 'Contract')),
      paragraph(say('Aucun contrat n’est enregistré.', 'No contract is on record.')),
    ];
  }
  const { terms } = contract;
  const day = (on: string | null) => (on === null ? '–' : dayInWords(on, language));
  const fees = terms.annualFeesCents === null ? '–' : inEuros(terms.annualFeesCents, language);
  const gaps = clauses.flatMap((clause) => {
    const read = contract.clauses.get(clause.id);
    return read !== undefined && isGap(read.status) ? [{ clause, read }] : [];
  });
  const unread = clauses.filter(({ id }) => !contract.clauses.has(id)).length;
  return [
    title(say('Contrat', 'Contract')),
    paragraph(terms.title),
    tableOf(
      [
        { title: say('Signé le', 'Signed on'), width: '*' },
        { title: say('Début', 'Start'), width: '*' },
        { title: say('Fin', 'End'), width: '*' },
        { title: say('Redevance annuelle', 'Annual fees'), width: '*', right: true },
      ],
      [[day(terms.signedOn), day(terms.startsOn), day(terms.endsOn), fees]],
    ),
    subtitle(say('Clauses faibles, contraires ou absentes', 'Clauses weak, adverse or absent')),
    gaps.length === 0
      ? paragraph(say('Aucune parmi celles qui ont été lues.', 'None among those that were read.'))
      : tableOf(
          [
            { title: say('Clause', 'Clause'), width: 190 },
            { title: say('État', 'State'), width: 62 },
            { title: say('Ce que dit le contrat', 'What the contract says'), width: '*' },
          ],
          gaps.map(({ clause, read }) => [
            clause.title[language],
            clauseStatusNames[read.status][language],
            cited(read.quote === '' ? '–' : read.quote),
          ]),
        ),
    note(
      say(
        `Clauses de la bibliothèque que personne n’a lues dans ce contrat\u00a0: ${unread} sur ${clauses.length}.`,
        `Clauses of the library that nobody has read in this contract: ${unread} of ${clauses.length}.`,
      ),
    ),
  ];
}

const coverageNames: Readonly<Record<ActivityCoverage['state'], Localised>> = {
  covered: { fr: 'couverte', en: 'covered' },
  'other-scope': { fr: 'périmètre d’un autre', en: 'scope of another' },
  'not-demonstrated': { fr: 'non démontrée', en: 'not demonstrated' },
  none: { fr: 'aucun certificat', en: 'no certificate' },
  'not-performed': { fr: 'sans objet', en: 'not performed' },
};

export function certificationSection({ facts, language }: FilePrint): Content[] {
  const say = sayIn(language);
  const { graph } = facts;
  if (graph === null) return [];
  const names = new Map(graph.chain.actors.map(({ id, name }) => [id, name]));
  return togetherIfShort(
    graph.certificates.length,
    title(say('Chaîne de certification HDS', 'HDS certification chain')),
    tableOf(
      [
        { title: say('Activité', 'Activity'), width: '*' },
        { title: say('Exercée par', 'Performed by'), width: '*' },
        { title: say('Couverture', 'Cover'), width: 110 },
      ],
      graph.coverage.map(({ activity, state, performers }) => [
        activityNames[activity][language],
        performers.map(({ actorId }) => names.get(actorId) ?? '').join(', ') || '–',
        { text: coverageNames[state][language], color: state === 'none' ? ink.unlawful : ink.text },
      ]),
    ),
    ...(graph.certificates.length === 0
      ? []
      : [
          subtitle(say('Certificats', 'Certificates')),
          tableOf(
            [
              { title: say('Titulaire', 'Holder'), width: '*' },
              { title: say('Certificat', 'Certificate'), width: 150 },
              { title: say('Valable jusqu’au', 'Valid until'), width: 100 },
            ],
            graph.certificates.map(({ holderId, kind, number, validUntil, lostOn }) => [
              names.get(holderId) ?? '',
              `${certificateKindNames[kind][language]} ${number}`,
              lostOn === null
                ? dayInWords(validUntil, language)
                : say(`perdu le ${dayInWords(lostOn, 'fr')}`, `lost on ${dayInWords(lostOn, 'en')}`),
            ]),
          ),
        ]),
  );
}

export function exposureSection({ facts, language, notice }: FilePrint): Content[] {
  const say = sayIn(language);
  if (facts.exposure === null) return [];
  return [
    title(say('Exposition', 'Exposure')),
    paragraph(
      say(
        `Perte qui resterait à la charge de l’organisation\u00a0: ${inEurosRange(facts.exposure, language)}.`,
        `Loss that would stay with the organisation: ${inEurosRange(facts.exposure, language)}.`,
      ),
    ),
    ...notice.map(note),
  ];
}

export function decisionSection({ facts, language }: FilePrint): Content[] {
  const say = sayIn(language);
  const { decision } = facts;
  if (decision === null) {
    return [
      title(say('Décision', 'Decision')),
      paragraph(say('Aucune décision n’a été prise.', 'No decision was taken.')),
    ];
  }
  const { outcome, reason, byName, on } = decision;
  return [
    title(say('Décision', 'Decision')),
    { text: decisionNames[outcome][language], bold: true, fontSize: 11 },
    paragraph(reason),
    note(say(`${byName}, le ${dayInWords(on, 'fr')}`, `${byName}, ${dayInWords(on, 'en')}`)),
  ];
}
