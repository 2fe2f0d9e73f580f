export { AuditModule } from './audit.module.js';
export { actorKindOf } from './event-list.service.js';
