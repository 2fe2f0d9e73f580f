import { maxCounts, maxLengths } from '@probant/shared/limits';
import { grades, languages, type Language } from '@probant/shared/questionnaires/document';
import { Email, Flag, Instant, ListOf, OneOf, Text, Texts, Uuid, Whole } from '../../platform/http/fields.js';
import { PageQuery, sortNames } from '../../platform/http/page.js';

export const shownStates = ['active', 'archived', 'all'] as const;
export type ShownState = (typeof shownStates)[number];

export const missingParts = ['contact', 'engagement', 'siren'] as const;
export type MissingPart = (typeof missingParts)[number];

export class SuppliersQuery extends PageQuery {
  @Text({ optional: true, min: 0, max: maxLengths.search, description: 'In name, SIREN or domain' })
  search?: string;
  @OneOf(shownStates, { optional: true }) state?: ShownState;
  @OneOf(missingParts, { optional: true, description: 'Suppliers without one' }) missing?: MissingPart;
  @OneOf(sortNames('name', 'updatedAt'), { optional: true }) sort?: string;
}

export class SupplierRequest {
  @Text({ max: maxLengths.name }) name!: string;
  @Text({
    optional: true,
    nullable: true,
    min: 0,
    max: 40,
    description: 'Nine digits; a failed checksum warns',
  })
  siren?: string | null;
  @Text({ max: 2, description: 'ISO 3166-1 alpha-2' }) country!: string;
  @Text({ min: 0, max: maxLengths.address }) website!: string;
  @Texts({ max: maxCounts.domainsPerSupplier, each: maxLengths.domain }) domains!: string[];
  @Text({ min: 0, max: maxLengths.longText }) notes!: string;
}

export class ChangeSupplierRequest extends SupplierRequest {
  @Whole({ min: 1, description: 'The revision that was read' }) revision!: number;
}

export class ContactRequest {
  @Text({ max: maxLengths.name }) name!: string;
  @Email() email!: string;
  @Text({ min: 0, max: maxLengths.title }) jobTitle!: string;
  @Text({ min: 0, max: maxLengths.phone }) phone!: string;
  @OneOf(languages) language!: Language;
}

export class ChangeContactRequest extends ContactRequest {
  @Whole({ min: 1, description: 'The revision that was read' }) revision!: number;
}

export class ContactResponse extends ChangeContactRequest {
  @Uuid() id!: string;
}

export class SupplierWarningResponse {
  @Text({ description: 'RFC 6901, into the supplier' }) pointer!: string;
  @Text() code!: string;
  @Text() detail!: string;
}

export class SupplierSummaryResponse {
  @Uuid() id!: string;
  @Text() name!: string;
  @Text({ nullable: true }) siren!: string | null;
  @Text() country!: string;
  @Texts({ max: maxCounts.domainsPerSupplier }) domains!: string[];
  @Whole() contactCount!: number;
  @Whole({ description: 'Archived ones aside' }) engagementCount!: number;
  @OneOf(grades, { nullable: true, description: 'The worst of its engagements' }) worstGrade!: string | null;
  @Flag() archived!: boolean;
  @Instant() updatedAt!: string;
}

export class SuppliersResponse {
  @ListOf(() => SupplierSummaryResponse) items!: SupplierSummaryResponse[];
  @Text({ nullable: true }) next!: string | null;
  @Whole({ description: 'How many match, on all pages' }) total!: number;
}

export class SupplierResponse extends ChangeSupplierRequest {
  @Uuid() id!: string;
  @Text({ nullable: true, description: 'Computed from the SIREN; not checked against VIES' })
  vatNumber!: string | null;
  @ListOf(() => SupplierWarningResponse, { description: 'Kept as given, but worth a look' })
  warnings!: SupplierWarningResponse[];
  @ListOf(() => ContactResponse) contacts!: ContactResponse[];
  @Instant({ nullable: true }) archivedAt!: string | null;
  @Instant() createdAt!: string;
  @Instant() updatedAt!: string;
}
