import type { Instant } from '../calendar.js';

/** What an entry of a pack is beside one's own library. */
export const packStandings = ['new', 'same', 'newer', 'older'] as const;
export type PackStanding = (typeof packStandings)[number];

/** One's own latest answer to the very same question. */
export interface OwnEntry {
  readonly contentSha256: string;
  readonly givenAt: Instant;
}

/** The same words again are the same answer, whenever they were given. */
export function comparePackEntry(
  entry: OwnEntry,
  known: { readonly hasContent: boolean; readonly latest: OwnEntry | undefined },
): PackStanding {
  if (known.hasContent) return 'same';
  if (known.latest === undefined) return 'new';
  return entry.givenAt > known.latest.givenAt ? 'newer' : 'older';
}

/** What is taken in unless the person chooses otherwise. */
export function isTakenByDefault(standing: PackStanding): boolean {
  return standing === 'new' || standing === 'newer';
}
