import type { AccountId, NoticeId, NoticePieceId, NoticeReplyId, OrganisationId } from '@probant/shared/ids';
import type { PieceRole } from '@probant/shared/notices/pieces';
import type { ReplyKind } from '@probant/shared/notices/reply';
import type { EvidenceLevel } from '@probant/shared/questionnaires/document';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('notice_pieces')
export class NoticePieceEntity {
  @PrimaryColumn('uuid', { name: 'buyer_id' }) buyerId!: OrganisationId;
  @PrimaryColumn('uuid') id!: NoticePieceId;
  @Column('uuid', { name: 'notice_id' }) noticeId!: NoticeId;
  @Column('uuid', { name: 'supplier_organisation_id', nullable: true })
  supplierOrganisationId!: OrganisationId | null;
  @Column('uuid', { name: 'owner_id' }) ownerId!: OrganisationId;
  @Column('text') role!: PieceRole;
  @Column('text') name!: string;
  @Column('text') sha256!: string;
  /** PostgreSQL's bigint comes as text. */
  @Column('bigint') bytes!: string;
  @Column('text', { name: 'media_type' }) mediaType!: string;
  @Column('text', { name: 'scan_engine' }) scanEngine!: string;
  @Column('boolean', { name: 'scan_partial' }) scanPartial!: boolean;
  @Column('date', { name: 'dated_on', nullable: true }) datedOn!: string | null;
  @Column('text', { nullable: true }) level!: EvidenceLevel | null;
  @Column('integer', { name: 'after_step' }) afterStep!: number;
  @Column('uuid', { name: 'uploaded_by' }) uploadedBy!: AccountId;
  @Column('text', { name: 'uploaded_by_name' }) uploadedByName!: string;
  @Column('timestamptz', { name: 'uploaded_at' }) uploadedAt!: Date;
}

/** What the buyer made of one piece of the supplier; the one with the highest number holds. */
@Entity('notice_gradings')
export class NoticeGradingEntity {
  @PrimaryColumn('uuid', { name: 'buyer_id' }) buyerId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'piece_id' }) pieceId!: NoticePieceId;
  @PrimaryColumn('integer') number!: number;
  @Column('uuid', { name: 'notice_id' }) noticeId!: NoticeId;
  @Column('uuid', { name: 'supplier_organisation_id', nullable: true })
  supplierOrganisationId!: OrganisationId | null;
  @Column('text', { nullable: true }) level!: EvidenceLevel | null;
  @Column('text') reason!: string;
  @Column('uuid', { name: 'graded_by' }) gradedBy!: AccountId;
  @Column('text', { name: 'graded_by_name' }) gradedByName!: string;
  @Column('timestamptz', { name: 'graded_at' }) gradedAt!: Date;
}

@Entity('notice_replies')
export class NoticeReplyEntity {
  @PrimaryColumn('uuid', { name: 'buyer_id' }) buyerId!: OrganisationId;
  @PrimaryColumn('uuid') id!: NoticeReplyId;
  @Column('uuid', { name: 'notice_id' }) noticeId!: NoticeId;
  @Column('uuid', { name: 'supplier_organisation_id' }) supplierOrganisationId!: OrganisationId;
  @Column('text') kind!: ReplyKind;
  @Column('text') body!: string;
  @Column('uuid', { name: 'author_id' }) authorId!: AccountId;
  @Column('text', { name: 'author_name' }) authorName!: string;
  @Column('timestamptz') at!: Date;
}
