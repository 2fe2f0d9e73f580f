import type { Language } from '@probant/shared/questionnaires/document';
import {
  receivedByNames,
  warningDecisionNames,
  warningStandingNames,
} from '@probant/shared/warnings/warning-names';
import { dayInWords } from '@probant/shared/words/dates';
import type { PdfDocument } from '../../platform/pdf/render-pdf.js';
import type { WarningResponse } from './warnings.dto.js';

const words = {
  fr: {
    title: 'Mise en garde',
    labels: {
      supplier: 'Fournisseur',
      buyer: 'Client',
      engagement: 'Prestation',
      questions: 'Questions',
      received: 'Reçue',
      decideBy: 'À décider au plus tard',
      standing: 'État',
      cost: 'Coût',
    },
    parts: {
      risk: 'Risque',
      exclusion: 'Ce que la prestation ne couvre pas',
      recommendation: 'Préconisation',
      alternatives: 'Alternatives',
      pieces: 'Pièces jointes',
      signatures: 'Signatures',
    },
    oneOff: (amount: string) => `${amount} une fois`,
    monthly: (amount: string) => `${amount} par mois`,
    none: 'Non chiffré',
    signed: (name: string, organisation: string, at: string) => `${name} (${organisation}), le ${at}`,
    footer: 'Probant : texte signé et gardé tel quel. Document indicatif, pas un conseil juridique.',
  },
  en: {
    title: 'Warning',
    labels: {
      supplier: 'Supplier',
      buyer: 'Customer',
      engagement: 'Engagement',
      questions: 'Questions',
      received: 'Received',
      decideBy: 'To be decided by',
      standing: 'State',
      cost: 'Cost',
    },
    parts: {
      risk: 'Risk',
      exclusion: 'What the service does not cover',
      recommendation: 'Recommendation',
      alternatives: 'Alternatives',
      pieces: 'Pieces attached',
      signatures: 'Signatures',
    },
    oneOff: (amount: string) => `${amount} once`,
    monthly: (amount: string) => `${amount} a month`,
    none: 'No price',
    signed: (name: string, organisation: string, at: string) => `${name} (${organisation}), ${at}`,
    footer: 'Probant: text signed and kept as it is. Indicative, no legal advice.',
  },
} as const;

/** One entry with everything that was signed of it, each with the hash of its text. */
export function printWarning(warning: WarningResponse, language: Language, printedAt: Date): PdfDocument {
  const text = words[language];
  const part = (title: string, body: string) =>
    body === '' ? [] : [{ text: title, style: 'h2', headlineLevel: 2 as const }, { text: body }];
  return {
    title: `${text.title}, ${warning.subject}`,
    language,
    createdAt: printedAt,
    footer: text.footer,
    content: [
      { text: text.title, style: 'h1', headlineLevel: 1 },
      { text: warning.subject, margin: [0, 0, 0, 12] },
      {
        layout: 'lightHorizontalLines',
        table: { widths: [150, '*'], body: factsOf(warning, language) },
      },
      ...part(text.parts.risk, warning.risk),
      ...part(text.parts.exclusion, warning.exclusion),
      ...part(text.parts.recommendation, warning.recommendation),
      ...part(text.parts.alternatives, warning.alternatives),
      ...part(
        text.parts.pieces,
        warning.pieces.map(({ name, sha256 }) => `${name}\nsha256 ${sha256}`).join('\n'),
      ),
      { text: text.parts.signatures, style: 'h2', headlineLevel: 2 },
      ...signaturesOf(warning, language).map((line) => ({
        text: line,
        margin: [0, 4, 0, 4] as [number, number, number, number],
      })),
    ],
  };
}

function factsOf(warning: WarningResponse, language: Language): string[][] {
  const text = words[language];
  const { received, questions, standing } = warning;
  return [
    [text.labels.supplier, warning.supplierName],
    [text.labels.buyer, warning.buyerName],
    [text.labels.engagement, warning.engagementName],
    ...(questions.length === 0
      ? []
      : [[text.labels.questions, questions.map((one) => `${one.id} ${one.text[language]}`).join('\n')]]),
    ...(received === null
      ? []
      : [
          [
            text.labels.received,
            `${receivedByNames[received.by][language]}, ${dayInWords(received.on, language)}`,
          ],
        ]),
    [text.labels.cost, costInWords(warning, language)],
    [text.labels.decideBy, dayInWords(warning.decideBy, language)],
    [text.labels.standing, warningStandingNames[standing][language]],
  ];
}

function costInWords({ cost }: WarningResponse, language: Language): string {
  const text = words[language];
  const money = (cents: number) =>
    new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' }).format(cents / 100);
  const { oneOffCents = null, monthlyCents = null } = cost ?? {};
  const told = [
    ...(oneOffCents === null ? [] : [text.oneOff(money(oneOffCents))]),
    ...(monthlyCents === null ? [] : [text.monthly(money(monthlyCents))]),
  ];
  return told.length === 0 ? text.none : told.join(', ');
}

function signaturesOf(warning: WarningResponse, language: Language): string[] {
  const { signed } = words[language];
  const at = (instant: string) =>
    new Intl.DateTimeFormat(language, {
      dateStyle: 'long',
      timeStyle: 'long',
      timeZone: 'Europe/Paris',
    }).format(new Date(instant));
  const all = [warning.signature, ...(warning.confirmation === null ? [] : [warning.confirmation])];
  return [
    ...all.map((one) => `${signed(one.byName, one.organisation, at(one.at))}\nsha256 ${one.sha256}`),
    ...warning.decisions.map(
      (one) =>
        `${warningDecisionNames[one.decision][language]}${one.reason === '' ? '' : `: ${one.reason}`}\n${signed(one.byName, one.organisation, at(one.at))}\nsha256 ${one.sha256}`,
    ),
  ];
}
