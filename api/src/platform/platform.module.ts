import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { DataSource } from 'typeorm';
import type { Logger } from 'pino';
import { AccessGuard } from './access/access.guard.js';
import { IdempotentWrites } from './access/idempotent-writes.js';
import { SessionCookie } from './access/session-cookie.js';
import { TokenAccess } from './access/token-access.js';
import { Clock } from './clock/clock.js';
import { CONFIG, type ServeConfig } from './config/config-token.js';
import { ExpiredRows } from './database/expired-rows.js';
import { Work } from './database/work.js';
import { Files } from './files/files.js';
import { HealthController } from './http/health.controller.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RateLimit } from './http/rate-limit.js';
import { Uploads } from './http/uploads.js';
import { Jobs } from './jobs/jobs.js';
import { LOG } from './log/log.js';
import { Mail } from './mail/mail.js';
import { Outbox } from './mail/outbox.js';
import { createPdfRenderer } from './pdf/render-pdf.js';
import { PDF } from './pdf/pdf-token.js';
import { SigningKey } from './signing/signing-key.js';

export interface Platform {
  readonly config: ServeConfig;
  readonly source: DataSource;
  readonly log: Logger;
  readonly clock: Clock;
}

/** What every feature may use: the scope's database, mail, files, time, configuration. Knows no feature. */
@Global()
@Module({})
export class PlatformModule {
  static of({ config, source, log, clock }: Platform): DynamicModule {
    const secure = config.publicUrl.startsWith('https:');
    return {
      module: PlatformModule,
      controllers: [HealthController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOG, useValue: log },
        { provide: DataSource, useValue: source },
        { provide: Clock, useValue: clock },
        { provide: SessionCookie, useValue: new SessionCookie(secure) },
        { provide: Files, useFactory: () => Files.open(config, clock.now().getTime()) },
        { provide: SigningKey, useFactory: () => SigningKey.open(config.signingKeyFile) },
        { provide: PDF, useFactory: () => createPdfRenderer() },
        { provide: Outbox, useFactory: (work: Work) => new Outbox(work, config.mail, log), inject: [Work] },
        { provide: Jobs, useFactory: (work: Work) => new Jobs(source, work, log), inject: [Work] },
        { provide: ExpiredRows, useFactory: (work: Work) => new ExpiredRows(work, log), inject: [Work] },
        { provide: APP_FILTER, useValue: new ProblemFilter(log) },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: IdempotentWrites },
        TokenAccess,
        Work,
        Mail,
        RateLimit,
        Uploads,
      ],
      exports: [
        CONFIG,
        LOG,
        DataSource,
        Clock,
        SessionCookie,
        Files,
        PDF,
        Outbox,
        Jobs,
        SigningKey,
        Work,
        Mail,
        RateLimit,
        Uploads,
      ],
    };
  }
}
