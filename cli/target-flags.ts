import { type Command, Option } from 'commander';
import { APP_PLAYERS } from '../targets/target.ts';
import { collectAccount, readSeconds } from './flag-values.ts';

/** The flags that say what is under test and how it is reached. */
export function withTargetFlags(command: Command): Command {
  return command
    .addOption(driveOption())
    .option('--portal-url <url>', 'where the portal under test is')
    .option('--app-url <url>', 'where its phone app is, if that is a page: it is used in a browser as on a phone')
    .addOption(appOption())
    .option('--webdriver-url <url>', 'where a WebDriver server (Appium, chromedriver) drives the device with the app')
    .option('--conversation-url <url>', 'where a link into one of its conversations leads, in such an app')
    .option('--phone-api-url <url>', API_HELP)
    .option('--control-url <url>', 'where its test controls (clock, accounts) answer')
    .option('--username <name>', 'an account of it; with --password, or the password in PAIRCHECK_PASSWORD')
    .option('--password <text>', 'its password')
    .option(
      '--account <name:password>',
      'one more (repeatable): more accounts show more, and eight or more sooner',
      collectAccount,
      [],
    )
    .option('--patience <seconds>', 'how long to wait, each time, for a clock that cannot be moved (65)', readSeconds);
}

function appOption(): Option {
  const who =
    'who plays the phone, where that does not follow from the rest; person: a real phone, and you are asked; ' +
    'webdriver: its own app, native or a page, through --webdriver-url';
  return new Option('--app <who>', who).choices(APP_PLAYERS);
}

const API_HELP =
  "where the phone's server answers our own app, the portal's address if left out; beside --app-url: that app speaks " +
  'protocol/openapi.json, so its server can be played';

function driveOption(): Option {
  const how = 'the web user: in a real browser (the default), or reading the HTML without one';
  return new Option('--drive <how>', how).choices(['browser', 'api']);
}
