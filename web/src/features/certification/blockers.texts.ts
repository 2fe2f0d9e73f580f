import { defineTexts } from '../../platform/i18n/texts.js';

/** What stands in the way, in sentences. */
export const blockerTexts = defineTexts({
  fr: {
    'blockers.title': 'Ce qui bloque',
    'blockers.none': 'Rien ne bloque : chaque activité est couverte par le certificat de celui qui l’exerce.',
    'blockers.none.unregulated': 'Aucun contrat parallèle, aucun intervenant sans contrat connu.',
    'blocker.none': '{actor} exerce {activities} sans certificat.',
    'blocker.none.end':
      '{rule}, plancher {floor} : ne pas contracter, ou régulariser avant toute mise en production.',
    'blocker.not-demonstrated': '{actor} : {activities}, couverture non démontrée.',
    'blocker.not-demonstrated.end':
      "{rule}, plancher {floor} tant que rien n'est produit. Demandez le certificat : le silence n'est ni un aveu ni une preuve.",
    'blocker.nobody': "Personne n'est désigné pour {activities}.",
    'blocker.other-scope':
      "{actor} n'est couverte que par le périmètre d'un autre hébergeur ({host}) : {activities}.",
    'blocker.other-scope.end': '{rule}, plancher {floor} : revue juridique.',
    'blocker.direct': '{actor} a aussi un contrat direct avec vous.',
    'blocker.direct.engagements': '{actor} a aussi un contrat direct avec vous : {engagements}.',
    'blocker.direct.end': "Faire écrire l'articulation des deux contrats (SUB-03).",
    'blocker.two-paths': '{actor} intervient par deux chemins.',
    'blocker.two-paths.end': 'Faire écrire qui répond de quoi : {paths}.',
    'blocker.unlinked': '{actor} intervient sans contrat connu.',
    'blocker.unlinked.end': "Faire établir le lien contractuel (SUB-01) : à Douai, il ne l'était pas.",
    'paths.join': ' puis ',
  },
  en: {
    'blockers.title': 'What stands in the way',
    'blockers.none': 'Nothing: each activity is covered by the certificate of whoever performs it.',
    'blockers.none.unregulated': 'No parallel contract, no actor without a known contract.',
    'blocker.none': '{actor} performs {activities} without a certificate.',
    'blocker.none.end': '{rule}, floor {floor}: do not contract, or regularise before going live.',
    'blocker.not-demonstrated': '{actor}: {activities}, cover not demonstrated.',
    'blocker.not-demonstrated.end':
      '{rule}, floor {floor} as long as nothing is produced. Ask for the certificate: silence is neither an admission nor a proof.',
    'blocker.nobody': 'Nobody is named for {activities}.',
    'blocker.other-scope': '{actor} is covered by the scope of another host alone ({host}): {activities}.',
    'blocker.other-scope.end': '{rule}, floor {floor}: legal review.',
    'blocker.direct': '{actor} also has a direct contract with you.',
    'blocker.direct.engagements': '{actor} also has a direct contract with you: {engagements}.',
    'blocker.direct.end': 'Have it written how the two contracts fit together (SUB-03).',
    'blocker.two-paths': '{actor} takes part by two ways.',
    'blocker.two-paths.end': 'Have it written who answers for what: {paths}.',
    'blocker.unlinked': '{actor} takes part without a known contract.',
    'blocker.unlinked.end': 'Have the contractual link established (SUB-01): in Douai it was not.',
    'paths.join': ' then ',
  },
});
