import type { AccountId, ContactId, EngagementId, OrganisationId, SupplierId } from '../ids.js';
import type { OrganisationKind, Role } from '../permissions.js';
import type { Tier } from '../questionnaires/document.js';
import type { FieldChange } from './field-changes.js';

/** Lists that a person may import or export. */
export const lists = [
  'suppliers',
  'contacts',
  'engagements',
  'campaigns',
  'assessments',
  'questionnaires',
  'findings',
  'profiles',
  'portfolio',
  'lapses',
  'certificates',
  'concentration',
  'dependents',
  'members',
  'audit',
  'requests',
  'evidence',
  'submissions',
  'obligations',
  'regulations',
  'reviews',
  'comparison',
  'weighing',
  'search',
  'funnel',
  'stuck',
] as const;
export type ListName = (typeof lists)[number];

/** Events of people and settings, and of the buyer's records; names are those of the moment. */
export type OrganisationEvent =
  | {
      readonly kind: 'organisation-created';
      readonly organisationId: OrganisationId;
      readonly name: string;
      readonly organisationKind: OrganisationKind;
    }
  | { readonly kind: 'organisation-changed'; readonly name: string; readonly fields: readonly string[] }
  | { readonly kind: 'member-invited'; readonly email: string; readonly roles: readonly Role[] }
  | { readonly kind: 'invitation-withdrawn'; readonly email: string }
  | {
      readonly kind: 'member-joined';
      readonly accountId: AccountId;
      readonly name: string;
      readonly roles: readonly Role[];
    }
  | {
      readonly kind: 'member-role-changed';
      readonly accountId: AccountId;
      readonly name: string;
      readonly before: readonly Role[];
      readonly roles: readonly Role[];
    }
  | { readonly kind: 'member-removed'; readonly accountId: AccountId; readonly name: string }
  | { readonly kind: 'signed-in'; readonly method: 'password' | 'link' | 'invitation' | 'reset' | 'setup' }
  | { readonly kind: 'sign-in-refused' }
  | { readonly kind: 'signed-out'; readonly everywhere: boolean }
  | { readonly kind: 'password-reset-requested' }
  | { readonly kind: 'password-changed' }
  | { readonly kind: 'account-changed'; readonly fields: readonly string[] }
  | {
      readonly kind: 'supplier-created';
      readonly supplierId: SupplierId;
      readonly name: string;
      readonly siren?: string;
    }
  | {
      readonly kind: 'supplier-changed';
      readonly supplierId: SupplierId;
      readonly name: string;
      readonly fields: readonly string[];
      /** Absent from the oldest events, which kept names alone. */
      readonly changes?: readonly FieldChange[];
    }
  | { readonly kind: 'supplier-archived'; readonly supplierId: SupplierId; readonly name: string }
  | { readonly kind: 'supplier-restored'; readonly supplierId: SupplierId; readonly name: string }
  | {
      readonly kind: 'contact-added' | 'contact-removed';
      readonly supplierId: SupplierId;
      readonly contactId: ContactId;
      readonly supplierName: string;
      readonly email: string;
    }
  | {
      readonly kind: 'contact-changed';
      readonly supplierId: SupplierId;
      readonly contactId: ContactId;
      readonly supplierName: string;
      readonly email: string;
      readonly changes?: readonly FieldChange[];
    }
  | {
      readonly kind: 'engagement-created';
      readonly engagementId: EngagementId;
      readonly name: string;
      readonly supplierName: string;
      readonly tier: Tier;
    }
  | {
      readonly kind: 'engagement-changed';
      readonly engagementId: EngagementId;
      readonly name: string;
      readonly supplierName: string;
      readonly tier: Tier;
      readonly fields: readonly string[];
      readonly changes?: readonly FieldChange[];
    }
  | {
      readonly kind: 'engagement-archived' | 'engagement-restored';
      readonly engagementId: EngagementId;
      readonly name: string;
      readonly supplierName: string;
    }
  | {
      readonly kind: 'import-applied';
      readonly list: ListName;
      readonly fileName: string;
      readonly fileSha256: string;
      readonly created: number;
      readonly changed: number;
    }
  | {
      readonly kind: 'list-exported';
      readonly list: ListName;
      readonly format: string;
      readonly rows: number;
    }
  | { readonly kind: 'demo-loaded' };
