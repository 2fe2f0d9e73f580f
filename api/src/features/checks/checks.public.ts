export { CheckEntity, CheckProofEntity, CheckReplyEntity, ZoneTokenEntity } from './checks.entity.js';
export { ChecksModule } from './checks.module.js';
