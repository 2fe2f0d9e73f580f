export { ExportRegistry, type ExportableList, type ExportOptions } from './export-registry.js';
export { ExportFormatQuery } from './exports.dto.js';
export { ExportsModule } from './exports.module.js';
export { toColumns, type Heading } from './headings.js';
