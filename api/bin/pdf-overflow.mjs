// What is to stay on one page and is longer than a page: pdfmake leaves the rest of it out and says nothing.
import PageElementWriterModule from 'pdfmake/js/PageElementWriter.js';

const PageElementWriter = PageElementWriterModule.default;

class Overflow extends Error {}

/** Makes an error of it. */
export function installOverflow() {
  const { addFragment, commitUnbreakableBlock } = PageElementWriter.prototype;
  PageElementWriter.prototype.addFragment = function (...block) {
    const added = addFragment.apply(this, block);
    if (!added) throw new Overflow();
    return added;
  };
  PageElementWriter.prototype.commitUnbreakableBlock = function (...forced) {
    if (this.transactionLevel === 1 && this.context().pages.length > 1) throw new Overflow();
    return commitUnbreakableBlock.apply(this, forced);
  };
}

/** Sections may be cut first, then rows: what is printed in a less handsome way is all there. */
const ways = [
  {},
  { unbreakable: false },
  { unbreakable: false, dontBreakRows: false, keepWithHeaderRows: 0 },
];

/** Prints a copy of the content in the first way in which all of it finds room. */
export async function printWhole(content, print) {
  for (const [index, way] of ways.entries()) {
    try {
      return await print(loosened(content, way));
    } catch (error) {
      if (!(error instanceof Overflow) || index === ways.length - 1) throw error;
    }
  }
}

function loosened(node, way) {
  if (Array.isArray(node)) return node.map((child) => loosened(child, way));
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => [name, name in way ? way[name] : loosened(value, way)]),
  );
}
