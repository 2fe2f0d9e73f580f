import type { ContactId, OrganisationId, SupplierId } from '@probant/shared/ids';
import type { Language } from '@probant/shared/questionnaires/document';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('suppliers')
export class SupplierEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid') id!: SupplierId;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) siren!: string | null;
  @Column('text') country!: string;
  @Column('text') website!: string;
  @Column('text', { array: true }) domains!: string[];
  @Column('text') notes!: string;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt!: Date | null;
  @Column('integer') revision!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}

@Entity('contacts')
export class ContactEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid') id!: ContactId;
  @Column('uuid', { name: 'supplier_id' }) supplierId!: SupplierId;
  @Column('text') name!: string;
  @Column('text') email!: string;
  @Column('text', { name: 'job_title' }) jobTitle!: string;
  @Column('text') phone!: string;
  @Column('text') language!: Language;
  @Column('integer') revision!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
