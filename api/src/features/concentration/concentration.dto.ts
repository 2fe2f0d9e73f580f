import { hdsActivities, type HdsActivity } from '@probant/shared/certifications/activities';
import { identityGrounds, type IdentityGround } from '@probant/shared/concentration/identify-actors';
import { maxLengths } from '@probant/shared/limits';
import { grades, tiers, type Grade, type Tier } from '@probant/shared/questionnaires/document';
import {
  Decimal,
  Flag,
  ListOf,
  Nested,
  OneOf,
  SomeOf,
  Text,
  Uuid,
  Whole,
} from '../../platform/http/fields.js';
import { PageQuery, sortNames } from '../../platform/http/page.js';
import { CentsRangeResponse } from '../exposure/exposure.public.js';

export const nodeKinds = ['actor', 'place', 'country'] as const;
export type NodeKind = (typeof nodeKinds)[number];
const sorts = sortNames('suppliers', 'engagements', 'critical', 'depth', 'name');

export class ConcentrationQuery extends PageQuery {
  @OneOf(nodeKinds, { optional: true }) kind?: NodeKind;
  @OneOf(['shared'], { optional: true, description: 'What two suppliers or more depend on' })
  share?: 'shared';
  @Text({ optional: true, min: 0, max: maxLengths.search, description: 'In the name' }) search?: string;
  @OneOf(sorts, { optional: true }) sort?: string;
}

export class ConcentrationGraphQuery {
  @Uuid({ optional: true, description: 'Stands in the graph whether it is one of the most shared or not' })
  node?: string;
}

export class DependentsQuery {
  @Uuid({ description: 'A company, a place or a country of the concentration, or a record of a company' })
  node!: string;
}

export class ConcentrationNodeResponse {
  @Uuid() id!: string;
  @OneOf(nodeKinds) kind!: NodeKind;
  @Text() name!: string;
  @Text({ nullable: true, description: 'Of a company' }) siren!: string | null;
  @OneOf(identityGrounds, {
    nullable: true,
    description:
      'Why several records count as one company: a shared name proves nothing; null for a place and a country, which have only their name',
  })
  ground!: IdentityGround | null;
  @Flag({ nullable: true, description: 'Of a country: it is no member of the European Economic Area' })
  outsideEea!: boolean | null;
  @Whole({ description: 'Suppliers in whose chains it stands' }) suppliers!: number;
  @Whole() engagements!: number;
  @Whole({ description: 'Engagements of tier T4' }) critical!: number;
  @Whole({
    nullable: true,
    description: 'Contracts between it and the buyer, at least; null where no contract leads there',
  })
  leastDepth!: number | null;
  @Whole({ nullable: true }) mostDepth!: number | null;
}

export class ConcentrationResponse {
  @ListOf(() => ConcentrationNodeResponse) items!: ConcentrationNodeResponse[];
  @Text({ nullable: true }) next!: string | null;
}

class GraphSupplierResponse {
  @Uuid({ description: 'Its company in the concentration' }) id!: string;
  @Uuid() supplierId!: string;
  @Text() name!: string;
  @Whole({ description: 'Its engagements that a chain was stated for' }) engagements!: number;
}

class GraphEdgeResponse {
  @Uuid() from!: string;
  @Uuid() to!: string;
  @Whole() engagements!: number;
}

class GraphRestResponse {
  @Whole() suppliers!: number;
  @Whole() actors!: number;
  @Whole() places!: number;
  @Whole() countries!: number;
}

export class ConcentrationGraphResponse {
  @ListOf(() => GraphSupplierResponse) suppliers!: GraphSupplierResponse[];
  @ListOf(() => ConcentrationNodeResponse, { description: 'The most shared first' })
  nodes!: ConcentrationNodeResponse[];
  @ListOf(() => GraphEdgeResponse, {
    description:
      'From a supplier to a company of its chains, and from either to a place where it works and the country where it is established',
  })
  edges!: GraphEdgeResponse[];
  @Nested(() => GraphRestResponse, { description: 'What the graph leaves to the table' })
  rest!: GraphRestResponse;
  @Whole({ description: 'Engagements that a chain was stated for' }) stated!: number;
  @Whole({ description: 'Engagements without one: nothing is known of what they depend on' })
  unstated!: number;
}

class DependentResponse {
  @Uuid() engagementId!: string;
  @Uuid() supplierId!: string;
  @Text() engagementName!: string;
  @Text() supplierName!: string;
  @OneOf(tiers) tier!: Tier;
  @OneOf(grades, { nullable: true }) grade!: Grade | null;
  @Decimal({ nullable: true }) score!: number | null;
  @Whole({ nullable: true, description: 'Contracts between it and the buyer in this chain' }) depth!:
    number | null;
  @SomeOf(hdsActivities, { description: 'What it performs there' }) activities!: HdsActivity[];
  @Nested(() => CentsRangeResponse, {
    nullable: true,
    description:
      'What may stay with the buyer; null where nobody estimated it, or the notice was not accepted',
  })
  exposure!: CentsRangeResponse | null;
}

class TierCountResponse {
  @OneOf(tiers) tier!: Tier;
  @Whole() count!: number;
}

export class DependentsResponse {
  @Nested(() => ConcentrationNodeResponse) node!: ConcentrationNodeResponse;
  @Uuid({ nullable: true, description: 'Where the company is a supplier as well' }) supplierId!:
    string | null;
  @Whole({ description: 'Engagements that depend on it' }) total!: number;
  @ListOf(() => TierCountResponse, { description: 'The most critical first' }) tiers!: TierCountResponse[];
  @Flag({ description: 'Whether the caller accepted the notice on amounts' }) amountsShown!: boolean;
  @Whole({ description: 'Engagements whose exposure was estimated' }) estimated!: number;
  @Nested(() => CentsRangeResponse, {
    nullable: true,
    description: 'Of those, all at their best to all at their worst',
  })
  exposure!: CentsRangeResponse | null;
  @ListOf(() => DependentResponse, { description: 'The most critical first, page after page' })
  items!: DependentResponse[];
  @Text({ nullable: true }) next!: string | null;
}
