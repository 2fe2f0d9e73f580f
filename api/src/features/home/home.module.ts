import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.public.js';
import { HomeController } from './home.controller.js';
import { Home } from './home.service.js';

@Module({ imports: [CalendarModule], controllers: [HomeController], providers: [Home] })
export class HomeModule {}
