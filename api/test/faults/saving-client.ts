import type { Visitor } from './visitor.js';

export interface Sheet {
  readonly document: object;
  readonly sheet: {
    readonly revision: number;
    readonly answers: readonly {
      readonly questionId: string;
      readonly state: string;
      readonly revision: number;
      readonly comment: string;
    }[];
  };
}

interface Kept {
  readonly revision: number;
  readonly comment: string;
}

const nothing: Kept = { revision: 0, comment: '' };

/** Saves one answer after the other and remembers what was acknowledged and what was only tried. */
export class SavingClient {
  /** Answers acknowledged so far, all rounds. */
  saved = 0;
  private readonly acknowledged = new Map<string, Kept>();
  private readonly tried = new Map<string, Kept>();
  private count = 0;

  constructor(
    private readonly visitor: Visitor,
    private readonly name: string,
    private readonly path: string,
    private readonly questions: readonly string[],
  ) {}

  /** Until a reply fails or does not come, which is when something was killed. */
  async saveUntilItBreaks(): Promise<void> {
    for (let at = 0; ; at = (at + 2) % this.questions.length) {
      const batch = this.questions.slice(at, at + 1 + (this.count % 2));
      const answers = batch.map((questionId) => {
        const comment = `${this.name} ${(this.count += 1)}`;
        const { revision } = this.acknowledged.get(questionId) ?? nothing;
        this.tried.set(questionId, { revision: revision + 1, comment });
        return { questionId, revision, clientKey: comment.replace(' ', '-save-'), state: 'refused', comment };
      });
      const reply = await this.visitor
        .call<{ results?: { key: string; revision: number }[] }>('PUT', `${this.path}/answers`, { answers })
        .catch(() => null);
      if (reply === null || reply.status >= 500) return;
      if (reply.status !== 200) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`);
      for (const { questionId, comment } of answers) this.acknowledge(questionId, comment);
    }
  }

  /** Reads the sheet back: every answer is the acknowledged one, or the next one that was tried. */
  async readBack(): Promise<string[]> {
    const { sheet } = await this.visitor.get<Sheet>(`${this.path}/sheet`);
    const there = new Map(sheet.answers.map((answer) => [answer.questionId, answer]));
    const lost: string[] = [];
    for (const questionId of this.questions) {
      const { revision, comment } = there.get(questionId) ?? nothing;
      const read = { revision, comment };
      const told = this.acknowledged.get(questionId) ?? nothing;
      const may = [told, this.tried.get(questionId) ?? told];
      if (!may.some((kept) => kept.revision === revision && kept.comment === comment)) {
        lost.push(`${questionId}: acknowledged ${JSON.stringify(told)}, read ${JSON.stringify(read)}`);
      }
      this.acknowledged.set(questionId, read);
    }
    this.tried.clear();
    return lost;
  }

  private acknowledge(questionId: string, comment: string): void {
    const tried = this.tried.get(questionId);
    if (tried?.comment !== comment) throw new Error(`acknowledged what was not tried: ${questionId}`);
    this.acknowledged.set(questionId, tried);
    this.tried.delete(questionId);
    this.saved += 1;
  }
}
