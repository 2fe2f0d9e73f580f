import type { AssessmentId, VersionId } from '@probant/shared/ids';
import type { ToReconfirm } from '@probant/shared/moves/plan-sheet';
import type { EngagementContext } from '@probant/shared/questionnaires/document';
import type { Tx } from '../../platform/database/work.js';
import { found } from '../../platform/http/problem.js';
import type { AssessmentEntity } from '../assessments/assessments.public.js';

/** The sheet as it stands, read as its owner for the time of a move. */
export interface SheetText {
  readonly rows: readonly {
    readonly questionId: string;
    readonly state: 'answered' | 'refused' | 'na' | 'cleared';
    readonly value: unknown;
    readonly comment: string;
    readonly justification: string;
    readonly reconfirm: ToReconfirm | null;
  }[];
  readonly linked: readonly string[];
}

export interface Frame {
  readonly context: EngagementContext;
  /** The version that was sent. */
  readonly version_id: VersionId;
}

export function readFrame(tx: Tx, { buyerId, id }: AssessmentEntity): Promise<Frame> {
  return tx.get<Frame>(
    'SELECT context, version_id FROM assessment_frames WHERE organisation_id = $1 AND assessment_id = $2',
    [buyerId, id],
  );
}

export async function readSheet(tx: Tx, id: AssessmentId): Promise<SheetText | null> {
  const [row] = await tx.query<{ sheet: SheetText | null }>('SELECT sheet_to_move($1) AS sheet', [id]);
  return found(row).sheet;
}
