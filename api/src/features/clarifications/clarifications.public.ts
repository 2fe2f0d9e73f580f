export { ThreadResponse } from './clarifications.dto.js';
export { ClarificationEntity } from './clarifications.entity.js';
export { ClarificationsModule } from './clarifications.module.js';
export { Clarifications } from './clarifications.service.js';
export { Correspondents } from './correspondents.service.js';
export { readThreads } from './threads.js';
