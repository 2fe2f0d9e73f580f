import { Module } from '@nestjs/common';
import { ClarificationsModule } from '../clarifications/clarifications.public.js';
import { ReviewsModule } from '../reviews/reviews.public.js';
import { GivenWarningsController } from './given-warnings.controller.js';
import { ReceivedWarningsController } from './received-warnings.controller.js';
import { WarningFiles } from './warning-files.service.js';
import { WarningLetters } from './warning-letters.service.js';
import { WarningList } from './warning-list.service.js';
import { WarningProofs } from './warning-proofs.service.js';
import { WarningRegister } from './warning-register.service.js';
import { WarningSilences } from './warning-silences.service.js';
import { WarningsController } from './warnings.controller.js';
import { Warnings } from './warnings.service.js';

@Module({
  imports: [ClarificationsModule, ReviewsModule],
  controllers: [WarningsController, ReceivedWarningsController, GivenWarningsController],
  providers: [
    WarningFiles,
    WarningLetters,
    WarningList,
    WarningProofs,
    WarningRegister,
    WarningSilences,
    Warnings,
  ],
  exports: [WarningSilences],
})
export class WarningsModule {}
