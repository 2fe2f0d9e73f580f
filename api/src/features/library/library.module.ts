import { Module } from '@nestjs/common';
import { LessonsController } from './lessons.controller.js';
import { Library } from './library.service.js';

@Module({ controllers: [LessonsController], providers: [Library], exports: [Library] })
export class LibraryModule {}
