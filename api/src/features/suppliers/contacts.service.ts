import { Injectable } from '@nestjs/common';
import { fieldChanges } from '@probant/shared/audit/field-changes';
import type { ContactId, SupplierId } from '@probant/shared/ids';
import { maxCounts } from '@probant/shared/limits';
import { validateContact, type Contact } from '@probant/shared/suppliers/supplier';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { accepted, fail } from '../../platform/http/problem.js';
import { toContactResponse } from './read-supplier.js';
import { ContactEntity, type SupplierEntity } from './supplier.entity.js';
import type { ChangeContactRequest, ContactRequest, ContactResponse } from './suppliers.dto.js';
import { lockActiveSupplier } from './suppliers.service.js';

/** The people of a supplier whom a buyer may ask. Every write waits for the supplier's row. */
@Injectable()
export class Contacts {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  add(scope: Scope, supplierId: SupplierId, request: ContactRequest): Promise<ContactResponse> {
    const facts = accepted(validateContact(request));
    return this.work.run(scope, async (tx) => {
      const supplier = await lockActiveSupplier(tx, scope, supplierId);
      const known = await tx.manager.countBy(ContactEntity, keyOf(scope, supplierId));
      if (known >= maxCounts.contactsPerSupplier) {
        fail('invalid-input', {
          errors: [{ pointer: '', code: 'too-many', params: { max: maxCounts.contactsPerSupplier } }],
        });
      }
      const contact = Object.assign(new ContactEntity(), facts, {
        ...keyOf(scope, supplierId),
        id: newId<ContactId>(),
        revision: 1,
        createdAt: this.clock.now(),
      });
      await refuseTakenEmail(tx, contact);
      await tx.insert(contact, eventOf('contact-added', supplier, contact));
      return toContactResponse(contact);
    });
  }

  change(
    scope: Scope,
    supplierId: SupplierId,
    contactId: ContactId,
    request: ChangeContactRequest,
  ): Promise<ContactResponse> {
    const { revision, ...asked } = request;
    const facts = accepted(validateContact(asked));
    return this.work.run(scope, async (tx) => {
      const supplier = await lockActiveSupplier(tx, scope, supplierId);
      const contact = await tx.lock(ContactEntity, { ...keyOf(scope, supplierId), id: contactId });
      if (contact.revision !== revision) fail('stale-revision');
      const changes = fieldChanges(factsOf(contact), facts);
      Object.assign(contact, facts, { revision: revision + 1 });
      await refuseTakenEmail(tx, contact);
      await tx.save(contact, { ...eventOf('contact-changed', supplier, contact), changes });
      return toContactResponse(contact);
    });
  }

  /** Requests already sent keep the address they went to. */
  async remove(scope: Scope, supplierId: SupplierId, contactId: ContactId): Promise<void> {
    await this.work.run(scope, async (tx) => {
      const supplier = await lockActiveSupplier(tx, scope, supplierId);
      const contact = await tx.lock(ContactEntity, { ...keyOf(scope, supplierId), id: contactId });
      await tx.query('DELETE FROM contacts WHERE organisation_id = $1 AND id = $2', [
        scope.organisationId,
        contactId,
      ]);
      await tx.record(eventOf('contact-removed', supplier, contact));
    });
  }
}

function factsOf({ name, email, jobTitle, phone, language }: ContactEntity): Contact {
  return { name, email, jobTitle, phone, language };
}

function keyOf(scope: Scope, supplierId: SupplierId): Pick<ContactEntity, 'organisationId' | 'supplierId'> {
  return { organisationId: scope.organisationId, supplierId };
}

async function refuseTakenEmail(
  tx: Tx,
  { organisationId, supplierId, id, email }: ContactEntity,
): Promise<void> {
  const [other] = await tx.query(
    'SELECT 1 FROM contacts WHERE organisation_id = $1 AND supplier_id = $2 AND email = $3 AND id <> $4',
    [organisationId, supplierId, email, id],
  );
  if (other) fail('already-exists', { errors: [{ pointer: '/email', code: 'duplicate' }] });
}

function eventOf<K extends 'contact-added' | 'contact-changed' | 'contact-removed'>(
  kind: K,
  supplier: SupplierEntity,
  contact: ContactEntity,
) {
  return {
    kind,
    supplierId: supplier.id,
    contactId: contact.id,
    supplierName: supplier.name,
    email: contact.email,
  } as const;
}
