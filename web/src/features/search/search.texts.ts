import { defineTexts } from '../../platform/i18n/texts.js';

export const searchTexts = defineTexts({
  fr: {
    title: 'Recherche',
    'subtitle.buyer':
      'Fournisseurs et leurs contacts, prestations, questions publiées et leurs options, réponses remises, noms de pièces, demandes de précision et leurs fichiers, constats, avec ou sans accents, au singulier ou au pluriel.',
    'subtitle.supplier':
      'Vos demandes, leurs questions et options, vos réponses, les noms de vos pièces, les demandes de précision et leurs fichiers, les constats qui vous ont été montrés, avec ou sans accents, au singulier ou au pluriel.',
    field: 'Mots cherchés',
    kinds: 'Chercher dans',
    everything: 'Tout',
    begin: 'Tapez au moins deux lettres',
    'begin.hint': 'Tous les mots sont cherchés ; le dernier peut n’être que commencé.',
    nothing: 'Rien ne contient « {text} »',
    'nothing.kind': 'Rien ne contient « {text} » ici',
    'nothing.hint': 'Essayez moins de mots, ou un mot plus court.',
    'nothing.everywhere': 'Chercher partout',
    more: 'Plus de résultats : {kind}',
    most: 'Seuls les {count} meilleurs sont montrés. Un mot de plus réduit la liste.',
    results: 'Résultats',
  },
  en: {
    title: 'Search',
    'subtitle.buyer':
      'Suppliers and their contacts, engagements, published questions and their options, submitted answers, names of pieces, clarifications and their files, findings, with or without accents, singular or plural.',
    'subtitle.supplier':
      'Your requests, their questions and options, your answers, the names of your pieces, clarifications and their files, the findings that were shown to you, with or without accents, singular or plural.',
    field: 'Words to look for',
    kinds: 'Look in',
    everything: 'Everything',
    begin: 'Type at least two letters',
    'begin.hint': 'All words are looked for; the last one may be only begun.',
    nothing: 'Nothing contains “{text}”',
    'nothing.kind': 'Nothing here contains “{text}”',
    'nothing.hint': 'Try fewer words, or a shorter one.',
    'nothing.everywhere': 'Look everywhere',
    more: 'More results: {kind}',
    most: 'Only the best {count} are shown. One more word shortens the list.',
    results: 'Results',
  },
});
