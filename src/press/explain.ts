/** What a person who asks why needs beside the reasons that a ledger keeps. */
export { THRESHOLD } from '../quotes/kind.ts';
