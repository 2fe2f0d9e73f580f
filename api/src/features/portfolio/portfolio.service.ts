import { Injectable } from '@nestjs/common';
import type {
  Knockout,
  KnockoutCondition,
  QuestionnaireDocument,
} from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { cursorColumns, orderOf, pageClause, toPage, type CursorRow } from '../../platform/http/page.js';
import { Library } from '../library/library.public.js';
import {
  countsStatement,
  deadlinesShown,
  deadlinesStatement,
  maxOverdue,
  overdueStatement,
} from './portfolio-statements.js';
import {
  awaited,
  portfolioConditions,
  portfolioOrders,
  progressColumn,
  standingColumns,
  toReview,
  toStanding,
  type StandingRow,
} from './portfolio-list.js';
import type {
  DeadlineResponse,
  PortfolioQuery,
  PortfolioResponse,
  PortfolioSummaryResponse,
  PortfolioItemResponse,
} from './portfolio.dto.js';

interface CountRow {
  readonly dimension: string;
  readonly key: string;
  readonly count: string;
}

/** Every engagement where it stands today. Counts are kept by trigger, pages by index: neither grows with the portfolio. */
@Injectable()
export class Portfolio {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly library: Library,
  ) {}

  list(scope: Scope, query: PortfolioQuery): Promise<PortfolioResponse> {
    return this.work.run(scope, (tx) => this.page(tx, scope, query));
  }

  async page(tx: Tx, scope: Scope, query: PortfolioQuery): Promise<PortfolioResponse> {
    const today = this.clock.today();
    const conditions = portfolioConditions(scope, query, today);
    const order = orderOf(query.sort, '-score', portfolioOrders);
    const clause = pageClause(conditions, order, query);
    const rows = await tx.query<StandingRow & CursorRow & { progress: number | null }>(
      `SELECT ${standingColumns}, ${progressColumn}, ${cursorColumns(order)} FROM engagement_standings s ${clause}`,
      conditions.parameters,
    );
    return toPage(rows, query, (row) => toStanding(row, today));
  }

  summary(scope: Scope): Promise<PortfolioSummaryResponse> {
    return this.work.run(scope, async (tx) => {
      const today = this.clock.today();
      const counts = await tx.query<CountRow>(countsStatement, [scope.organisationId]);
      const of = (dimension: string) =>
        Object.fromEntries(
          counts.filter((row) => row.dimension === dimension).map(({ key, count }) => [key, Number(count)]),
        );
      const { '': unscored = 0, ...graded } = of('grade');
      const engagements = of('all')[''] ?? 0;
      const statuses = of('status');
      const inAny = (names: readonly string[]) => names.reduce((sum, name) => sum + (statuses[name] ?? 0), 0);
      const bank = this.library.questionBank();
      return {
        engagements,
        scored: engagements - unscored,
        grades: graded,
        statuses,
        tiers: of('tier'),
        unlawful: of('unlawful')[''] ?? 0,
        undemonstrated: of('undemonstrated')[''] ?? 0,
        proved: of('proved')[''] ?? 0,
        awaited: inAny(awaited),
        toReview: inAny(toReview),
        overdue: await this.countOverdue(tx, scope, today),
        knockouts: knockoutsOf(of('knockout'), bank.knockouts),
        knockoutThemes: bank.knockouts.map(({ id, when }) => ({ id, themes: themesOf(bank, when) })),
        deadlines: await this.deadlines(tx, scope, today),
        gradeLimits: bank.grades.map(({ grade, max }) => ({ grade, max })),
        themes: bank.themes.map(({ code, short, title }) => ({ code, title: short ?? title })),
      };
    });
  }

  private async countOverdue(tx: Tx, scope: Scope, today: string): Promise<number> {
    const { count } = await tx.get<{ count: string }>(overdueStatement, [
      scope.organisationId,
      today,
      maxOverdue,
    ]);
    return Number(count);
  }

  private async deadlines(tx: Tx, scope: Scope, today: string): Promise<DeadlineResponse[]> {
    const rows = await tx.query<StandingRow & { assessment_id: string; due_on: string }>(deadlinesStatement, [
      scope.organisationId,
      today,
      deadlinesShown,
    ]);
    return rows.map((row) => ({
      assessmentId: row.assessment_id,
      engagementId: row.engagement_id,
      supplierName: row.supplier_name,
      engagementName: row.engagement_name,
      dueOn: row.due_on,
      status: row.status,
    }));
  }
}

/** In the order of the bank; a knock-out of a questionnaire that names its own is shown by its id. */
function knockoutsOf(
  counts: Readonly<Record<string, number>>,
  known: readonly Knockout[],
): PortfolioSummaryResponse['knockouts'] {
  const place = new Map(known.map(({ id }, index) => [id, index]));
  return Object.entries(counts)
    .map(([name, count]) => {
      const slash = name.lastIndexOf('/');
      const id = name.slice(0, slash);
      const text = known.find((knockout) => knockout.id === id)?.text ?? { fr: id, en: id };
      return {
        id,
        state: name.slice(slash + 1) as PortfolioItemResponse['knockouts'][number]['state'],
        count,
        text,
      };
    })
    .toSorted((a, b) => (place.get(a.id) ?? known.length) - (place.get(b.id) ?? known.length));
}

function themesOf(bank: QuestionnaireDocument, when: KnockoutCondition): string[] {
  const questions = new Set(questionsOf(when));
  return bank.themes
    .filter((theme) => theme.questions.some(({ id }) => questions.has(id)))
    .map(({ code }) => code);
}

function questionsOf(when: KnockoutCondition): string[] {
  if ('q' in when) return [when.q];
  return ('any' in when ? when.any : when.all).flatMap(questionsOf);
}
