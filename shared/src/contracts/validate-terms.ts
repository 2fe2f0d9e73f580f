import { isDay } from '../calendar.js';
import { accept, fieldRefusal, refuseFields, type Decision, type FieldRefusal } from '../decision.js';
import { maxCounts, maxLengths } from '../limits.js';
import { checkText, tidyText } from '../plain-text.js';
import type { ContractTerms } from './terms.js';

/** Ten thousand million euros: far above any contract, far below what a double counts exactly. */
export const maxCents = 1_000_000_000_000;
export const maxTermMonths = 1_200;
export const maxNotice = 3_650;
export const maxHours = 8_760;

/** The terms, tidy, or every field that does not hold; shapes and numbers are the caller's to have checked. */
export function validateTerms(asked: ContractTerms): Decision<ContractTerms> {
  const errors = [...checkTexts(asked), ...checkDays(asked), ...checkParts(asked), ...checkServices(asked)];
  if (errors.length > 0) return refuseFields(errors);
  return accept(tidied(asked));
}

/** Copies every part: what was asked may be of classes, what is kept is plain. */
function tidied(asked: ContractTerms): ContractTerms {
  const { renewal, customerNotice, supplierNotice, exitFees, cap, cure, notification } = asked;
  return {
    ...asked,
    title: tidyText(asked.title),
    renewal: renewal && { ...renewal },
    customerNotice: customerNotice && { ...customerNotice },
    supplierNotice: supplierNotice && { ...supplierNotice },
    services: asked.services.map((service) => ({ ...service, name: tidyText(service.name) })),
    exitFees: exitFees && { ...exitFees },
    cap: cap && { ...cap },
    cure: cure && { ...cure, article: tidyText(cure.article), wording: tidyText(cure.wording) },
    notification: notification && { ...notification },
  };
}

function checkTexts({ title, cure }: ContractTerms): FieldRefusal[] {
  return [
    ...checkText('/title', title, { max: maxLengths.title, min: 1 }),
    ...(cure === null
      ? []
      : [
          ...checkText('/cure/article', cure.article, { max: maxLengths.name, optional: true }),
          ...checkText('/cure/wording', cure.wording, {
            max: maxLengths.longText,
            optional: true,
            multiline: true,
          }),
        ]),
  ];
}

function checkDays({ signedOn, startsOn, endsOn }: ContractTerms): FieldRefusal[] {
  const days = { signedOn, startsOn, endsOn };
  const wrong = Object.entries(days).flatMap(([name, day]) =>
    day === null || isDay(day) ? [] : [fieldRefusal(`/${name}`, 'not-a-date')],
  );
  if (wrong.length > 0) return wrong;
  const from = startsOn ?? signedOn;
  return endsOn !== null && from !== null && endsOn < from
    ? [fieldRefusal('/endsOn', 'ends-before-it-starts')]
    : [];
}

/** What a kind needs is there, and what it does not know is not. */
function checkParts({ renewal, exitFees, cap, cure, notification }: ContractTerms): FieldRefusal[] {
  return [
    ...(renewal?.kind === 'tacit' ? needed('/renewal/months', renewal.months) : []),
    ...(renewal?.kind === 'none' ? unexpected('/renewal/months', renewal.months) : []),
    ...(exitFees === null
      ? []
      : (exitFees.kind === 'share' ? needed : unexpected)('/exitFees/sharePercent', exitFees.sharePercent)),
    ...(cap === null
      ? []
      : [
          ...(cap.kind === 'fees' ? needed : unexpected)('/cap/multiple', cap.multiple),
          ...(cap.kind === 'amount' ? needed : unexpected)('/cap/cents', cap.cents),
        ]),
    ...(cure?.kind === 'none' ? unexpected('/cure/days', cure.days) : []),
    ...(notification?.kind === 'none' ? unexpected('/notification/hours', notification.hours) : []),
  ];
}

function needed(at: string, value: number | null): FieldRefusal[] {
  return value === null ? [fieldRefusal(at, 'required')] : [];
}

function unexpected(at: string, value: number | null): FieldRefusal[] {
  return value === null ? [] : [fieldRefusal(at, 'unknown-field')];
}

function checkServices({ services }: ContractTerms): FieldRefusal[] {
  if (services.length > maxCounts.contractServices) {
    return [fieldRefusal('/services', 'too-many', { max: maxCounts.contractServices })];
  }
  return services.flatMap(({ name }, index) =>
    checkText(`/services/${index}/name`, name, { max: maxLengths.name, min: 1 }),
  );
}
