/** Every table that code reads as objects; a test compares them with the migrated schema. */
export { AccountEntity, MembershipEntity, OrganisationEntity } from './features/identity/identity.entity.js';
