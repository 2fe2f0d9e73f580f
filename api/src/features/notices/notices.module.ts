import { Module } from '@nestjs/common';
import { ClarificationsModule } from '../clarifications/clarifications.public.js';
import { LibraryModule } from '../library/library.public.js';
import { Endings } from './endings.service.js';
import { LetterPrinter } from './letter-printer.js';
import { NoticeGradings } from './notice-gradings.service.js';
import { NoticeLetters } from './notice-letters.service.js';
import { NoticePieces } from './notice-pieces.service.js';
import { NoticePiecesController } from './notice-pieces.controller.js';
import { NoticesController } from './notices.controller.js';
import { Notices } from './notices.service.js';
import { NoticeSteps } from './notice-steps.service.js';
import { ReceivedNotices } from './received-notices.service.js';
import { ReceivedNoticesController } from './received-notices.controller.js';

@Module({
  imports: [ClarificationsModule, LibraryModule],
  controllers: [NoticesController, NoticePiecesController, ReceivedNoticesController],
  providers: [
    Endings,
    LetterPrinter,
    NoticeGradings,
    NoticeLetters,
    NoticePieces,
    Notices,
    NoticeSteps,
    ReceivedNotices,
  ],
})
export class NoticesModule {}
