// What finds no room on the paper, and what pdfmake leaves out without a word.
import DocMeasureModule from 'pdfmake/js/DocMeasure.js';
import PageElementWriterModule from 'pdfmake/js/PageElementWriter.js';

const DocMeasure = DocMeasureModule.default;
const PageElementWriter = PageElementWriterModule.default;

/** In points: a column becomes no wider for a longer word, which is cut. */
const longestWord = 120;

class Overflow extends Error {}

/** Makes an error of what is to stay on one page and is longer than a page. */
export function installOverflow() {
  const { measureLeaf } = DocMeasure.prototype;
  DocMeasure.prototype.measureLeaf = function (node) {
    const measured = measureLeaf.call(this, node);
    measured._minWidth = Math.min(measured._minWidth, longestWord);
    return measured;
  };
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
