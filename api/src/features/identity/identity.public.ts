export { Accounts } from './accounts.service.js';
export { listBuyers, type Buyer } from './buyers.js';
export { SessionResponse } from './identity.dto.js';
export { findCorrespondent } from './correspondents.js';
export { IdentityModule } from './identity.module.js';
export { OneTime } from './one-time.service.js';
export { Sessions } from './sessions.service.js';
