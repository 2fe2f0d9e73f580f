import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { EngagementContext, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { buildSupplierDocument } from '@probant/shared/questionnaires/supplier-document';

export interface BuiltDocument {
  /** Canonical text (RFC 8785); sha256 is of its UTF-8 bytes. */
  readonly text: string;
  readonly sha256: string;
  readonly questions: number;
}

/** What each supplier is asked, built once per version and context: a campaign of a thousand has few of them. */
@Injectable()
export class SupplierDocuments {
  private readonly built = new WeakMap<QuestionnaireDocument, Map<string, BuiltDocument>>();

  build(document: QuestionnaireDocument, context: EngagementContext): BuiltDocument {
    const known = this.built.get(document) ?? new Map<string, BuiltDocument>();
    this.built.set(document, known);
    const key = canonicalJson(context);
    const before = known.get(key);
    if (before !== undefined) return before;
    const questionnaire = buildSupplierDocument(document, context);
    const text = canonicalJson(questionnaire);
    const built = {
      text,
      sha256: createHash('sha256').update(text).digest('hex'),
      questions: questionnaire.themes.reduce((sum, theme) => sum + theme.questions.length, 0),
    };
    if (known.size < maxKept) known.set(key, built);
    return built;
  }
}

/** Contexts kept per version; beyond, a document is built again each time. */
const maxKept = 50;
