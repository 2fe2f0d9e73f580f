import type {
  ContextCondition,
  Question,
  QuestionnaireDocument,
  TableRow,
} from '@probant/shared/questionnaires/document';
import { FunctionFactory, SurveyModel } from 'survey-core';

/**
 * The same score as survey-core works it out: one calculated value for each question's scope, risk, strength of proof and
 * discounted risk, for each theme and for the whole. Nothing of ours is called from its expressions but the row rules of
 * tables, which its language cannot say.
 */
export function buildSurvey(document: QuestionnaireDocument): SurveyModel {
  registerRowRisk(document);
  const calculatedValues = document.themes.flatMap((theme) => [
    ...theme.questions.flatMap((question) => valuesOf(document, question, [theme.scope, question.scope])),
    {
      name: `weights_${theme.code}`,
      expression: sum(theme.questions.map(({ id, weight }) => `${weight} * {scope_${key(id)}}`)),
    },
    {
      name: `theme_${theme.code}`,
      expression: `iif({weights_${theme.code}} > 0, (${sum(theme.questions.map(({ id, weight }) => `${weight} * {scope_${key(id)}} * {disc_${key(id)}}`))}) / {weights_${theme.code}}, 0)`,
    },
  ]);
  const counted = document.themes.map(({ code, weight }) => `iif({weights_${code}} > 0, ${weight}, 0)`);
  const total = {
    name: 'total',
    expression: `(${sum(document.themes.map(({ code }, index) => `${counted[index] ?? '0'} * {theme_${code}}`))}) / (${sum(counted)})`,
  };
  return new SurveyModel({
    calculatedValues: [...calculatedValues, total],
    pages: document.themes.map((theme) => ({
      name: theme.code,
      elements: theme.questions.map((question) => ({
        ...elementOf(question),
        name: key(question.id),
        title: question.text.fr,
        visibleIf: `{scope_${key(question.id)}} = 1`,
      })),
    })),
  });
}

/** survey-core reads a hyphen as a minus. */
export function key(id: string): string {
  return id.replaceAll('-', '_');
}

function sum(terms: readonly string[]): string {
  return terms.join(' + ');
}

function elementOf(question: Question): object {
  switch (question.type) {
    case 'single':
      return {
        type: 'radiogroup',
        choices: question.options.map(({ value, label }) => ({ value, text: label.fr })),
      };
    case 'multi':
      return {
        type: 'checkbox',
        choices: question.options.map(({ value, label }) => ({ value, text: label.fr })),
      };
    case 'table':
      return {
        type: 'matrixdynamic',
        columns: question.columns.map((column) => ({ name: column.key, cellType: 'text' })),
      };
    case 'number':
    case 'duration':
    case 'date_age':
    case 'text':
    case 'file':
      return { type: 'text' };
  }
}

function valuesOf(
  document: QuestionnaireDocument,
  question: Question,
  scopes: readonly (ContextCondition | undefined)[],
): object[] {
  const name = key(question.id);
  const own = rawRisk(question);
  const rules = question.inheritIf ?? [];
  const test = (rule: (typeof rules)[number]) =>
    'value' in rule
      ? `({${key(rule.q)}} = '${rule.value}' and {from_${key(rule.q)}} = 0)`
      : `{risk_${key(rule.q)}} >= ${rule.riskGte - 1e-12}`;
  const applies = (rule: (typeof rules)[number]) => `({scope_${key(rule.q)}} = 1 and ${test(rule)})`;
  const choose = (value: (rule: (typeof rules)[number]) => string, otherwise: string) =>
    rules.reduceRight((rest, rule) => `iif(${applies(rule)}, ${value(rule)}, ${rest})`, otherwise);
  const delta = document.evidence.discount[question.evidence.need];
  const conditions = scopes.flatMap((scope) => (scope ? [sayCondition(scope)] : []));
  return [
    {
      name: `scope_${name}`,
      expression: conditions.length === 0 ? '1' : `iif(${conditions.join(' and ')}, 1, 0)`,
    },
    { name: `from_${name}`, expression: choose(() => '1', '0') },
    { name: `risk_${name}`, expression: choose(({ risk }) => String(risk), own) },
    {
      name: `strength_${name}`,
      expression: choose(({ q, risk }) => (risk === 0 ? '1' : `{strength_${key(q)}}`), `{phi_${name}}`),
    },
    {
      name: `disc_${name}`,
      expression: `{risk_${name}} + (1 - {risk_${name}}) * ${delta} * (1 - {strength_${name}})`,
    },
  ];
}

function sayCondition(condition: ContextCondition): string {
  if ('ctx' in condition) {
    const tests = Object.entries(condition.ctx).map(
      ([fact, value]) => `{ctx_${fact}} = ${typeof value === 'string' ? `'${value}'` : value}`,
    );
    return `(${tests.join(' and ')})`;
  }
  if ('all' in condition) return `(${condition.all.map(sayCondition).join(' and ')})`;
  if ('any' in condition) return `(${condition.any.map(sayCondition).join(' or ')})`;
  return `(!${sayCondition(condition.not)})`;
}

function rawRisk(question: Question): string {
  const answer = `{${key(question.id)}}`;
  switch (question.type) {
    case 'single':
      return question.options.reduceRight(
        (rest, option) => `iif(${answer} = '${option.value}', ${option.risk ?? 0}, ${rest})`,
        '1',
      );
    case 'multi': {
      const credits = sum(
        question.options.map(
          (option) => `iif(${answer} contains '${option.value}', ${option.credit ?? 0}, 0)`,
        ),
      );
      return `iif(1 - (${credits}) < 0, 0, 1 - (${credits}))`;
    }
    case 'number':
    case 'duration':
    case 'date_age':
      return curve(answer, question.curve, question.noneRisk ?? 1);
    case 'table':
      return `rowRisk(${answer}, '${question.id}')`;
    case 'text':
    case 'file':
      return '0';
  }
}

function curve(answer: string, points: readonly (readonly [number, number])[], noneRisk: number): string {
  const last = points.at(-1)?.[1] ?? 0;
  const pieces = points.reduceRight((rest, [x, risk], index) => {
    const before = points[index - 1];
    if (!before) return `iif(${answer} <= ${x}, ${risk}, ${rest})`;
    const slope = (risk - before[1]) / (x - before[0]);
    return `iif(${answer} <= ${x}, ${before[1]} + (${answer} - ${before[0]}) * (${slope}), ${rest})`;
  }, String(last));
  return `iif(${answer} = 'none', ${noneRisk}, ${pieces})`;
}

function registerRowRisk(document: QuestionnaireDocument): void {
  const tables = new Map(
    document.themes
      .flatMap((theme) => theme.questions)
      .flatMap((question) => (question.type === 'table' ? [[question.id, question] as const] : [])),
  );
  FunctionFactory.Instance.register('rowRisk', ([rows, id]: unknown[]) => {
    const table = tables.get(String(id));
    if (!table || !Array.isArray(rows) || rows.length === 0) return 1;
    const activities = new Set((rows as TableRow[]).map((row) => row['activity']));
    if (table.rowsRequired?.some((activity) => !activities.has(activity))) return 1;
    return Math.max(
      ...(rows as TableRow[]).map((row) => table.rowRisk.find((rule) => rowHolds(rule.when, row))?.risk ?? 1),
    );
  });
}

function rowHolds(when: Readonly<Record<string, string | number | boolean>>, row: TableRow): boolean {
  return Object.entries(when).every(([name, wanted]) => {
    const certificates = Array.isArray(row['certificates']) ? row['certificates'] : [];
    const activities = row['hds_activities'];
    if (name === 'expires_in_days_gte') return Number(row['expires_in_days'] ?? -1) >= Number(wanted);
    if (name === 'hds_activities_not_empty')
      return (Array.isArray(activities) && activities.length > 0) === wanted;
    if (name === 'has_certificate') return certificates.includes(String(wanted));
    if (name === 'has_any_certificate')
      return certificates.some((certificate) => certificate !== 'none') === wanted;
    return row[name] === wanted;
  });
}
