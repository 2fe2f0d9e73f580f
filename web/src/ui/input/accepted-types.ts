import { findAnnouncedKind, media } from '@probant/shared/evidence/media';

/**
 * Media types and extensions as the drop zone wants them, every extension under its media type; one that is no media of ours
 * gets a type that no file has, so that its name alone decides.
 */
export function toAcceptedTypes(accept: readonly string[]): Record<string, string[]> {
  const types: Record<string, string[]> = {};
  for (const item of accept) {
    const extension = item.startsWith('.') ? item.slice(1) : undefined;
    const type = extension === undefined ? item : typeOf(extension);
    types[type] = [...(types[type] ?? []), ...(extension === undefined ? [] : [item])];
  }
  return types;
}

function typeOf(extension: string): string {
  const kind = findAnnouncedKind(`file.${extension}`);
  return kind === undefined ? `application/x-probant-${extension}` : media[kind].mime;
}
