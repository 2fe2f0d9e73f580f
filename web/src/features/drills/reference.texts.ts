import { defineTexts } from '../../platform/i18n/texts.js';

export const referenceTexts = defineTexts({
  fr: {
    title: 'Exercice de référence, affaire de Douai',
    subtitle: '9 au 13 avril 2018, heure de Paris · trois dépôts · fichier de test de 68 octets',
    cases: 'Affaires',
    case: 'Douai',
    detected: 'Détection suffisante',
    told: "Information : rien d'écrit",
    investigated: "Investigation : rien d'écrit",
    legal:
      "Indicatif, pas un conseil juridique. Faits tels que l'arrêt les relève ; ce qu'il ne dit pas est montré comme inconnu.",
  },
  en: {
    title: 'Reference drill, case of Douai',
    subtitle: '9 to 13 April 2018, Paris time · three drops · test file of 68 bytes',
    cases: 'Cases',
    case: 'Douai',
    detected: 'Detection was enough',
    told: 'Telling the customer: nothing in writing',
    investigated: 'Investigating: nothing in writing',
    legal:
      'Indicative, no legal advice. Facts as the ruling records them; what it does not say is shown as unknown.',
  },
});
