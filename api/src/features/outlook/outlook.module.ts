import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.public.js';
import { ExposureModule } from '../exposure/exposure.public.js';
import { OutlookController } from './outlook.controller.js';
import { Outlook } from './outlook.service.js';

@Module({
  imports: [CalendarModule, ExposureModule],
  controllers: [OutlookController],
  providers: [Outlook],
})
export class OutlookModule {}
