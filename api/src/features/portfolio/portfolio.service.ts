import { Injectable } from '@nestjs/common';
import { addDays, addMonths, type Day } from '@probant/shared/calendar';
import type {
  Knockout,
  KnockoutCondition,
  QuestionnaireDocument,
} from '@probant/shared/questionnaires/document';
import { knockoutName } from '@probant/shared/questionnaires/knockout-name';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work } from '../../platform/database/work.js';
import { toPage } from '../../platform/http/page.js';
import { Library } from '../library/library.public.js';
import {
  pageStatement,
  summaryStatements,
  type CountRow,
  type DeadlineRow,
  type PageRow,
} from './portfolio-statements.js';
import { awaited, toReview, toStanding } from './portfolio-list.js';
import type {
  DeadlineResponse,
  PortfolioQuery,
  PortfolioResponse,
  PortfolioSummaryResponse,
  PortfolioItemResponse,
} from './portfolio.dto.js';

/** Every engagement where it stands today. Counts are kept by trigger, pages by index: neither grows with the portfolio. */
@Injectable()
export class Portfolio {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly library: Library,
  ) {}

  async list(scope: Scope, query: PortfolioQuery): Promise<PortfolioResponse> {
    const today = this.clock.today();
    const [rows] = await this.work.ask<[PageRow]>(scope, pageStatement(scope, query, today));
    return toPage(rows, query, (row) => toStanding(row, today));
  }

  async summary(scope: Scope): Promise<PortfolioSummaryResponse> {
    const [counts, [late], deadlines] = await this.work.ask<[CountRow, { count: string }, DeadlineRow]>(
      scope,
      ...summaryStatements(scope, this.clock.today()),
    );
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
      overdue: Number(late?.count ?? 0),
      tierGrades: of('tier-grade'),
      proofGrades: of('proof-grade'),
      moves: of('move'),
      quarters: quartersOf(of('quarter')),
      knockouts: knockoutsOf(of('knockout'), bank.knockouts),
      knockoutThemes: bank.knockouts.map(({ id, when }) => ({
        id,
        name: knockoutName(bank.knockouts, id),
        themes: themesOf(bank, when),
      })),
      deadlines: deadlines.map(toDeadline),
      gradeLimits: bank.grades.map(({ grade, max }) => ({ grade, max })),
      themes: bank.themes.map(({ code, short, title }) => ({ code, title: short ?? title })),
    };
  }
}

/** Counts of `2026-07-01/D`, by quarter. */
function quartersOf(counts: Readonly<Record<string, number>>): PortfolioSummaryResponse['quarters'] {
  const quarters = new Map<Day, Record<string, number>>();
  for (const [key, count] of Object.entries(counts)) {
    const [quarter = '', grade = ''] = key.split('/');
    quarters.set(quarter, { ...quarters.get(quarter), [grade]: count });
  }
  return [...quarters]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([quarter, grades]) => ({ quarter, endsOn: addDays(addMonths(quarter, 3), -1), grades }));
}

function toDeadline(row: DeadlineRow): DeadlineResponse {
  return {
    assessmentId: row.assessment_id,
    engagementId: row.engagement_id,
    supplierName: row.supplier_name,
    engagementName: row.engagement_name,
    dueOn: row.due_on,
    status: row.status,
  };
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
        name: knockoutName(known, id),
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
