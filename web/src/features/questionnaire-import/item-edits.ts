import type { ImportItem, ItemEdit } from './use-imports.js';

export type EditsByPlace = ReadonlyMap<string, ItemEdit>;

export const shows = ['all', 'understood', 'guessed', 'left', 'warnings'] as const;
export type Show = (typeof shows)[number];

export function editsBy(items: readonly ItemEdit[]): EditsByPlace {
  return new Map(items.map((item) => [item.where, item]));
}

/** The edits with one more; one that changes nothing is none. */
export function withEdit(items: readonly ItemEdit[], edit: ItemEdit): ItemEdit[] {
  const others = items.filter(({ where }) => where !== edit.where);
  const { where, leftOut, type, section, key } = edit;
  if (leftOut !== true && type === undefined && section === undefined && key === undefined) return others;
  return [
    ...others,
    {
      where,
      ...(leftOut === true ? { leftOut } : {}),
      ...(type === undefined ? {} : { type }),
      ...(section === undefined ? {} : { section }),
      ...(key === undefined ? {} : { key }),
    },
  ];
}

/** Many items left out or taken back, with what else was changed of them. */
export function leaveAll(
  edits: readonly ItemEdit[],
  items: readonly Pick<ItemEdit, 'where'>[],
  leftOut: boolean,
): ItemEdit[] {
  const places = new Set(items.map(({ where }) => where));
  const before = editsBy(edits);
  return [
    ...edits.filter(({ where }) => !places.has(where)),
    ...[...places].flatMap((where) => withEdit([], { ...before.get(where), where, leftOut })),
  ];
}

/** Guesses that no choice of a person has settled. */
export function guessesLeft({ guessed }: ImportItem, edit: ItemEdit | undefined): ImportItem['guessed'] {
  return guessed.filter(
    (guess) =>
      !(guess === 'type' && edit?.type !== undefined) &&
      !(guess === 'section' && edit?.section !== undefined),
  );
}

export function sortItems(
  items: readonly ImportItem[],
  edits: EditsByPlace,
): Readonly<Record<Exclude<Show, 'warnings'>, readonly ImportItem[]>> {
  const left = items.filter(({ where }) => edits.get(where)?.leftOut === true);
  const kept = items.filter(({ where }) => edits.get(where)?.leftOut !== true);
  const isGuessed = (item: ImportItem): boolean => guessesLeft(item, edits.get(item.where)).length > 0;
  return {
    all: items,
    understood: kept.filter((item) => !isGuessed(item)),
    guessed: kept.filter(isGuessed),
    left,
  };
}

/** The keys that would be saved. */
export function keptKeys(items: readonly ImportItem[], edits: EditsByPlace): readonly string[] {
  return items.flatMap(({ where, key }) => {
    const edit = edits.get(where);
    return edit?.leftOut === true ? [] : [edit?.key ?? key];
  });
}

/** The text in one's own language, else in the other. */
export function either(text: { readonly fr?: string; readonly en?: string }, language: 'fr' | 'en'): string {
  return text[language] ?? text.fr ?? text.en ?? '';
}
