export { EvidenceModule } from './evidence.module.js';
export { SupersedeRequest as PieceRequest } from './evidence.dto.js';
export { EvidenceEntity } from './evidence.entity.js';
export { Evidence } from './evidence.service.js';
export { getSupplierDocument } from './evidence-links.js';
export { lockSheet, moveSheet } from './sheet-writing.js';
