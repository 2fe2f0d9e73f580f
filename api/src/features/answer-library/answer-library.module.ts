import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.public.js';
import { PackExport } from './export-pack.service.js';
import { PackImport } from './import-pack.service.js';
import { AnswerLibraryController } from './library.controller.js';
import { AnswerLibrary } from './library.service.js';
import { PackOpener } from './open-pack.js';
import { AnswerPacksController } from './packs.controller.js';
import { SuggestionsController } from './suggestions.controller.js';
import { Suggestions } from './suggestions.service.js';
import { TrustedSigners } from './trusted-signers.service.js';

@Module({
  imports: [EvidenceModule],
  controllers: [SuggestionsController, AnswerLibraryController, AnswerPacksController],
  providers: [AnswerLibrary, Suggestions, PackExport, PackImport, PackOpener, TrustedSigners],
})
export class AnswerLibraryModule {}
