import type { Localised } from '../questionnaires/document.js';

/** Accepted once by each person before any amount shows; other words get the next number, and are accepted anew. */
export const exposureNotice: { readonly number: number; readonly text: readonly Localised[] } = {
  number: 1,
  text: [
    {
      fr: 'Ces montants sont indicatifs et ne sont pas un conseil juridique. Ils ne prédisent pas ce qu’un juge accorderait.',
      en: 'These amounts are indicative and no legal advice. They do not predict what a court would grant.',
    },
    {
      fr: 'Ils partent de pertes que votre organisation estime elle-même, et de deux affaires. Le taux proposé est un rapport entre une somme allouée et une somme demandée\u00a0: ce n’est pas le pourcentage retenu par le juge, que la source ne donne pas.',
      en: 'They start from losses that your organisation estimates itself, and from two cases. The rate offered is an amount awarded over an amount claimed: it is not the percentage that the court held, which the source does not give.',
    },
    {
      fr: 'Aucun ne se lit seul\u00a0: chaque montant est une fourchette, et sa borne basse est réelle. À Douai, elle a été le résultat.',
      en: 'None is read alone: each amount is a range, and its low end is real. In Douai it was the outcome.',
    },
  ],
};
