import { Injectable } from '@nestjs/common';
import type { OrganisationId, QuestionnaireId, VersionId } from '@probant/shared/ids';
import { composeMoves, movesOf, type Moves } from '@probant/shared/moves/compose-moves';
import { hashContent } from '@probant/shared/questionnaires/content-hash';
import {
  decideEquivalence,
  toLink,
  type EquivalenceLink,
} from '@probant/shared/questionnaires/decide-equivalence';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { sameContent } from '@probant/shared/questionnaires/diff-parts';
import { proposeEquivalence, type Equivalence } from '@probant/shared/questionnaires/propose-equivalence';
import type { Scope } from '../../platform/access/scope.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, found } from '../../platform/http/problem.js';
import type { EquivalenceResponse } from './questionnaires.dto.js';
import { Versions, type PublishedVersion } from './versions.service.js';

interface Row {
  readonly from_version_id: VersionId;
  readonly equivalence_text: string;
  readonly sha256: string;
  readonly edited: boolean;
}

/** What is stored beside a version, and hashed: from which version, to which, and question by question. */
interface KeptEquivalence {
  readonly format: 1;
  readonly fromSha256: string;
  readonly toSha256: string;
  readonly equivalences: readonly Equivalence[];
}

/** What the questions of each version became in the next one: stated when it is published, and never changed. */
@Injectable()
export class Equivalences {
  constructor(
    private readonly work: Work,
    private readonly versions: Versions,
  ) {}

  /** Beside the version that was just inserted; returns the hash that its event names. */
  decide(
    before: QuestionnaireDocument,
    after: QuestionnaireDocument,
    links: readonly EquivalenceLink[] | undefined,
  ): { readonly equivalences: readonly Equivalence[]; readonly edited: boolean } {
    const proposed = proposeEquivalence(before, after);
    if (links === undefined) return { equivalences: proposed, edited: false };
    const equivalences = accepted(decideEquivalence(before, after, links));
    return { equivalences, edited: !sameContent(equivalences.map(toLink), proposed.map(toLink)) };
  }

  async keep(
    tx: Tx,
    organisationId: OrganisationId,
    from: PublishedVersion,
    to: { readonly id: VersionId; readonly sha256: string },
    { equivalences, edited }: { readonly equivalences: readonly Equivalence[]; readonly edited: boolean },
  ): Promise<string> {
    const kept: KeptEquivalence = { format: 1, fromSha256: from.sha256, toSha256: to.sha256, equivalences };
    const hashed = hashContent(kept, sha256);
    await tx.query(
      `INSERT INTO version_equivalences (organisation_id, version_id, from_version_id, equivalence_text, sha256, edited)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [organisationId, to.id, from.id, hashed.text, hashed.sha256, edited],
    );
    return hashed.sha256;
  }

  read(scope: Scope, questionnaireId: QuestionnaireId, id: VersionId): Promise<EquivalenceResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      const versions = await this.versions.list(tx, organisationId, questionnaireId);
      const place = versions.findIndex((version) => version.id === id);
      found(versions[place]);
      const before = versions[place + 1];
      if (before === undefined)
        return { fromVersionId: null, fromNumber: null, sha256: null, edited: false, equivalences: [] };
      const kept = await findKept(tx, organisationId, id);
      const equivalences = await this.between(tx, organisationId, before.id as VersionId, id);
      return {
        fromVersionId: before.id,
        fromNumber: before.number,
        sha256: kept?.sha256 ?? null,
        edited: kept?.edited ?? false,
        equivalences: [...equivalences],
      };
    });
  }

  /** Where answers to one version go in a later one of the same questionnaire, through every version between them. */
  async moves(
    tx: Tx,
    organisationId: OrganisationId,
    from: PublishedVersion,
    to: PublishedVersion,
  ): Promise<Moves> {
    const between = (await this.versions.list(tx, organisationId, to.questionnaireId))
      .filter(({ number }) => number > from.number && number <= to.number)
      .toReversed();
    let [moves, last]: [Moves | undefined, VersionId] = [undefined, from.id];
    for (const version of between) {
      const id = version.id as VersionId;
      const step = movesOf(await this.between(tx, organisationId, last, id));
      moves = moves === undefined ? step : composeMoves(moves, step);
      last = id;
    }
    return moves ?? [];
  }

  /** Of two versions in a row; versions published before equivalences were kept have what would be proposed. */
  private async between(
    tx: Tx,
    organisationId: OrganisationId,
    from: VersionId,
    to: VersionId,
  ): Promise<readonly Equivalence[]> {
    const kept = await findKept(tx, organisationId, to);
    // Written by `keep`, and never changed since.
    if (kept?.from_version_id === from)
      return (JSON.parse(kept.equivalence_text) as KeptEquivalence).equivalences;
    const before = await this.versions.get(tx, organisationId, from);
    const after = await this.versions.get(tx, organisationId, to);
    return proposeEquivalence(before.document, after.document);
  }
}

async function findKept(tx: Tx, organisationId: OrganisationId, id: VersionId): Promise<Row | undefined> {
  const [row] = await tx.query<Row>(
    `SELECT from_version_id, equivalence_text, sha256, edited FROM version_equivalences
     WHERE organisation_id = $1 AND version_id = $2`,
    [organisationId, id],
  );
  return row;
}
