export { readFindings } from './finding-list.service.js';
export { FindingResponse } from './findings.dto.js';
export { FindingEntity } from './findings.entity.js';
export { FindingsModule } from './findings.module.js';
export { Findings } from './findings.service.js';
