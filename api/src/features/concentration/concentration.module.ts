import { Module } from '@nestjs/common';
import { ExportsModule } from '../exports/exports.public.js';
import { ExposureModule } from '../exposure/exposure.public.js';
import { ConcentrationExports } from './concentration-exports.js';
import { ConcentrationGraph } from './concentration-graph.service.js';
import { ConcentrationList } from './concentration-list.service.js';
import { ConcentrationController } from './concentration.controller.js';
import { DependentsReader } from './dependents.service.js';

@Module({
  imports: [ExportsModule, ExposureModule],
  controllers: [ConcentrationController],
  providers: [ConcentrationList, ConcentrationGraph, DependentsReader, ConcentrationExports],
})
export class ConcentrationModule {}
