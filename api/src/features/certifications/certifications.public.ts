export {
  CertificateEntity,
  CertificationChainEntity,
  LossProcedureEntity,
  LossProcedureStepEntity,
  SubcontractorEntity,
} from './certifications.entity.js';
export { CertificationsModule } from './certifications.module.js';
export { Chains } from './chains.service.js';
export { readGraph, type KeptGraph } from './read-graph.js';
export { EndedCertificates } from './ended-certificates.service.js';
