import { Body, Controller, Delete, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags, ApiNoContentResponse } from '@nestjs/swagger';
import type { ContactId, SupplierId } from '@probant/shared/ids';
import { Allow, OpenToTokens, Scope } from '../../platform/access/decorators.js';
import type { Scope as ScopeType } from '../../platform/access/scope.js';
import { PathParam } from '../../platform/http/path-id.js';
import { Contacts } from './contacts.service.js';
import { ChangeContactRequest, ContactRequest, ContactResponse } from './suppliers.dto.js';
import { supplierExamples } from './suppliers.examples.js';

@ApiTags('suppliers')
@Controller('suppliers/:supplierId/contacts')
export class ContactsController {
  constructor(private readonly contacts: Contacts) {}

  @Post()
  @Allow('suppliers:manage')
  @OpenToTokens('Add a contact to a supplier', supplierExamples.addContact)
  @ApiCreatedResponse({ type: ContactResponse })
  add(
    @Scope() scope: ScopeType,
    @PathParam('supplierId') supplierId: SupplierId,
    @Body() body: ContactRequest,
  ): Promise<ContactResponse> {
    return this.contacts.add(scope, supplierId, body);
  }

  @Put(':contactId')
  @Allow('suppliers:manage')
  @OpenToTokens('Change a contact', supplierExamples.changeContact)
  @ApiOkResponse({ type: ContactResponse })
  change(
    @Scope() scope: ScopeType,
    @PathParam('supplierId') supplierId: SupplierId,
    @PathParam('contactId') contactId: ContactId,
    @Body() body: ChangeContactRequest,
  ): Promise<ContactResponse> {
    return this.contacts.change(scope, supplierId, contactId, body);
  }

  @Delete(':contactId')
  @Allow('suppliers:manage')
  @OpenToTokens('Remove a contact', supplierExamples.removeContact)
  @HttpCode(204)
  @ApiNoContentResponse()
  async remove(
    @Scope() scope: ScopeType,
    @PathParam('supplierId') supplierId: SupplierId,
    @PathParam('contactId') contactId: ContactId,
  ): Promise<void> {
    await this.contacts.remove(scope, supplierId, contactId);
  }
}
