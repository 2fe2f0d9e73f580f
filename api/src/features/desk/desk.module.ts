import { Module } from '@nestjs/common';
import { DeskController } from './desk.controller.js';
import { Desk } from './desk.service.js';

@Module({ controllers: [DeskController], providers: [Desk] })
export class DeskModule {}
