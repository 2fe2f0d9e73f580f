export { ExportRegistry, type ExportableList, type ExportOptions } from './export-registry.js';
export { ExportsModule } from './exports.module.js';
