export { CentsRangeResponse } from './exposure.dto.js';
export { ExposureSums } from './exposure-sums.service.js';
export { ExposureRanges } from './exposure-ranges.service.js';
export { ExposureNoticeEntity, ExposureStatementEntity } from './exposure.entity.js';
export { ExposureModule } from './exposure.module.js';
