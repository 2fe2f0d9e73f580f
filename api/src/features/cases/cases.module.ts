import { Module } from '@nestjs/common';
import { LibraryModule } from '../library/library.public.js';
import { CasesController } from './cases.controller.js';
import { Cases } from './cases.service.js';

@Module({ imports: [LibraryModule], controllers: [CasesController], providers: [Cases] })
export class CasesModule {}
