import type { Play } from './in-order.js';
import type { Scene } from './play.js';

const sheet = [
  'N°;Thème;Question;Réponses attendues;Pondération',
  '1;Sauvegardes;Disposez-vous d’une copie déconnectée du réseau ?;(oui: 0, non: 1);3',
  '2;Sauvegardes;Restaurez-vous une sauvegarde complète chaque année ?;(oui: 0, partiellement: 0,5, non: 1);2,5',
  '3;Accès;Les accès d’administration exigent-ils un second facteur ?;(oui: 0, non: 1);3',
  '4;Accès;Combien de comptes à privilèges avez-vous ?;;1',
  '5;Sortie;Décrivez la restitution des données en fin de contrat;;2',
].join('\r\n');

/** A sheet of another buyer waits to be looked at; it is read by the first start. */
export async function* importSheet({ buyers }: Scene, on: number): Play {
  yield on;
  await buyers.claire.upload('/api/questionnaire-imports', {
    name: 'grille-prestataires.csv',
    mediaType: 'text/csv',
    content: Buffer.from(sheet, 'utf8'),
    fields: [],
  });
}
