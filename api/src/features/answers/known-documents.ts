import { parentsOf, questionsOfDocument } from '@probant/shared/answers/visibility';
import type {
  SupplierQuestion,
  SupplierQuestionnaire,
} from '@probant/shared/questionnaires/supplier-questionnaire';

/** A supplier's questionnaire read once: it never changes under its hash, so that keeping it can grant nothing. */
export interface KnownDocument {
  readonly sha256: string;
  readonly document: SupplierQuestionnaire;
  /** For each question, the questions whose answers decide whether it is asked. */
  readonly parents: ReadonlyMap<string, ReadonlySet<string>>;
  readonly questions: ReadonlyMap<string, SupplierQuestion>;
}

const maxDocuments = 50;
const maxAssessments = 20_000;

/** Documents by hash, and the hash last seen of an assessment; the save itself checks that it still holds. */
export class KnownDocuments {
  private readonly documents = new Map<string, KnownDocument>();
  private readonly assessments = new Map<string, string>();

  find(assessmentId: string): KnownDocument | undefined {
    const sha256 = this.assessments.get(assessmentId);
    return sha256 === undefined ? undefined : this.documents.get(sha256);
  }

  has(sha256: string): boolean {
    return this.documents.has(sha256);
  }

  keep(assessmentId: string, sha256: string, text: string): KnownDocument {
    const known = this.documents.get(sha256) ?? readDocument(sha256, text);
    remember(this.documents, sha256, known, maxDocuments);
    remember(this.assessments, assessmentId, sha256, maxAssessments);
    return known;
  }
}

function readDocument(sha256: string, text: string): KnownDocument {
  const document = JSON.parse(text) as SupplierQuestionnaire;
  const parents = new Map(questionsOfDocument(document).map(({ id }) => [id, parentsOf(document, id)]));
  const questions = new Map(questionsOfDocument(document).map((one) => [one.id, one]));
  return { sha256, document, parents, questions };
}

/** The oldest entry makes room: a Map keeps the order in which its keys came. */
function remember<K, V>(map: Map<K, V>, key: K, value: V, max: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > max && oldest !== undefined) map.delete(oldest);
}
