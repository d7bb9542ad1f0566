/** The browser: found, started behind walls, and used to print. */
export { deadlineIn, type Deadline } from './deadline.ts';
export { BrowserError } from './deadline.ts';
export { isInstalled } from './faces.ts';
export { openSession, type PrintSession } from './session.ts';
export { installBrowser, installSentence } from './install.ts';
export { findBrowser, lookedForBrowsers, type Supply } from './supply.ts';
