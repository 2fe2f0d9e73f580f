import { maxLengths } from '@probant/shared/limits';
import { presentations } from '@probant/shared/portfolio/figures';
import { Flag, ListOf, Nested, OneOf, Text, Uuid } from '../../platform/http/fields.js';
import { PortfolioFilters } from '../portfolio/portfolio.public.js';

/** What the address of a view holds. */
export class ViewFilters extends PortfolioFilters {
  @OneOf(presentations, { optional: true }) view?: (typeof presentations)[number];
}

export class SaveViewRequest {
  @Text({ max: maxLengths.name }) name!: string;
  @Nested(() => ViewFilters) filters!: ViewFilters;
  @Flag({ description: 'Offered to every member of the organisation' }) shared!: boolean;
}

export class PortfolioViewResponse extends SaveViewRequest {
  @Uuid() id!: string;
  @Flag({ description: 'The reader made it, and may change it' }) mine!: boolean;
  @Text() byName!: string;
}

export class PortfolioViewsResponse {
  @ListOf(() => PortfolioViewResponse, { description: 'Those of the reader, and those that others share' })
  items!: PortfolioViewResponse[];
}
