export {
  ContractEndingEntity,
  NoticeEntity,
  NoticeLetterEntity,
  NoticeStepEntity,
} from './notices.entity.js';
export { NoticeGradingEntity, NoticePieceEntity, NoticeReplyEntity } from './notice-pieces.entity.js';
export { NoticesModule } from './notices.module.js';
export { listRunningNotices, type RunningNotice } from './read-notice.js';
