import type { INestApplicationContext } from '@nestjs/common';
import { addDays, parisDay } from '@probant/shared/calendar';
import type {
  EngagementId,
  OrganisationId,
  QuestionnaireId,
  SupplierId,
  VersionId,
} from '@probant/shared/ids';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import { buildSupplierDocument } from '@probant/shared/questionnaires/supplier-document';
import { compileTier } from '@probant/shared/scoring/inherent-tier';
import { Profiles } from '../features/profiles/profiles.public.js';
import { Questionnaires, Versions } from '../features/questionnaires/questionnaires.public.js';
import { newId } from '../platform/database/new-id.js';
import { Work } from '../platform/database/work.js';
import { sha256 } from '../platform/hash/sha256.js';
import { chanceOf, type Chance } from './chance.js';
import { choicesOf } from './invented-answers.js';
import {
  drawStatus,
  inventAssessment,
  type AssessedEngagement,
  type Asked,
  type Batch,
  type Ground,
  type InventedAssessment,
} from './invented-assessment.js';
import { engagements as services, supplierName } from './invented-records.js';
import { openSupplier, openWorkspace, type Workspace } from './workspaces.js';
import { writeBatch } from './write-batch.js';

export interface Wish {
  readonly engagements: number;
  readonly assessments: number;
  /** The same seed draws the same data; ids and secrets are new each time. */
  readonly seed?: number;
  /** A buyer that is there already; otherwise a new one is made. */
  readonly buyer?: Workspace;
}

export interface Generated {
  readonly organisationId: OrganisationId;
  readonly accounts: readonly {
    readonly email: string;
    readonly password: string;
    readonly organisation: string;
  }[];
}

const perBatch = 200;
const perSupplier = 4;
const workspaces = 8;

/** Fills a buyer's organisation, a batch at a time: the next one is invented while the database writes the last. */
export async function generate(
  app: INestApplicationContext,
  wish: Wish,
  progress: (engagements: number, assessments: number) => void = () => undefined,
): Promise<Generated> {
  const chance = chanceOf(wish.seed ?? 1);
  const made = wish.buyer === undefined;
  const buyer = wish.buyer ?? (await openWorkspace(app, 'buyer', 'Jeu généré'));
  const ground = await prepareGround(app, buyer);
  const asked = askedOf(ground, chance);
  const work = app.get(Work);
  let written: Promise<void> = Promise.resolve();
  let assessments = 0;
  for (let from = 0; from < wish.engagements; from += perBatch) {
    const batch = inventBatch(ground, asked, { from, wish }, chance);
    await written;
    progress(from, assessments);
    written = writeBatch(work, ground, batch);
    assessments += batch.assessments.length;
    // Marked as handled: it is awaited in the next turn.
    written.catch(() => undefined);
  }
  await written;
  progress(wish.engagements, assessments);
  const shown = made ? [buyer, ...ground.suppliers] : ground.suppliers;
  return {
    organisationId: buyer.scope.organisationId,
    accounts: shown.map(({ scope, password }) => ({
      email: scope.email,
      password,
      organisation: scope.organisationName,
    })),
  };
}

async function prepareGround(app: INestApplicationContext, buyer: Workspace): Promise<Ground> {
  const now = new Date().toISOString();
  const { scope } = buyer;
  const { versionId } = await publishBank(app, buyer);
  const { version, profile } = await app.get(Work).run(scope, async (tx) => ({
    version: await app.get(Versions).get(tx, scope.organisationId, versionId),
    profile: await app.get(Profiles).defaultProfile(tx, scope.organisationId),
  }));
  const suppliers = [];
  for (let number = 1; number <= workspaces; number += 1)
    suppliers.push(await openSupplier(app, `Fournisseur généré ${number}`, addDays(parisDay(now), -60)));
  return { buyer, suppliers, version, profile, now };
}

async function publishBank(
  app: INestApplicationContext,
  { scope }: Workspace,
): Promise<{ readonly versionId: VersionId }> {
  const questionnaires = app.get(Questionnaires);
  const draft = await questionnaires.create(scope, { fromLibrary: true });
  const published = await questionnaires.publish(scope, draft.id as QuestionnaireId, {
    revision: draft.revision,
  });
  const [version] = published.versions;
  if (version === undefined) throw new Error('publishing made no version');
  return { versionId: version.id as VersionId };
}

function askedOf({ version, now }: Ground, chance: Chance): readonly Asked[] {
  const { document } = version;
  const choices = choicesOf(document, now, chance);
  const tierOf = compileTier(document);
  return services.map(({ context }): Asked => {
    const questionnaire = buildSupplierDocument(document, context);
    const text = canonicalJson(questionnaire);
    const { tier, points } = tierOf(context);
    return { context, tier, points, document: questionnaire, text, sha256: sha256(text), choices };
  });
}

function inventBatch(
  ground: Ground,
  asked: readonly Asked[],
  { from, wish }: { readonly from: number; readonly wish: Wish },
  chance: Chance,
): Batch {
  const engagements: AssessedEngagement[] = [];
  const assessments: InventedAssessment[] = [];
  const to = Math.min(from + perBatch, wish.engagements);
  let supplier = inventSupplier(ground, from, chance);
  for (let number = from; number < to; number += 1) {
    if (number % perSupplier === 0) supplier = inventSupplier(ground, number, chance);
    const place = chance.below(asked.length);
    const service = services[place];
    const questions = asked[place];
    if (service === undefined || questions === undefined) throw new RangeError('no such service');
    const engagement = { id: newId<EngagementId>(), name: service.name, asked: questions, ...supplier };
    engagements.push(engagement);
    const count = shareOf(number + 1, wish) - shareOf(number, wish);
    for (let left = count; left > 0; left -= 1) {
      const status = left === 1 ? drawStatus(chance) : 'decided';
      const age = 10 + chance.below(60) + (left - 1) * 365;
      assessments.push(inventAssessment(ground, engagement, { status, age }, chance));
    }
  }
  return { number: from / perBatch + 1, engagements, assessments };
}

/** The assessments are spread evenly over the engagements. */
function shareOf(engagements: number, wish: Wish): number {
  return Math.floor((engagements * wish.assessments) / wish.engagements);
}

function inventSupplier(
  { suppliers }: Ground,
  number: number,
  chance: Chance,
): Pick<AssessedEngagement, 'supplierId' | 'supplierName' | 'contact' | 'workspace' | 'quality'> {
  const rank = Math.floor(number / perSupplier) + 1;
  return {
    supplierId: newId<SupplierId>(),
    supplierName: supplierName(chance, rank),
    contact: { name: 'Dominique Fournisseur', email: `contact@fournisseur-${rank}.example` },
    workspace: chance.pick(suppliers),
    // Two draws: most suppliers are middling, few are very good or very bad.
    quality: Math.min(1, 0.25 + 0.45 * (chance.next() + chance.next())),
  };
}
