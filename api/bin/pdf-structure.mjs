// Tags for screen readers. pdfmake marks a PDF as tagged but writes no tags; this writes them while it draws.
import DocMeasureModule from 'pdfmake/js/DocMeasure.js';
import RendererModule from 'pdfmake/js/Renderer.js';

const DocMeasure = DocMeasureModule.default;
const Renderer = RendererModule.default;

/** A text node says where it stands, `structure: [{ type: 'Table', id: 3 }, …, { type: 'P', id: 9 }]`; its pieces carry that along. */
const placeOf = new WeakMap();

/**
 * Every line that has a place becomes content of that element, made on first sight under those above it. What has none
 * (rules, bullets, page headers) and what is drawn again (the header of a table on its next page) is decoration.
 */
export function installStructure() {
  const { measureLeaf } = DocMeasure.prototype;
  DocMeasure.prototype.measureLeaf = function (node) {
    const measured = measureLeaf.call(this, node);
    if (node.structure) for (const piece of measured._inlines) placeOf.set(piece, node.structure);
    return measured;
  };

  const { renderPages, renderLine, renderVector, renderImage, renderSVG } = Renderer.prototype;
  Renderer.prototype.renderPages = function (pages) {
    this.elements = new Map();
    this.drawn = new WeakSet();
    this.root = this.pdfDocument.struct('Document');
    this.pdfDocument.addStructure(this.root);
    return renderPages.call(this, pages);
  };
  Renderer.prototype.renderLine = function (line, x, y) {
    const [first] = line.inlines;
    const place = first && !this.drawn.has(first) ? placeOf.get(first) : undefined;
    if (place === undefined) return asArtifact(this.pdfDocument, () => renderLine.call(this, line, x, y));
    this.drawn.add(first);
    const element = elementAt(this, place);
    element.add(this.pdfDocument.markStructureContent(place.at(-1).type));
    renderLine.call(this, line, x, y);
    this.pdfDocument.endMarkedContent();
  };
  Renderer.prototype.renderVector = function (vector) {
    asArtifact(this.pdfDocument, () => renderVector.call(this, vector));
  };
  Renderer.prototype.renderSVG = function (drawing) {
    const { structure, alt } = drawing;
    if (!structure) return asArtifact(this.pdfDocument, () => renderSVG.call(this, drawing));
    const element = elementAt(this, structure, { alt, bbox: boxOf(this.pdfDocument, drawing) });
    element.add(this.pdfDocument.markStructureContent(structure.at(-1).type));
    renderSVG.call(this, drawing);
    this.pdfDocument.endMarkedContent();
  };
  Renderer.prototype.renderImage = function (image) {
    asArtifact(this.pdfDocument, () => renderImage.call(this, image));
  };
}

function asArtifact(pdfDocument, draw) {
  pdfDocument.markContent('Artifact');
  draw();
  pdfDocument.endMarkedContent();
}

/** Where a drawing stands, counted from the foot of the page as PDF does. */
function boxOf({ page }, { x, y, _width, _height }) {
  return [x, page.height - y - _height, x + _width, page.height - y];
}

function elementAt(renderer, place, told = {}) {
  let element = renderer.root;
  for (const { type, id } of place) {
    let child = renderer.elements.get(id);
    if (child === undefined) {
      const options = type === 'TH' ? { scope: 'Column' } : type === 'Figure' ? told : {};
      child = renderer.pdfDocument.struct(type, options);
      element.add(child);
      renderer.elements.set(id, child);
    }
    element = child;
  }
  return element;
}
