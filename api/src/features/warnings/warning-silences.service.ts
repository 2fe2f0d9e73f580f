import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { warningAddress } from '@probant/shared/addresses';
import { addDays, type Day } from '@probant/shared/calendar';
import type { AssessmentId, OrganisationId, WarningId } from '@probant/shared/ids';
import type { Language } from '@probant/shared/questionnaires/document';
import { dueSilence, type SilenceStep } from '@probant/shared/warnings/silence';
import { warningClock } from '@probant/shared/warnings/standing';
import type { WarningDecision } from '@probant/shared/warnings/warning';
import type { Logger } from 'pino';
import { Clock } from '../../platform/clock/clock.js';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { LOG } from '../../platform/log/log.js';
import { Mail } from '../../platform/mail/mail.js';
import { AssessmentEntity, readContact } from '../assessments/assessments.public.js';
import { findCorrespondent, listBuyers } from '../identity/identity.public.js';
import { silentLetter } from './silence.letters.js';

interface SilentWarning {
  readonly id: WarningId;
  readonly assessmentId: AssessmentId | null;
  readonly writtenBy: string;
  readonly subject: string;
  readonly decideBy: Day;
  readonly decision: WarningDecision | null;
  readonly supplier: string;
  readonly engagement: string;
  readonly told: readonly SilenceStep[];
}

interface Reader {
  readonly name: string;
  readonly address: string;
  readonly language: Language;
  readonly isMember: boolean;
}

/** Nobody decided on a warning: those who have to are told by name, then the risk manager. Nothing is ever decided by it. */
@Injectable()
export class WarningSilences implements OnModuleInit {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly mail: Mail,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: ServeConfig,
    @Inject(LOG) private readonly log: Pick<Logger, 'error'>,
  ) {}

  onModuleInit(): void {
    // After the night, before the office opens.
    this.jobs.every({ name: 'warning-silences', cron: '25 5 * * *', run: (signal) => this.tellDue(signal) });
  }

  /** One organisation that fails keeps no other waiting; several processes may do so at once. */
  async tellDue(signal?: AbortSignal): Promise<void> {
    const today = this.clock.today();
    const buyers = await listBuyers(this.work);
    for (const { id } of buyers) {
      if (signal?.aborted === true) return;
      try {
        const silent = await this.work.runFor(id, (tx) => findSilent(tx, id, today));
        for (const one of silent) await this.work.runFor(id, (tx) => this.tell(tx, id, one, today));
      } catch (error) {
        this.log.error({ err: error, organisationId: id }, 'warning silences');
      }
    }
  }

  private async tell(tx: Tx, buyerId: OrganisationId, warning: SilentWarning, today: Day): Promise<void> {
    const step = dueSilence({ ...warning, superseded: false }, warning.told, today);
    if (step === undefined) return;
    const readers = await findReaders(tx, buyerId, warning, step);
    if (readers.length === 0 || !(await claim(tx, buyerId, warning.id, step))) return;
    const { id, assessmentId, supplier, engagement, decideBy } = warning;
    const address = `${this.config.publicUrl}${warningAddress(id)}`;
    for (const { name, address: to, language, isMember } of readers) {
      const subject = isMember ? warning.subject : '';
      await this.mail.post(tx, {
        organisationId: buyerId,
        ...(assessmentId === null ? {} : { assessmentId }),
        template: 'warning-silent',
        to: { address: to, name },
        language,
        ...silentLetter(language, { step, supplier, engagement, decideBy, subject, address }),
      });
    }
    const to = readers.map(({ name }) => name);
    await tx.record({ kind: 'warning-silence-told', warningId: id, subject: warning.subject, step, to });
  }
}

/** Without a decision, the entry not being corrected nor its engagement put away, as far ahead as the first letter. */
function findSilent(tx: Tx, buyerId: OrganisationId, today: Day): Promise<SilentWarning[]> {
  return tx.query<SilentWarning>(
    `SELECT w.id, w.assessment_id AS "assessmentId", w.written_by AS "writtenBy", w.subject, w.decide_by::text AS "decideBy",
       d.decision, s.name AS supplier, e.name AS engagement,
       ARRAY(SELECT t.step FROM warning_silences t WHERE t.organisation_id = w.buyer_id AND t.warning_id = w.id) AS told
     FROM warnings w
     JOIN engagements e ON e.organisation_id = w.buyer_id AND e.id = w.engagement_id AND e.archived_at IS NULL
     JOIN suppliers s ON s.organisation_id = e.organisation_id AND s.id = e.supplier_id AND s.archived_at IS NULL
     LEFT JOIN LATERAL (SELECT decision FROM warning_decisions WHERE buyer_id = w.buyer_id AND warning_id = w.id
       ORDER BY place DESC LIMIT 1) d ON true
     WHERE w.buyer_id = $1 AND w.decide_by <= $2 AND (d.decision IS NULL OR d.decision = 'acknowledged')
       AND NOT EXISTS (SELECT 1 FROM warnings n WHERE n.buyer_id = w.buyer_id AND n.supersedes_id = w.id)
       AND NOT EXISTS (SELECT 1 FROM warning_silences t
         WHERE t.organisation_id = w.buyer_id AND t.warning_id = w.id AND t.step = 'escalated')
     ORDER BY w.decide_by, w.id`,
    [buyerId, addDays(today, warningClock.dueDaysBefore)],
  );
}

/** Whoever comes second finds it told. */
async function claim(
  tx: Tx,
  organisationId: OrganisationId,
  id: WarningId,
  step: SilenceStep,
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO warning_silences (organisation_id, warning_id, step) VALUES ($1, $2, $3)
     ON CONFLICT DO NOTHING RETURNING step`,
    [organisationId, id, step],
  );
  return rows.length > 0;
}

/** The contact of the request, or whoever entered it; at last every risk manager, every buyer where there is none. */
async function findReaders(
  tx: Tx,
  buyerId: OrganisationId,
  warning: SilentWarning,
  step: SilenceStep,
): Promise<Reader[]> {
  if (step !== 'escalated') {
    const contact = await findContact(tx, buyerId, warning);
    if (contact !== null) return [contact];
    const writers = await findMembers(tx, buyerId, 'm.account_id = $2::uuid', warning.writtenBy);
    if (writers.length > 0) return writers;
  }
  const managers = await findMembers(tx, buyerId, '$2 = ANY (m.roles)', 'risk-manager');
  return managers.length > 0 ? managers : findMembers(tx, buyerId, '$2 = ANY (m.roles)', 'buyer');
}

async function findContact(
  tx: Tx,
  buyerId: OrganisationId,
  { assessmentId }: SilentWarning,
): Promise<Reader | null> {
  if (assessmentId === null) return null;
  const assessment = await tx.find(AssessmentEntity, { buyerId, id: assessmentId });
  const contact = assessment === null ? null : readContact(assessment.buyerContact);
  if (contact === null) return null;
  const { language, isMember } = await findCorrespondent(tx, contact.address, buyerId);
  return { ...contact, language, isMember };
}

async function findMembers(
  tx: Tx,
  buyerId: OrganisationId,
  condition: string,
  value: string,
): Promise<Reader[]> {
  const rows = await tx.query<Omit<Reader, 'isMember'>>(
    `SELECT a.name, a.email AS address, a.language FROM memberships m JOIN accounts a ON a.id = m.account_id
     WHERE m.organisation_id = $1 AND ${condition} ORDER BY m.account_id`,
    [buyerId, value],
  );
  return rows.map((row) => ({ ...row, isMember: true }));
}
