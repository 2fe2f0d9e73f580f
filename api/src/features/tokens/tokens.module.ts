import { Module } from '@nestjs/common';
import { TokensController } from './tokens.controller.js';
import { Tokens } from './tokens.service.js';

@Module({ controllers: [TokensController], providers: [Tokens] })
export class TokensModule {}
