import { Module } from '@nestjs/common';
import { ExportsModule } from '../exports/exports.public.js';
import { ImportsModule } from '../imports/imports.public.js';
import { LibraryModule } from '../library/library.public.js';
import { CertificateList } from './certificate-list.js';
import { CertificatesController } from './certificates.controller.js';
import { Certificates } from './certificates.service.js';
import { CertificationImports } from './certification-imports.service.js';
import { CertificationsController } from './certifications.controller.js';
import { Chains } from './chains.service.js';
import { EndedCertificates } from './ended-certificates.service.js';
import { LossProcedures } from './loss-procedures.service.js';

@Module({
  imports: [ExportsModule, ImportsModule, LibraryModule],
  controllers: [CertificationsController, CertificatesController],
  providers: [Chains, Certificates, CertificateList, CertificationImports, LossProcedures, EndedCertificates],
  exports: [Chains, EndedCertificates],
})
export class CertificationsModule {}
