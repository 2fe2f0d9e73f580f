/** Words as they may stand in a file's name on any system: `ponant-assurances-2026`; `probant` where none are left. */
export function fileSlug(words: string): string {
  const plain = words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const slug = plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '');
  return slug || 'probant';
}
