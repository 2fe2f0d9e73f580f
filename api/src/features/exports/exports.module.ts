import { Module } from '@nestjs/common';
import { ExportRegistry } from './export-registry.js';
import { ExportsController } from './exports.controller.js';
import { Exports } from './exports.service.js';

@Module({
  controllers: [ExportsController],
  providers: [ExportRegistry, Exports],
  exports: [ExportRegistry],
})
export class ExportsModule {}
