export {
  ContractEndingEntity,
  NoticeEntity,
  NoticeLetterEntity,
  NoticeStepEntity,
} from './notices.entity.js';
export { NoticeGradingEntity, NoticePieceEntity, NoticeReplyEntity } from './notice-pieces.entity.js';
export { NoticesModule } from './notices.module.js';
export { listNoticeClocks } from './read-notice.js';
