import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { SupplierId } from '@probant/shared/ids';
import { Allow, OpenToTokens, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { SupplierList } from './supplier-list.service.js';
import {
  ChangeSupplierRequest,
  SupplierRequest,
  SupplierResponse,
  SuppliersQuery,
  SuppliersResponse,
} from './suppliers.dto.js';
import { Suppliers } from './suppliers.service.js';
import { supplierExamples } from './suppliers.examples.js';

@ApiTags('suppliers')
@Controller('suppliers')
export class SuppliersController {
  constructor(
    private readonly suppliers: Suppliers,
    private readonly list: SupplierList,
  ) {}

  @Get()
  @Allow('suppliers:read')
  @OpenToTokens('List the suppliers', supplierExamples.list)
  @ApiOkResponse({ type: SuppliersResponse })
  read(@Scope() scope: ScopeType, @Query() query: SuppliersQuery): Promise<SuppliersResponse> {
    return this.list.read(scope, query);
  }

  @Post()
  @Allow('suppliers:manage')
  @OpenToTokens('Create a supplier', supplierExamples.create)
  @ApiCreatedResponse({ type: SupplierResponse })
  create(@Scope() scope: ScopeType, @Body() body: SupplierRequest): Promise<SupplierResponse> {
    return this.suppliers.create(scope, body);
  }

  @Get(':supplierId')
  @Allow('suppliers:read')
  @OpenToTokens('Read a supplier', supplierExamples.read)
  @ApiOkResponse({ type: SupplierResponse })
  get(@Scope() scope: ScopeType, @PathParam('supplierId') id: SupplierId): Promise<SupplierResponse> {
    return this.suppliers.get(scope, id);
  }

  @Put(':supplierId')
  @Allow('suppliers:manage')
  @OpenToTokens('Change a supplier', supplierExamples.change)
  @ApiOkResponse({ type: SupplierResponse })
  change(
    @Scope() scope: ScopeType,
    @PathParam('supplierId') id: SupplierId,
    @Body() body: ChangeSupplierRequest,
  ): Promise<SupplierResponse> {
    return this.suppliers.change(scope, id, body);
  }

  @Post(':supplierId/archive')
  @Allow('suppliers:manage')
  @OpenToTokens('Archive a supplier', supplierExamples.archive)
  @HttpCode(200)
  @ApiOkResponse({ type: SupplierResponse })
  archive(@Scope() scope: ScopeType, @PathParam('supplierId') id: SupplierId): Promise<SupplierResponse> {
    return this.suppliers.archive(scope, id);
  }

  @Post(':supplierId/restore')
  @Allow('suppliers:manage')
  @OpenToTokens('Restore an archived supplier', supplierExamples.restore)
  @HttpCode(200)
  @ApiOkResponse({ type: SupplierResponse })
  restore(@Scope() scope: ScopeType, @PathParam('supplierId') id: SupplierId): Promise<SupplierResponse> {
    return this.suppliers.restore(scope, id);
  }
}
