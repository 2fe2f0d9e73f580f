import { parisDay } from '@probant/shared/calendar';
import { reportKindNames } from '@probant/shared/reports/report';
import { factValueLabel } from '@probant/shared/suppliers/tier-reasons';
import { dayInWords } from '@probant/shared/words/dates';
import type { Content } from 'pdfmake/interfaces.js';
import type { PdfDocument } from '../../../platform/pdf/render-pdf.js';
import { lessonsSection } from '../print/lessons.js';
import { methodSection } from '../print/method.js';
import { ink, paragraph, sayIn, tableOf, title } from '../print/paper.js';
import type { FilePrint } from './file-print.js';
import {
  certificationSection,
  contractSection,
  decisionSection,
  exposureSection,
  findingSection,
  warningSection,
} from './print-records.js';
import { scoreSections } from './print-score.js';

export function filePdf(print: FilePrint): PdfDocument {
  const { organisation, language, at, facts, document, findLesson } = print;
  const say = sayIn(language);
  const { supplier, engagement } = facts.head;
  return {
    title: `${reportKindNames['supplier-file'][language]}, ${supplier}, ${engagement}`,
    language,
    createdAt: at,
    footer: say(
      `${organisation}, confidentiel, à ne pas remettre au fournisseur`,
      `${organisation}, confidential, not for the supplier`,
    ),
    content: [
      ...headSection(print),
      ...decisionSection(print),
      ...scoreSections(print),
      ...findingSection(print),
      ...warningSection(print),
      ...contractSection(print),
      ...certificationSection(print),
      ...exposureSection(print),
      ...methodSection(document, language),
      ...lessonsSection({ ids: citedIn(print), findLesson, language }),
    ],
  };
}

function headSection({ organisation, language, at, facts, document }: FilePrint): Content[] {
  const say = sayIn(language);
  const { supplier, siren, engagement, description, context, tier } = facts.head;
  const day = dayInWords(parisDay(at.toISOString()), language);
  const label = document.tiers.find((one) => one.tier === tier)?.label[language] ?? '';
  const known = document.context.flatMap((fact): [string, string][] => {
    const value = context[fact.key];
    if (value === undefined || value === false) return [];
    return [
      [
        fact.short?.[language] ?? fact.key,
        value === true ? say('Oui', 'Yes') : factValueLabel(fact, value, language),
      ],
    ];
  });
  return [
    { text: reportKindNames['supplier-file'][language], fontSize: 10, color: ink.quiet },
    { text: supplier, headlineLevel: 1, fontSize: 24, bold: true, lineHeight: 1.1 },
    { text: engagement, fontSize: 14, color: ink.soft, margin: [0, 0, 0, 6] },
    {
      text: [
        organisation,
        say(`état au ${day}`, `as of ${day}`),
        ...(siren === null ? [] : [`SIREN ${siren}`]),
      ].join('  ·  '),
      fontSize: 9,
      color: ink.quiet,
      margin: [0, 0, 0, 4],
    },
    ...(description === '' ? [] : [paragraph(description)]),
    title(say('Le service acheté', 'The service bought')),
    paragraph(say(`Risque inhérent ${tier}, ${label}.`, `Inherent risk ${tier}, ${label}.`)),
    ...(known.length === 0
      ? []
      : [
          tableOf(
            [
              { title: say('Contexte', 'Context'), width: 200 },
              { title: say('Valeur', 'Value'), width: '*' },
            ],
            known,
          ),
        ]),
  ];
}

/** Of the active knock-outs, then of the heaviest answers. */
function citedIn({ facts, document }: FilePrint): string[] {
  const { scored } = facts;
  if (scored === null) return [];
  const { knockouts, lines } = scored.range.score;
  const active = new Set(knockouts.map(({ id }) => id));
  const questions = new Map(
    document.themes.flatMap((theme) => theme.questions.map((one) => [one.id, one.ref])),
  );
  const heavy = lines
    .filter(({ counted }) => counted)
    .toSorted((left, right) => right.points - left.points)
    .slice(0, 8);
  return [
    ...document.knockouts.filter(({ id }) => active.has(id)).flatMap(({ ref }) => ref),
    ...heavy.flatMap(({ question }) => questions.get(question) ?? []),
  ];
}
