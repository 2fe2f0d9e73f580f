import type { Localised } from '../questionnaires/document.js';
import { comparable } from '../suppliers/import-columns.js';

/**
 * The six activities of article R.1111-9 CSP, by the keys of the question bank. They are told apart by their names: a published
 * list numbers the platform before the virtual infrastructure.
 */
export const hdsActivities = [
  '1_sites',
  '2_materiel',
  '3_virtuel',
  '4_plateforme',
  '5_exploitation',
  '6_sauvegarde',
] as const;
export type HdsActivity = (typeof hdsActivities)[number];

export const activityNames: Readonly<Record<HdsActivity, Localised>> = {
  '1_sites': { fr: 'Sites physiques', en: 'Physical sites' },
  '2_materiel': { fr: 'Infrastructure matérielle', en: 'Hardware infrastructure' },
  '3_virtuel': { fr: 'Infrastructure virtuelle', en: 'Virtual infrastructure' },
  '4_plateforme': { fr: 'Plateforme applicative', en: 'Application platform' },
  '5_exploitation': { fr: 'Administration et exploitation', en: 'Administration and operation' },
  '6_sauvegarde': { fr: 'Sauvegarde', en: 'Backup' },
};

/** What a cell may hold in the place of a name: a telling word of it. */
const words: readonly (readonly [HdsActivity, RegExp])[] = [
  ['1_sites', /\bsites?\b|physique|physical site/],
  ['3_virtuel', /virtu/],
  ['4_plateforme', /plate ?forme|platform/],
  ['5_exploitation', /administration|exploitation|infogerance|operation/],
  ['6_sauvegarde', /sauvegarde|backup/],
  ['2_materiel', /materiel|hardware/],
];

export function isHdsActivity(text: string): text is HdsActivity {
  return hdsActivities.some((known) => known === text);
}

export function numberOf(activity: HdsActivity): number {
  return hdsActivities.indexOf(activity) + 1;
}

/** "1, 2", "3 à 5", "Sauvegarde ; plateforme", "toutes"; nothing when part of the cell says none of the six. */
export function readActivities(cell: string): HdsActivity[] | undefined {
  const found = new Set<HdsActivity>();
  for (const item of cell.split(/[,;/+|\n&]/)) {
    const read = readItem(item);
    if (read === undefined) return undefined;
    for (const activity of read) found.add(activity);
  }
  return found.size === 0 ? undefined : hdsActivities.filter((activity) => found.has(activity));
}

function readItem(item: string): readonly HdsActivity[] | undefined {
  const text = comparable(item);
  if (text === '') return [];
  if (isHdsActivity(item.trim())) return hdsActivities.filter((activity) => activity === item.trim());
  // A name weighs more than the number before it.
  const named = words.filter(([, word]) => word.test(text)).map(([activity]) => activity);
  if (named.length > 0) return named;
  if (/^(toutes?|tous|all|les six|les 6|1 6)$/.test(text) || /^toutes les (six |6 )?activites/.test(text)) {
    return hdsActivities;
  }
  const range = /(\d)\s*(?:à|a|au|to|-|–|—|\.\.)\s*(\d)/i.exec(item);
  if (range) return between(Number(range[1]), Number(range[2]));
  const numbers = text.replaceAll(/\b(activites?|activity|activities|hds|n|no|numero|et|and)\b/g, ' ');
  const given = numbers.trim().split(/\s+/).map(Number);
  const activities = given.map((number) => hdsActivities[number - 1]);
  return activities.some((activity) => activity === undefined)
    ? undefined
    : activities.filter((activity) => activity !== undefined);
}

function between(from: number, to: number): readonly HdsActivity[] | undefined {
  if (from < 1 || to > hdsActivities.length || from > to) return undefined;
  return hdsActivities.slice(from - 1, to);
}

/** "3 à 5", "1 et 2", "1, 3 et 6": how a scope is said in one line. */
export function scopeInWords(activities: readonly HdsActivity[], language: 'fr' | 'en'): string {
  const numbers = activities.map(numberOf).toSorted((one, other) => one - other);
  const [first = 0, last = 0] = [numbers[0], numbers.at(-1)];
  if (numbers.length > 2 && last - first === numbers.length - 1) {
    return `${first} ${language === 'fr' ? 'à' : 'to'} ${last}`;
  }
  const and = language === 'fr' ? ' et ' : ' and ';
  return numbers.length < 2 ? numbers.join('') : `${numbers.slice(0, -1).join(', ')}${and}${last}`;
}
