import type { SupplierId } from '@probant/shared/ids';
import { vatNumber } from '@probant/shared/suppliers/siren';
import { warningSentences, warningsOf } from '@probant/shared/suppliers/supplier';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import { found } from '../../platform/http/problem.js';
import { ContactEntity, SupplierEntity } from './supplier.entity.js';
import type { ContactResponse, SupplierResponse } from './suppliers.dto.js';

/** The supplier with its contacts, as the API shows it. */
export async function readSupplier(tx: Tx, scope: Scope, id: SupplierId): Promise<SupplierResponse> {
  const { organisationId, language } = scope;
  const supplier = found(await tx.find(SupplierEntity, { organisationId, id }));
  const contacts = await tx.manager.find(ContactEntity, {
    where: { organisationId, supplierId: id },
    order: { name: 'ASC', id: 'ASC' },
  });
  const { name, siren, country, website, domains, notes, revision } = supplier;
  return {
    ...{ id, name, siren, country, website, domains, notes, revision },
    vatNumber: siren === null ? null : (vatNumber(siren) ?? null),
    warnings: warningsOf({ country, ...(siren === null ? {} : { siren }) }).map(({ pointer, code }) => ({
      pointer,
      code,
      detail: warningSentences[code][language],
    })),
    contacts: contacts.map(toContactResponse),
    archivedAt: supplier.archivedAt?.toISOString() ?? null,
    createdAt: supplier.createdAt.toISOString(),
    updatedAt: supplier.updatedAt.toISOString(),
  };
}

export function toContactResponse(contact: ContactEntity): ContactResponse {
  const { id, name, email, jobTitle, phone, language, revision } = contact;
  return { id, name, email, jobTitle, phone, language, revision };
}
