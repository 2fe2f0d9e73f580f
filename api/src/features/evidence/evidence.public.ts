export { EvidenceModule } from './evidence.module.js';
export { Evidence } from './evidence.service.js';
export { lockSheet, moveSheet } from './sheet-writing.js';
