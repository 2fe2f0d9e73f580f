import { Module } from '@nestjs/common';
import { ProofGatherer } from './gather-proof.js';
import { ProofController } from './proof.controller.js';
import { ProofJob } from './proof-job.js';
import { ProofFiles } from './proof.service.js';
import { Roots } from './roots.service.js';
import { ProofSealer } from './seal-proof.js';

@Module({
  controllers: [ProofController],
  providers: [ProofFiles, ProofJob, ProofGatherer, ProofSealer, Roots],
})
export class ProofModule {}
