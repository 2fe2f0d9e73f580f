import { Module } from '@nestjs/common';
import { ClarificationsModule } from '../clarifications/clarifications.public.js';
import { ExportsModule } from '../exports/exports.public.js';
import { LibraryModule } from '../library/library.public.js';
import { CalendarController } from './calendar.controller.js';
import { CalendarExports } from './calendar-exports.js';
import { CalendarFeeds } from './calendar-feeds.service.js';
import { Calendar } from './calendar.service.js';
import { ExpiryAnnouncements } from './expiry-announcements.service.js';
import { CalendarFeedsController } from './feeds.controller.js';
import { ObligationJobs } from './obligation-jobs.js';
import { ObligationLedger } from './obligation-ledger.service.js';
import { ObligationsController } from './obligations.controller.js';
import { Obligations } from './obligations.service.js';
import { RegulationAdmissions } from './regulation-admissions.service.js';
import { RegulationQuestions } from './regulation-questions.service.js';
import { Reminders } from './reminders.service.js';

@Module({
  imports: [ClarificationsModule, ExportsModule, LibraryModule],
  controllers: [CalendarController, ObligationsController, CalendarFeedsController],
  providers: [
    Calendar,
    CalendarExports,
    CalendarFeeds,
    ExpiryAnnouncements,
    ObligationJobs,
    ObligationLedger,
    Obligations,
    RegulationAdmissions,
    RegulationQuestions,
    Reminders,
  ],
  exports: [Calendar, ObligationJobs],
})
export class CalendarModule {}
