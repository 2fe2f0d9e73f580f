export interface Linked {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Questions that answers lead from one to another, however many there are on either side. */
export function groupLinked(
  then: readonly string[],
  now: readonly string[],
  ways: readonly { readonly from: string; readonly to: string | null }[],
): readonly Linked[] {
  const groups = new Map<string, { from: Set<string>; to: Set<string> }>();
  for (const key of then) groups.set(`<${key}`, { from: new Set([key]), to: new Set() });
  for (const key of now) groups.set(`>${key}`, { from: new Set(), to: new Set([key]) });
  for (const { from, to } of ways) {
    const [one, other] = [groups.get(`<${from}`), groups.get(`>${to ?? ''}`)];
    if (one === undefined || other === undefined || one === other) continue;
    for (const key of other.from) one.from.add(key);
    for (const key of other.to) one.to.add(key);
    for (const key of other.from) groups.set(`<${key}`, one);
    for (const key of other.to) groups.set(`>${key}`, one);
  }
  return [...new Set(groups.values())].map(({ from, to }) => ({
    from: then.filter((key) => from.has(key)),
    to: now.filter((key) => to.has(key)),
  }));
}
