import type { DeliveryEvent } from './delivery-events.js';
import type { Predicates } from './events.js';
import { fileRefusal, mailNames } from './wording.js';

export const deliveryPredicates: Predicates<DeliveryEvent['kind']> = {
  'evidence-stored': ({ name, partiallyScanned }) => ({
    fr: `a déposé la pièce ${name}${partiallyScanned ? ' (analyse partielle)' : ''}`,
    en: `stored the piece ${name}${partiallyScanned ? ' (partially scanned)' : ''}`,
  }),
  'evidence-refused': ({ name, reason, signature }) => ({
    fr: `s’est vu refuser le fichier ${name} (${fileRefusal(reason, signature, 'fr')})`,
    en: `was refused the file ${name} (${fileRefusal(reason, signature, 'en')})`,
  }),
  'evidence-superseded': ({ name, byName }) => ({
    fr: `a remplacé la pièce ${name} par ${byName}`,
    en: `superseded the piece ${name} with ${byName}`,
  }),
  'evidence-changed': ({ name }) => ({
    fr: `a précisé la nature ou les dates de la pièce ${name}`,
    en: `specified the nature or dates of the piece ${name}`,
  }),
  'mail-sent': ({ to, template }) => ({
    fr: `a transmis à ${to} le courriel «\u00a0${mailNames[template].fr}\u00a0»`,
    en: `delivered the e-mail “${mailNames[template].en}” to ${to}`,
  }),
  'mail-failed': ({ to, template, attempts }) => ({
    fr: `n’a pas pu transmettre à ${to} le courriel «\u00a0${mailNames[template].fr}\u00a0» (tentatives\u00a0: ${attempts})`,
    en: `could not deliver the e-mail “${mailNames[template].en}” to ${to} (attempts: ${attempts})`,
  }),
};
