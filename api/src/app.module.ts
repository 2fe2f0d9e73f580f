import { Module, type DynamicModule } from '@nestjs/common';
import { AnswersModule } from './features/answers/answers.public.js';
import { IdentityModule } from './features/identity/identity.public.js';
import { PlatformModule, type Platform } from './platform/platform.module.js';

@Module({})
export class AppModule {
  static of(platform: Platform): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.of(platform), IdentityModule, AnswersModule],
    };
  }
}
