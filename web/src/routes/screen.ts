import type { Action, Role } from '@probant/shared/permissions';
import type { ComponentType } from 'react';

import type { Texts } from '../platform/i18n/texts.js';
import type { routeTexts } from './route.texts.js';

/**
 * Who a screen opens to: anybody; a member of a buyer or of a supplier organisation; either of them; a session that a link
 * opened, before or after it chose a workspace; a colleague who was handed a part; or all of these who are signed in.
 */
export type Access = 'public' | 'buyer' | 'supplier' | 'member' | 'link' | 'part' | 'signed-in';

type KeysOf<T> = T extends Texts<infer F> ? keyof F & string : never;

/** A value for a path parameter, found in a running demo: the first match of a list of the API, or the text itself. */
export type Sample = string | { readonly from: string; readonly field: string };

/** One screen of the product. Router, navigation and the accessibility test all read the same list. */
export interface Screen {
  readonly path: string;
  readonly access: Access;
  readonly title: KeysOf<typeof routeTexts>;
  /** The permission without which the screen is not offered and does not open. */
  readonly action?: Action;
  /** Stands in the top navigation, in the order of the list. */
  readonly navigation?: true;
  /** The entry of the navigation that it belongs to, where its own address does not say so. */
  readonly within?: string;
  /** The roles that land here after signing in. */
  readonly homeOf?: readonly Role[];
  /** `own`: the screen draws its frame itself. */
  readonly frame?: 'own';
  /** A value per parameter of the path, and of what follows it, for the tests that open every screen. */
  readonly sample?: Readonly<Record<string, Sample>>;
  /** What follows the path in those tests: a fragment with a token, a query; it may name a sample as the path does. */
  readonly sampleSuffix?: string;
  readonly load: () => Promise<ComponentType>;
}
