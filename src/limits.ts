/** Every limit on what comes from outside. `.github/THREATS.md` prints the table; `tests/hostile-limits.test.ts` walks it. */

/** How many messages of one rule about one file are kept, and how long one may be; behind the last stands how many more there are. */
export const MESSAGES = { perRule: 100, characters: 2_000 } as const;
