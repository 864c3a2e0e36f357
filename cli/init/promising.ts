/** What is known of a control besides its name. */
interface Surroundings {
  path: readonly string[];
  username: string;
  isNew: boolean;
  /** What can be read on its page. */
  lines: readonly string[];
}

/** What says outright that it is about a second factor by codes. */
const SECOND_FACTOR =
  /\b(two|2(nd)?|second|multi)[ -]?(factor|step|fa)\b|\b[2m]fa\b|authenticator|authentication app|\btotp\b|\botp\b|one[ -]time (code|password)|mobile authentication|register.*device/i;
/** Where such things mostly are. */
const SECURITY =
  /security|sign[ -]?in (options|methods|settings)|log[ -]?in (options|settings)|access control|password/i;
/** What is about whoever has signed in. */
const OWN = /account|profile|settings|preferences|personal|user menu|\bmy\b|\bme\b/i;
/** What begins it, once there. */
const BEGINS =
  /^(enable|set ?up|activate|configure|add|turn on|get started|begin|start|register|next|continue|manage|edit)\b/i;
/** What changes more than a registration that is begun, or is another kind of factor. */
const NEVER =
  /delete|remove|disable|deactivate|turn off|reset|revoke|sign[ -]?out|log[ -]?(out|off)|cancel|close|back\b|download|upload|export|import|invite|forgot|e-?mail|\bsms\b|text message|recovery|backup|security key|passkey|webauthn|\bapi\b|access key|token/i;

const SCORES = { secondFactor: 8, begins: 5, security: 4, own: 2, menu: 1 };
/** What has just come up counts for more than what is on every page. */
const NEWS = 0.5;

/** How likely it is that pressing what has this name leads to the registration of a phone; 0 where nobody should. */
export function scoreOf(name: string, { path, username, isNew, lines }: Surroundings): number {
  if (name.trim() === '' || NEVER.test(name)) return 0;
  const news = isNew ? NEWS : 0;
  if (SECOND_FACTOR.test(name)) return SCORES.secondFactor + news;
  const isThere = path.some((step) => SECOND_FACTOR.test(step) || SECURITY.test(step));
  if (isNew && BEGINS.test(name) && (isThere || lines.some((line) => SECOND_FACTOR.test(line))))
    return SCORES.begins + news;
  if (SECURITY.test(name)) return SCORES.security + news;
  if (OWN.test(name)) return SCORES.own + news;
  const isMenu = /\bmenu\b/i.test(name) || (username !== '' && name.includes(username.split('@')[0] ?? username));
  return isMenu ? SCORES.menu + news : 0;
}
