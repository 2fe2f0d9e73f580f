export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly button?: { readonly label: string; readonly address: string };
  readonly closing?: string;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** The same letter as plain text and as the plainest HTML that every reader shows alike. */
export function composeLetter(letter: Letter): { subject: string; text: string; html: string } {
  const { button, closing = 'Probant' } = letter;
  const text = [
    ...letter.paragraphs,
    ...(button ? [`${button.label}\n${button.address}`] : []),
    `-- \n${closing}`,
  ].join('\n\n');
  const paragraphs = letter.paragraphs.map(
    (paragraph) => `<p>${escape(paragraph).replaceAll('\n', '<br>')}</p>`,
  );
  const link = button
    ? `<p><a href="${escape(button.address)}" style="display:inline-block;padding:10px 18px;background:#1f4bb8;color:#ffffff;text-decoration:none;border-radius:4px">${escape(button.label)}</a></p><p style="font-size:12px;color:#4b453c">${escape(button.address)}</p>`
    : '';
  const html = `<!doctype html><html><body style="font-family:Arial,sans-serif;font-size:15px;line-height:1.5;color:#1d1a16">${paragraphs.join('')}${link}<p style="color:#685f53">${escape(closing).replaceAll('\n', '<br>')}</p></body></html>`;
  return { subject: letter.subject.replace(/[\r\n]+/g, ' '), text, html };
}
