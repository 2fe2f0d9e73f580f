import { Module } from '@nestjs/common';
import { FourEyesController } from './four-eyes.controller.js';
import { FourEyes } from './four-eyes.service.js';

@Module({ controllers: [FourEyesController], providers: [FourEyes], exports: [FourEyes] })
export class FourEyesModule {}
