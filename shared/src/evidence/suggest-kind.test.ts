import { suggestKind } from './suggest-kind.js';

const rows: readonly [name: string, expected: readonly string[], kind: string | undefined][] = [
  ['KBIS_Cadran 2026.pdf', [], 'extrait_kbis'],
  ['kbis.pdf', ['inpi_rne', 'extrait_kbis'], 'extrait_kbis'],
  ['attestation-urssaf.pdf', [], 'attestation_vigilance_urssaf'],
  ['Attestation d’assurance RC.pdf', [], 'attestation_assurance'],
  ['attestation.pdf', ['attestation_fiscale'], 'attestation_fiscale'],
  ['attestation.pdf', [], undefined],
  ['Certificat HDS n° 12.pdf', [], 'certificat_hds'],
  ['certificat.pdf', ['certificat_iso27001'], 'certificat_iso27001'],
  ['certificat.pdf', [], undefined],
  ['PV de test de restauration.pdf', [], 'pv_test'],
  ['pv.pdf', ['pv_revue'], 'pv_revue'],
  ['Procès-verbal.pdf', [], undefined],
  ['rapport audit 2026.pdf', ['rapport'], 'rapport'],
  ['rapport audit 2026.pdf', [], 'rapport_audit'],
  ['scan0001.pdf', ['extrait_kbis'], undefined],
  ['spv.pdf', ['pv_test'], undefined],
];

test.each(rows)('%s where %j is expected is probably %s', (name, expected, kind) => {
  expect(suggestKind(name, expected)).toBe(kind);
});
