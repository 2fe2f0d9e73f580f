export { ClauseAssessmentEntity, ContractDocumentEntity, ContractTermsEntity } from './contracts.entity.js';
export { ContractsModule } from './contracts.module.js';
export { getEngagement, lockEngagement, type OwnEngagement } from './own-engagement.js';
export { findContract, listTerms, type ReadClause, type ReadContract } from './read-contract.js';
