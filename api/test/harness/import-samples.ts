import ExcelJS from 'exceljs';

/** A buyer's own sheet, with a second one that asks nothing. */
export async function smallWorkbook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Grille').addRows([
    ['Thème', 'Précision', 'Question', 'Réponses', 'Poids'],
    ['Sauvegarde', 'Copie', 'Avez-vous une copie déconnectée ?', '(oui: 0, non: 1)', '3'],
    ['Sauvegarde', 'Essai', 'La restaurez-vous chaque année ?', '(oui: 0, non: 1)', '2,5'],
  ]);
  book.addWorksheet('Notes').addRows([['Rien ici']]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Ten lines of YAML that would be a billion values. */
export const aliasBomb = Array.from({ length: 9 }, (_, level) =>
  level === 0
    ? 'a0: &a0 [x,x,x,x,x,x,x,x,x]\n'
    : `a${level}: &a${level} [${Array(9)
        .fill(`*a${level - 1}`)
        .join(',')}]\n`,
).join('');
