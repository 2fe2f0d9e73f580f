import type { ReactNode } from 'react';

/** `Léa Marchetti` → `LM`. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.at(0) ?? '';
  const last = words.length > 1 ? (words.at(-1)?.at(0) ?? '') : '';
  return (first + last).toUpperCase();
}

/** Who did it, in two letters; the name on hover and for screen readers. */
export function Avatar({ name, size = 28 }: { readonly name: string; readonly size?: 20 | 28 }): ReactNode {
  return (
    <span
      className={size === 20 ? 'pb-avatar pb-avatar-20' : 'pb-avatar'}
      role="img"
      aria-label={name}
      title={name}
    >
      {initials(name)}
    </span>
  );
}
