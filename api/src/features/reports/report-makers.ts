import { Injectable } from '@nestjs/common';
import type { ReportKind } from '@probant/shared/reports/report';
import { BoardReports } from './board/board-reports.js';
import { SupplierFiles } from './supplier-file/supplier-files.js';
import { PortfolioLists } from './tables/portfolio-lists.js';
import { Registers } from './tables/registers.js';
import type { ReportMaker } from './report-making.js';

@Injectable()
export class ReportMakers {
  private readonly makers: Readonly<Record<ReportKind, ReportMaker>>;

  constructor(board: BoardReports, files: SupplierFiles, registers: Registers, lists: PortfolioLists) {
    this.makers = { board, 'supplier-file': files, register: registers, portfolio: lists };
  }

  of({ kind }: { readonly kind: ReportKind }): ReportMaker {
    return this.makers[kind];
  }
}
