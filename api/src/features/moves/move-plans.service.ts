import { Injectable } from '@nestjs/common';
import type { OrganisationId, VersionId } from '@probant/shared/ids';
import type { Moves } from '@probant/shared/moves/compose-moves';
import { questionsById } from '@probant/shared/moves/list-changes';
import type { EngagementContext } from '@probant/shared/questionnaires/document';
import type {
  SupplierQuestion,
  SupplierQuestionnaire,
} from '@probant/shared/questionnaires/supplier-questionnaire';
import type { Tx } from '../../platform/database/work.js';
import { SupplierDocuments, type BuiltDocument } from '../campaigns/campaigns.public.js';
import { Equivalences, Versions, type PublishedVersion } from '../questionnaires/questionnaires.public.js';

/** The way from one version to another for every assessment that goes it. */
export interface MovePlan {
  readonly from: PublishedVersion;
  readonly to: PublishedVersion;
  readonly moves: Moves;
}

/** What one supplier would be asked. */
export interface AskedThen {
  readonly built: BuiltDocument;
  readonly document: SupplierQuestionnaire;
  readonly questions: ReadonlyMap<string, SupplierQuestion>;
}

const maxKept = 30;

/** Plans are the same for all assessments of a version: a thousand of them ask for few. */
@Injectable()
export class MovePlans {
  /** By the ids of both versions, whose equivalence never changes once the later one is published. */
  private readonly plans = new Map<string, Moves>();
  private readonly asked = new Map<string, AskedThen>();

  constructor(
    private readonly versions: Versions,
    private readonly equivalences: Equivalences,
    private readonly documents: SupplierDocuments,
  ) {}

  version(tx: Tx, organisationId: OrganisationId, id: VersionId): Promise<PublishedVersion> {
    return this.versions.get(tx, organisationId, id);
  }

  named(
    tx: Tx,
    organisationId: OrganisationId,
    sibling: VersionId,
    sha256: string,
  ): Promise<PublishedVersion> {
    return this.versions.named(tx, organisationId, sibling, sha256);
  }

  async plan(
    tx: Tx,
    organisationId: OrganisationId,
    fromSha256: string,
    to: PublishedVersion,
  ): Promise<MovePlan> {
    const from = await this.versions.named(tx, organisationId, to.id, fromSha256);
    const key = `${from.id} ${to.id}`;
    const moves = this.plans.get(key) ?? (await this.equivalences.moves(tx, organisationId, from, to));
    remember(this.plans, key, moves);
    return { from, to, moves };
  }

  askedIn(version: PublishedVersion, context: EngagementContext): AskedThen {
    const built = this.documents.build(version.document, context);
    const known = this.asked.get(built.sha256);
    if (known !== undefined) return known;
    // Written by the rule that builds it.
    const document = JSON.parse(built.text) as SupplierQuestionnaire;
    const then = { built, document, questions: questionsById(document) };
    remember(this.asked, built.sha256, then);
    return then;
  }
}

function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > maxKept && oldest !== undefined) map.delete(oldest);
}
