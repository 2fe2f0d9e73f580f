import type { Predicates } from './events.js';
import type { LibraryEvent } from './library-events.js';
import { fileRefusal } from './wording.js';

const counted = (count: number, one: string, other: string): string =>
  `${count} ${count === 1 ? one : other}`;

export const libraryPredicates: Predicates<LibraryEvent['kind']> = {
  'library-entry-edited': ({ questionId }) => ({
    fr: `a modifié une réponse de la bibliothèque, à ${questionId}`,
    en: `edited an answer of the library, to ${questionId}`,
  }),
  'library-entry-retired': ({ questionId }) => ({
    fr: `a retiré une réponse de la bibliothèque, à ${questionId}`,
    en: `retired an answer of the library, to ${questionId}`,
  }),
  'library-entry-restored': ({ questionId }) => ({
    fr: `a remis dans la bibliothèque une réponse à ${questionId}`,
    en: `put an answer to ${questionId} back into the library`,
  }),
  'answer-pack-exported': ({ answers, pieces, manifestSha256 }) => ({
    fr: `a exporté un lot de ${counted(answers, 'réponse', 'réponses')} et ${counted(pieces, 'pièce', 'pièces')} (empreinte ${manifestSha256.slice(0, 16)}…)`,
    en: `exported a pack of ${counted(answers, 'answer', 'answers')} and ${counted(pieces, 'piece', 'pieces')} (hash ${manifestSha256.slice(0, 16)}…)`,
  }),
  'answer-pack-imported': ({ owner, answers, pieces, signerFingerprint }) => ({
    fr: `a importé ${counted(answers, 'réponse', 'réponses')} et ${counted(pieces, 'pièce', 'pièces')} d’un lot au nom de ${owner}, signé par la clé ${signerFingerprint.slice(0, 16)}…`,
    en: `imported ${counted(answers, 'answer', 'answers')} and ${counted(pieces, 'piece', 'pieces')} from a pack in the name of ${owner}, signed by the key ${signerFingerprint.slice(0, 16)}…`,
  }),
  'answer-pack-refused': ({ name, reason }) => ({
    fr: `s’est vu refuser le lot de réponses ${name} (${fileRefusal(reason, undefined, 'fr')})`,
    en: `was refused the pack of answers ${name} (${fileRefusal(reason, undefined, 'en')})`,
  }),
  'signer-trusted': ({ name, fingerprint }) => ({
    fr: `a reconnu la clé ${fingerprint.slice(0, 16)}… comme celle de ${name}`,
    en: `recognised the key ${fingerprint.slice(0, 16)}… as that of ${name}`,
  }),
  'signer-distrusted': ({ name, fingerprint }) => ({
    fr: `ne reconnaît plus la clé ${fingerprint.slice(0, 16)}… de ${name}`,
    en: `no longer recognises the key ${fingerprint.slice(0, 16)}… of ${name}`,
  }),
};
