import type { Translate } from '../platform/i18n/texts.js';
import type { Session } from '../platform/session/session.js';
import type { NavigationItem } from '../ui/shell/navigation.js';
import type { routeTexts } from './route.texts.js';
import { screens } from './routes.js';
import type { Screen } from './screen.js';

/** Whether a screen opens to this session; the API decides again on every call. */
export function opensTo(screen: Screen, session: Session): boolean {
  if (screen.action && !session.permissions.includes(screen.action)) return false;
  if (session.link !== null && !withinLink(screen)) return false;
  // A part is all that there is of the product for whoever holds one; lessons explain its questions.
  if (session.part !== null) return ['public', 'signed-in', 'part'].includes(screen.access);
  switch (screen.access) {
    case 'public':
    case 'signed-in':
      return true;
    case 'link':
      return session.link !== null;
    case 'part':
      return false;
    case 'member':
      return session.organisation !== null;
    case 'buyer':
    case 'supplier':
      return session.organisation?.kind === screen.access;
  }
}

/** A session that a link opened reaches its one request, and so the screens that name one. */
function withinLink(screen: Screen): boolean {
  return ['public', 'signed-in', 'link'].includes(screen.access) || screen.path.includes(':assessmentId');
}

/** The top navigation of a session, in the order of the list of screens. */
export function navigationOf(session: Session, t: Translate<(typeof routeTexts)['fr']>): NavigationItem[] {
  return screens
    .filter((screen) => screen.navigation && opensTo(screen, session))
    .map(({ path, title }) => ({
      path,
      title: t(title),
      covers: screens.filter(({ within }) => within === path).map((screen) => screen.path),
    }));
}

/** Every screen that a session may go to from anywhere: those without a parameter, and those of the one request of a link. */
export function placesOf(session: Session, t: Translate<(typeof routeTexts)['fr']>): NavigationItem[] {
  return screens
    .filter((screen) => screen.access !== 'public' && opensTo(screen, session))
    .map(({ path, title }) => ({
      path: session.link === null ? path : path.replace(':assessmentId', session.link.assessmentId),
      title: t(title),
    }))
    .filter(({ path }) => !path.includes(':'));
}

/** Where a session lands: the home of its role, else the first entry of its navigation, else the person's own settings. */
export function homeOf(session: Session): string {
  const open = screens.filter((screen) => !screen.path.includes(':') && opensTo(screen, session));
  const home = open.find((screen) => session.roles.some((role) => screen.homeOf?.includes(role)));
  const link = open.find(({ access }) => access === 'link' || access === 'part');
  return (link ?? home ?? open.find((screen) => screen.navigation))?.path ?? '/settings/profile';
}
