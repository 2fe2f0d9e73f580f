/** RFC 9110: the comparison is weak, and `*` is any. */
export function isKnownTag(known: string | undefined, tag: string): boolean {
  if (known === undefined) return false;
  const bare = tag.replace(/^W\//, '');
  return known.split(',').some((one) => ['*', bare].includes(one.trim().replace(/^W\//, '')));
}
