export { endVerification } from './end-verification.js';
export { actText, addAct, authorOf, product, standingOf, type Author } from './finding-acts.js';
export { findingOrders, readFindings } from './finding-list.service.js';
export { FindingResponse, PlanResponse, PlanProposalResponse } from './findings.dto.js';
export { FindingActEntity, FindingEntity } from './findings.entity.js';
export { FindingsModule } from './findings.module.js';
export { Findings } from './findings.service.js';
export { toFinding } from './to-finding.js';
