import type { Knockout, Localised } from './document.js';

/** A few words for a knock-out: its name, its whole text where the document gives it none, its id where it is not in it. */
export function knockoutName(
  knockouts: readonly Pick<Knockout, 'id' | 'name' | 'text'>[],
  id: string,
): Localised {
  const knockout = knockouts.find((one) => one.id === id);
  return knockout?.name ?? knockout?.text ?? { fr: id, en: id };
}
