import { mildestKind, type EquivalenceLink } from './decide-equivalence.js';
import { groupLinked } from './group-linked.js';
import type { judging } from './propose-equivalence.js';

/** The links once a question of the first version stands for these of the second; what is not touched stays as it is. */
export function relink(
  judge: ReturnType<typeof judging>,
  links: readonly EquivalenceLink[],
  from: string,
  to: readonly string[],
): readonly EquivalenceLink[] {
  const ways = [
    ...links.flatMap((link) =>
      link.from
        .flatMap((old) => link.to.map((now) => ({ from: old, to: now })))
        .filter((way) => way.from !== from),
    ),
    ...to.map((now) => ({ from, to: now })),
  ];
  const known = new Map(links.map((link) => [nameOf(link), link]));
  const groups = groupLinked(
    links.flatMap((link) => link.from),
    links.flatMap((link) => link.to),
    ways,
  );
  return groups.map(
    (group) =>
      known.get(nameOf(group)) ?? {
        // Several with several go together in no way: the author sees it, and publishing says so.
        kind: mildestKind(judge, group) ?? 'changed',
        ...group,
      },
  );
}

function nameOf({ from, to }: Pick<EquivalenceLink, 'from' | 'to'>): string {
  return `${from.toSorted().join(' ')}>${to.toSorted().join(' ')}`;
}
