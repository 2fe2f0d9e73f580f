import type { ReactNode } from 'react';

const address = /(https?:\/\/[^\s<>"]+)/;

/** Plain text whose web addresses can be followed; the HTML of an e-mail is never put into the page. */
export function LinkedText({ text }: { readonly text: string }): ReactNode {
  return text.split(address).map((part, index) =>
    index % 2 === 1 ? (
      <a key={`${index}${part}`} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
