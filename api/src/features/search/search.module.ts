import { Module } from '@nestjs/common';
import { ExportsModule } from '../exports/exports.public.js';
import { SearchController } from './search.controller.js';
import { SearchExports } from './search-exports.js';
import { Search } from './search.service.js';

@Module({ imports: [ExportsModule], controllers: [SearchController], providers: [Search, SearchExports] })
export class SearchModule {}
