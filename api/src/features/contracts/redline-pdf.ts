import type { RedlineItem } from '@probant/shared/contracts/redline';
import type { Content } from 'pdfmake/interfaces.js';
import type { PdfDocument } from '../../platform/pdf/render-pdf.js';
import { headLines, redlineWords, type RedlineFile } from './redline-words.js';

export function redlinePdf(file: RedlineFile): PdfDocument {
  const words = redlineWords[file.language];
  const { groups, unread } = file.redline;
  return {
    title: `${words.title}, ${words.of(file.supplierName, file.engagementName)}`,
    language: file.language,
    createdAt: file.at,
    footer: words.notice.split('.')[0] ?? '',
    content: [
      { text: words.title, style: 'title', headlineLevel: 1 },
      ...headLines(file).map((text) => ({ text })),
      ...[words.notice, words.model]
        .filter((text) => text !== '')
        .map((text): Content => ({ text, style: 'label', margin: [0, 6, 0, 0] })),
      ...(groups.length === 0 ? [{ text: words.none, margin: [0, 12, 0, 0] } satisfies Content] : []),
      ...groups.flatMap(({ group, items }): Content[] => [
        { text: group.title[file.language], style: 'heading', headlineLevel: 2 },
        ...items.map((item) => itemContent(item, file)),
      ]),
      ...(unread.length === 0
        ? []
        : [
            { text: words.unread, style: 'heading', headlineLevel: 2 } satisfies Content,
            { ul: unread.map(({ id, title }) => `${id} ${title[file.language]}`) } satisfies Content,
          ]),
    ],
  };
}

function itemContent(item: RedlineItem, { language }: RedlineFile): Content {
  const words = redlineWords[language];
  const { clause, status, article, quote, model } = item;
  const where = article === null ? '' : `, ${words.article(article)}`;
  const open = language === 'fr' ? '«\u00a0' : '“';
  const close = language === 'fr' ? '\u00a0»' : '”';
  return {
    stack: [
      {
        text: `${clause.id} ${clause.title[language]} (${words.status[status]}${where})`,
        bold: true,
        headlineLevel: 3,
        margin: [0, 10, 0, 3],
      },
      { text: words.current, style: 'label' },
      quote === ''
        ? { text: status === 'absent' ? words.silent : words.unquoted, italics: true }
        : { text: `${open}${quote}${close}`, italics: true },
      { text: words.proposed, style: 'label', margin: [0, 4, 0, 0] },
      { text: model },
    ],
  };
}
