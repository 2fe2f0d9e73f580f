import type { RedlineItem } from '@probant/shared/contracts/redline';
import type { DocxDocument, DocxParagraph, DocxRun } from '../../platform/docx/write-docx.js';
import { headLines, redlineWords, type RedlineFile } from './redline-words.js';

/** What stands there is a tracked deletion, what should stand there a tracked insertion: counsel accepts or rejects each. */
export function redlineDocx(file: RedlineFile): DocxDocument {
  const words = redlineWords[file.language];
  const { groups, unread } = file.redline;
  const plain = (style: DocxParagraph['style'], text: string): DocxParagraph => ({ style, runs: [{ text }] });
  return {
    title: `${words.title}, ${words.of(file.supplierName, file.engagementName)}`,
    language: file.language,
    createdAt: file.at,
    author: file.organisationName,
    paragraphs: [
      plain('title', words.title),
      ...headLines(file).map((line) => plain('body', line)),
      ...[words.notice, words.model].filter((line) => line !== '').map((line) => plain('small', line)),
      ...(groups.length === 0 ? [plain('body', words.none)] : []),
      ...groups.flatMap(({ group, items }) => [
        plain('heading1', group.title[file.language]),
        ...items.flatMap((item) => itemParagraphs(item, file)),
      ]),
      ...(unread.length === 0
        ? []
        : [
            plain('heading1', words.unread),
            ...unread.map(({ id, title }) => plain('body', `${id} ${title[file.language]}`)),
          ]),
    ],
  };
}

function itemParagraphs(item: RedlineItem, { language }: RedlineFile): DocxParagraph[] {
  const words = redlineWords[language];
  const { clause, status, article, quote, model } = item;
  const where = article === null ? '' : `, ${words.article(article)}`;
  const current: DocxRun[] =
    quote === '' ? [] : [{ text: quote, ...(status === 'weak' ? {} : { change: 'deleted' as const }) }];
  const missing = status === 'absent' ? words.silent : words.unquoted;
  return [
    {
      style: 'heading2',
      runs: [{ text: `${clause.id} ${clause.title[language]} (${words.status[status]}${where})` }],
    },
    ...(current.length === 0
      ? [{ style: 'small' as const, runs: [{ text: missing, italic: true }] }]
      : [{ style: 'body' as const, runs: current }]),
    { style: 'body', runs: [{ text: model, change: 'inserted' }] },
  ];
}
