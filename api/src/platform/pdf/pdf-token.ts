/** Token under which the `PdfRenderer` is injected. */
export const PDF = Symbol('pdf');
export type { PdfRenderer } from './render-pdf.js';
