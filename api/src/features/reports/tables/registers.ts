import { Injectable } from '@nestjs/common';
import type { Language, Localised } from '@probant/shared/questionnaires/document';
import { mapPages } from '../../../platform/tables/paged-table.js';
import { streamXlsx, type StreamedSheet } from '../../../platform/tables/stream-xlsx.js';
import type { WrittenCell } from '../../../platform/tables/written-table.js';
import type { ReportMaker, ReportMaking } from '../report-making.js';
import { pagesOf } from './pages.js';
import type { RegisterTemplate } from './register-columns.js';
import {
  readRegisterPage,
  readSubcontractorPage,
  readSupplierPage,
  type ProviderRow,
  type RegisterRow,
} from './register-row.js';
import { assessments, functions } from './register-functions.js';
import { arrangements, contracts, entity, providers, supplyChains } from './register-templates.js';
import { linksOfEngagement, type ChainLink } from './supply-chain.js';

const templates = [entity, contracts, arrangements, providers, supplyChains, functions, assessments] as const;

/** Templates of the implementing standard of which the product holds nothing. */
const leftOut = ['B_01.02', 'B_01.03', 'B_02.03', 'B_03.01', 'B_03.02', 'B_03.03', 'B_04.01', 'B_99.01'];

/**
 * A register of information in the style of the templates of Regulation (EU) 2024/2956, as far as the product's records reach;
 * its first sheet says of every column where it comes from, or that it is empty.
 */
@Injectable()
export class Registers implements ReportMaker {
  async make(making: ReportMaking): Promise<void> {
    const { language, path, at, organisationName: name, today: on } = making;
    const engagements = () =>
      pagesOf<RegisterRow>(making, (tx, last) => readRegisterPage(tx, making.organisationId, last));
    const sheets = [
      readMe(language),
      sheetOf(entity, once([{ name, on }]), language),
      sheetOf(contracts, engagements(), language),
      sheetOf(arrangements, engagements(), language),
      sheetOf(providers, allProviders(making), language),
      sheetOf(supplyChains, allLinks(engagements()), language),
      sheetOf(functions, engagements(), language),
      sheetOf(assessments, engagements(), language),
    ];
    await streamXlsx(
      path,
      at,
      sheets.map((sheet, index) => counting(sheet, making, index, sheets.length)),
    );
  }
}

/** One step for each sheet that ends. */
function counting(
  sheet: StreamedSheet,
  { progress }: ReportMaking,
  index: number,
  all: number,
): StreamedSheet {
  async function* pages(): StreamedSheet['pages'] {
    yield* sheet.pages;
    progress(index + 1, all);
  }
  return { ...sheet, pages: pages() };
}

function sheetOf<R>(
  { code, columns }: RegisterTemplate<R>,
  rows: AsyncIterable<readonly R[]>,
  language: Language,
): StreamedSheet {
  return {
    name: code,
    columns: columns.map(({ code: column, title, kind }) => ({
      title: `${column} ${title[language]}`,
      kind,
      width: 24,
    })),
    pages: mapPages(rows, (row) =>
      columns.map(({ cell }): WrittenCell => (cell === null ? null : cell(row, language))),
    ),
  };
}

async function* allProviders(making: ReportMaking): AsyncIterable<readonly ProviderRow[]> {
  const { organisationId } = making;
  yield* pagesOf<ProviderRow>(making, (tx, last) => readSupplierPage(tx, organisationId, last));
  yield* pagesOf<ProviderRow>(making, (tx, last) => readSubcontractorPage(tx, organisationId, last));
}

async function* allLinks(pages: AsyncIterable<readonly RegisterRow[]>): AsyncIterable<readonly ChainLink[]> {
  for await (const rows of pages) yield rows.flatMap(linksOfEngagement);
}

async function* once<R>(rows: readonly R[]): AsyncIterable<readonly R[]> {
  yield await Promise.resolve(rows);
}

const words = {
  name: { fr: 'Lisez-moi', en: 'Read me' },
  intro: {
    fr: 'Registre établi dans le style des modèles du règlement d’exécution (UE) 2024/2956, à partir de ce que Probant tient. À compléter et à vérifier avant toute remise à une autorité\u00a0; indicatif, sans valeur de conseil juridique.',
    en: 'Register in the style of the templates of Implementing Regulation (EU) 2024/2956, from what Probant holds. To be completed and checked before it goes to any authority; indicative and no legal advice.',
  },
  leftOut: {
    fr: `Tableaux absents, faute de données\u00a0: ${leftOut.join(', ')}.`,
    en: `Tables left out for want of data: ${leftOut.join(', ')}.`,
  },
} as const satisfies Readonly<Record<string, Localised>>;

function readMe(language: Language): StreamedSheet {
  const say = (fr: string, en: string): string => (language === 'fr' ? fr : en);
  const rows: WrittenCell[][] = [
    [words.intro[language]],
    [words.leftOut[language]],
    [],
    ...templates.flatMap(({ code, title, columns }) =>
      columns.map((column): WrittenCell[] => [
        ...[code, title[language], column.code, column.title[language]],
        ...[column.cell === null ? say('vide', 'empty') : say('rempli', 'filled'), column.told[language]],
      ]),
    ),
  ];
  return {
    name: words.name[language],
    columns: [
      { title: say('Tableau', 'Table'), kind: 'text', width: 12 },
      { title: say('Objet', 'Subject'), kind: 'text', width: 38 },
      { title: say('Colonne', 'Column'), kind: 'text', width: 10 },
      { title: say('Intitulé', 'Title'), kind: 'text', width: 44 },
      { title: say('État', 'State'), kind: 'text', width: 10 },
      { title: say('D’où elle vient', 'Where it comes from'), kind: 'text', width: 80 },
    ],
    pages: once(rows),
  };
}
