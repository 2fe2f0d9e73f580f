import type { DocxDocument, DocxParagraph, DocxRun } from './write-docx.js';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Everything in the package but the text itself. */
export function partsBeside(document: DocxDocument): Readonly<Record<string, string>> {
  return {
    '[Content_Types].xml': `${head}<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${wordType}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': relationships([
      [`${office}/officeDocument`, 'word/document.xml'],
      [`${packaging}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'word/_rels/document.xml.rels': relationships([[`${office}/styles`, 'styles.xml']]),
    'docProps/core.xml': coreXml(document),
    'word/styles.xml': stylesXml(document),
  };
}

export function documentXml(document: DocxDocument): string {
  let changes = 0;
  const mark = (): string =>
    `w:id="${(changes += 1)}" w:author="${escapeXml(document.author)}" w:date="${toSeconds(document.createdAt)}"`;
  const body = document.paragraphs.map((paragraph) => paragraphXml(paragraph, mark)).join('');
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';
  return `${head}<w:document xmlns:w="${word}"><w:body>${body}${page}</w:body></w:document>`;
}

const styleIds: Readonly<Record<DocxParagraph['style'], string>> = {
  title: 'Title',
  heading1: 'Heading1',
  heading2: 'Heading2',
  body: 'Normal',
  small: 'Small',
};

function paragraphXml({ style, runs }: DocxParagraph, mark: () => string): string {
  const content = runs.map((run) => runXml(run, mark)).join('');
  return `<w:p><w:pPr><w:pStyle w:val="${styleIds[style]}"/></w:pPr>${content}</w:p>`;
}

function runXml({ text, bold, italic, change }: DocxRun, mark: () => string): string {
  const looks = `${bold === true ? '<w:b/>' : ''}${italic === true ? '<w:i/>' : ''}`;
  const properties = looks === '' ? '' : `<w:rPr>${looks}</w:rPr>`;
  const tag = change === 'deleted' ? 'w:delText' : 'w:t';
  const lines = text
    .split('\n')
    .map((line) => `<${tag} xml:space="preserve">${escapeXml(line)}</${tag}>`)
    .join('<w:br/>');
  const run = `<w:r>${properties}${lines}</w:r>`;
  if (change === undefined) return run;
  const wrapper = change === 'inserted' ? 'w:ins' : 'w:del';
  return `<${wrapper} ${mark()}>${run}</${wrapper}>`;
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const items = targets
    .map(([type, target], index) => `<Relationship Id="r${index + 1}" Type="${type}" Target="${target}"/>`)
    .join('');
  return `${head}<Relationships xmlns="${packaging}/relationships">${items}</Relationships>`;
}

function coreXml({ title, author, createdAt, language }: DocxDocument): string {
  const at = toSeconds(createdAt);
  return `${head}<cp:coreProperties xmlns:cp="${packaging}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator><dc:language>${language}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`;
}

function stylesXml({ language }: DocxDocument): string {
  const lang = language === 'fr' ? 'fr-FR' : 'en-GB';
  const style = (id: string, name: string, paragraph: string, looks: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${looks}</w:rPr></w:style>`;
  const heading = (level: number, before: number): string =>
    `<w:keepNext/><w:spacing w:before="${before}" w:after="80"/><w:outlineLvl w:val="${level}"/>`;
  return `${head}<w:styles xmlns:w="${word}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="21"/><w:lang w:val="${lang}"/></w:rPr></w:rPrDefault></w:docDefaults>${style('Normal', 'Normal', '<w:spacing w:after="120"/>', '')}${style('Title', 'Title', '<w:spacing w:after="120"/>', '<w:b/><w:sz w:val="36"/>')}${style('Heading1', 'heading 1', heading(0, 360), '<w:b/><w:sz w:val="27"/>')}${style('Heading2', 'heading 2', heading(1, 240), '<w:b/><w:sz w:val="23"/>')}${style('Small', 'Small', '<w:spacing w:after="80"/>', '<w:color w:val="5B6472"/><w:sz w:val="18"/>')}</w:styles>`;
}

function toSeconds(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

/** What XML 1.0 cannot hold is left out. */
function escapeXml(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
