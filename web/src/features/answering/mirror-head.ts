/** Keeps the style sheets and the look of a page inside the page as they are around it, those that are loaded later included. */
export function mirrorHead(outside: Document, inside: Document): () => void {
  const mirrored = new Map<Element, Node>();
  const mirror = (): void => {
    for (const sheet of outside.head.querySelectorAll('link[rel="stylesheet"], style')) {
      if (mirrored.has(sheet)) continue;
      mirrored.set(sheet, inside.head.appendChild(inside.importNode(sheet, true)));
    }
  };
  const dress = (): void => {
    for (const { name, value } of outside.documentElement.attributes) {
      if (name.startsWith('data-')) inside.documentElement.setAttribute(name, value);
    }
  };
  mirror();
  dress();
  const sheets = new MutationObserver(mirror);
  sheets.observe(outside.head, { childList: true });
  const looks = new MutationObserver(dress);
  looks.observe(outside.documentElement, { attributes: true });
  return () => {
    sheets.disconnect();
    looks.disconnect();
  };
}
