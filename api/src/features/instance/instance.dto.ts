import { Email, Flag, ListOf, OneOf, Text } from '../../platform/http/fields.js';
import { demoSeats, type DemoSeat } from './demo-accounts.js';

export class DemoAccountResponse {
  @Email() email!: string;
  @Text() password!: string;
  @Text() name!: string;
  @Text() title!: string;
  @Text() organisationName!: string;
  @OneOf(demoSeats) seat!: DemoSeat;
}

export class InstanceResponse {
  @Flag() demo!: boolean;
  @Text() version!: string;
  @Flag({ description: 'Whether e-mails leave; otherwise they are kept in the database' })
  mailLeaves!: boolean;
  @ListOf(() => DemoAccountResponse, { description: 'One for each seat; none outside a demo' })
  demoAccounts!: DemoAccountResponse[];
}
