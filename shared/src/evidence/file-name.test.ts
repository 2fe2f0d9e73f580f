import fc from 'fast-check';

import { checkFileName } from './file-name.js';

const accepted: readonly [given: string, name: string][] = [
  ['Attestation Urssaf.pdf', 'Attestation Urssaf.pdf'],
  ['  contrat.pdf ', 'contrat.pdf'],
  ['re\u0301sume\u0301.txt', 'r\u00e9sum\u00e9.txt'],
  ['..contrat.pdf', '..contrat.pdf'],
  ['.profile', '.profile'],
  ['Rapport : 2026.pdf', 'Rapport : 2026.pdf'],
  ['\u{1f469}\u200d\u{1f4bb}.png', '\u{1f469}\u200d\u{1f4bb}.png'],
  [`${'a'.repeat(251)}.pdf`, `${'a'.repeat(251)}.pdf`],
];

test.each(accepted)('%j is kept as %j', (given, name) => {
  expect(checkFileName(given)).toEqual({ accepted: true, value: name });
});

const refused: readonly [given: string, code: string][] = [
  ['', 'required'],
  ['   ', 'required'],
  ['.', 'path-in-name'],
  ['..', 'path-in-name'],
  ['../../etc/passwd', 'path-in-name'],
  ['/etc/passwd', 'path-in-name'],
  ['dossier/contrat.pdf', 'path-in-name'],
  ['..\\contrat.pdf', 'path-in-name'],
  ['C:contrat.pdf', 'path-in-name'],
  ['contrat\0.pdf', 'control-character'],
  ['contrat\r\nX-Header: a.pdf', 'control-character'],
  ['contrat\u0085.pdf', 'control-character'],
  ['contrat\u2028.pdf', 'control-character'],
  ['contrat\u202efdp.exe', 'hidden-character'],
  ['contrat\u200b.pdf', 'hidden-character'],
  ['contrat\ud800.pdf', 'invalid-unicode'],
  ['\ufffd\ufffd.pdf', 'invalid-unicode'],
  [`${'a'.repeat(252)}.pdf`, 'too-long'],
];

test.each(refused)('%j is refused: %s', (given, code) => {
  expect(checkFileName(given)).toMatchObject({
    accepted: false,
    refusal: { code: 'file-name-refused', errors: [{ pointer: '/fileName', code }] },
  });
});

test('an accepted name is accepted again unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (given) => {
      const first = checkFileName(given);
      if (first.accepted) expect(checkFileName(first.value)).toEqual(first);
    }),
  );
});
