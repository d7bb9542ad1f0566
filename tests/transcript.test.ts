/** Transcript files of every format, as turns with their places. */
import { describe, expect, test } from 'vitest';
import { transcribed, turnsOf, verifierOf } from './verify-help.ts';

const CALL = ['Steve Witkoff', 'Yuri Ushakov'];

/** Every turn's words stand where its map says. */
function mapHolds(told: ReturnType<typeof transcribed>): void {
  const { text, turns } = told.transcript!;
  for (const turn of turns) {
    for (const [i, { from, at }] of turn.map.entries()) {
      const words = turn.text.slice(from, turn.map[i + 1]?.from).trimEnd();
      if (!/["&\\]/u.test(words)) expect(text.slice(at, at + words.length)).toBe(words);
    }
  }
}

describe('lines with labels', () => {
  test('times, initials with a key, continuation lines, stage directions', () => {
    const told = transcribed(
      `Recorded Date: 14 March 2025
KEY: SW = Steve Witkoff, YU = Yuri Ushakov

(00:00:12) SW: Hello, it’s me.
Can you hear me? [laughter] I
can’t say.
YU (00:01:20): Yes: I can.
First: we need a plan.
00:02:00 SW: No.
YU: [00:02:05] Why?
SW (via interpreter): A plan.
`,
      CALL,
    );
    expect(turnsOf(told)).toEqual([
      '||Recorded Date: 14 March 2025\nKEY: SW = Steve Witkoff, YU = Yuri Ushakov',
      'SW|00:00:12|Hello, it’s me.\nCan you hear me? [laughter] I\ncan’t say.',
      'YU|00:01:20|Yes: I can.\nFirst: we need a plan.',
      'SW|00:02:00|No.',
      'YU|00:02:05|Why?',
      'SW||A plan.',
    ]);
    expect({ ...told.transcript!.speakers }).toEqual({ SW: 'steve-witkoff', YU: 'yuri-ushakov' });
    expect(told.transcript!.turns.map(({ line }) => line)).toEqual([1, 4, 7, 9, 10, 11]);
    expect(told.messages).toEqual([]);
    mapHolds(told);
  });

  test.each([
    ['STEVE WITKOFF', 'steve-witkoff'],
    ['WITKOFF', 'steve-witkoff'],
    ['MR. WITKOFF', 'steve-witkoff'],
    ['S. Witkoff', 'steve-witkoff'],
    ['SW', 'steve-witkoff'],
    ['Mr Witkof', 'steve-witkoff'],
    ['Ushakov', 'yuri-ushakov'],
  ])('%s is a participant', (label, id) => {
    const { transcript, messages } = transcribed(`${label}: Hello.\nPeskov: Hello.\n`, [
      ...CALL,
      'Dmitry Peskov',
    ]);
    expect(transcript!.speakers[label]).toBe(id);
    expect(messages).toEqual([]);
  });

  test('an office after the name is no part of the label; a sentence with a comma and a colon is none', () => {
    const told = transcribed(
      `Prof. Jürgen Höß: Sie schweigen.
Dr. Käthe Holm, Bundesministerin für Verkehr: Wer schweigt,
Herr Kollege, ich sage Ihnen: das stimmt nicht.
Mr. President, hear this: No.
Anna Berg, we say this: no.
`,
      ['Jürgen Höß', 'Käthe Holm'],
    );
    expect(told.transcript!.turns.map(({ speaker }) => speaker)).toEqual([
      'Prof. Jürgen Höß',
      'Dr. Käthe Holm',
    ]);
    expect({ ...told.transcript!.speakers }).toEqual({
      'Prof. Jürgen Höß': 'jurgen-hoß',
      'Dr. Käthe Holm': 'kathe-holm',
    });
  });

  test.each([
    [
      'short names in capitals',
      'LEE: We asked for ten.\n\nVIK: And got nine.\n\nLEE: No.\n',
      'LEE VIK LEE',
    ],
    [
      'full names in capitals',
      'ANN LEE: We asked for ten.\n\nBO VIK: And got nine.\n\nANN LEE: No.\n',
      'ANN LEE, BO VIK, ANN LEE',
    ],
    [
      'line by line',
      'ANN LEE: We asked for ten.\nBO VIK: And got nine.\nANN LEE: No.\n',
      'ANN LEE, BO VIK, ANN LEE',
    ],
    [
      'small letters',
      'Ann Lee: We asked for ten.\n\nBo Vik: And got nine.\n\nAnn Lee: No.\n',
      'Ann Lee, Bo Vik, Ann Lee',
    ],
    [
      'a speech of two paragraphs',
      'LEE: We asked.\n\nVIK: And got nine.\nNo more.\n\nLEE: No.\n',
      'LEE VIK LEE',
    ],
    ['a log', 'INFO: pump on.\nWARN: pressure low.\nINFO: pump off.\n', ''],
    ['places of a news report', 'LONDON: The price rose.\n\nPARIS: Nobody bought.\n', ''],
    [
      'labels that do not answer each other',
      'KORA: We asked for ten.\n\nVIK: And got nine.\n\nLEE: No.\n',
      '',
    ],
  ])('a short dialogue of strangers: %s', (_, text, expected) => {
    const spoken = transcribed(text, []).transcript!.turns.flatMap(({ speaker }) => speaker ?? []);
    expect(spoken.join(expected.includes(',') ? ', ' : ' ')).toBe(expected);
  });

  test('a label that is nobody’s, or two people’s, is told once with its line', () => {
    const { messages } = transcribed(
      'SMITH: One.\nDMITRIEV: Two.\n\nSMITH: Three.\nDMITRIEV: Four.\n',
      ['Ann Smith', 'Bert Smith'],
    );
    expect(messages).toEqual([
      '1:1 transcript-label The label “SMITH” of the transcript may mean Ann Smith or Bert Smith',
      '2:1 transcript-label The label “DMITRIEV” of the transcript is no participant of the brief',
    ]);
  });

  test('a name alone with a time, words on the lines below', () => {
    const told = transcribed(
      'Speaker 1  0:05\nHello all.\n\nSteve Witkoff  1:02:03\nThank you.\nIndeed.\n',
      CALL,
    );
    expect(turnsOf(told)).toEqual([
      'Speaker 1|0:05|Hello all.',
      'Steve Witkoff|1:02:03|Thank you.\nIndeed.',
    ]);
  });

  test('CRLF, byte order mark, zero-width and bidi characters keep their places', () => {
    const told = transcribed(
      '\ufeffWITKOFF: One\u200b two\r\nthree.\r\n\r\nUSHAKOV: \u202bשלום\u202c 🙂 four.\r\n',
      CALL,
    );
    expect(turnsOf(told)).toEqual([
      'WITKOFF||One\u200b two\nthree.',
      'USHAKOV||\u202bשלום\u202c 🙂 four.',
    ]);
    mapHolds(told);
  });

  test('words in front of a colon that name nobody stay words', () => {
    const told = transcribed(
      'WITKOFF: I say\nthis: no.\nHowever: yes.\nSee https://example.org: good.\n',
      CALL,
    );
    expect(turnsOf(told)).toEqual([
      'WITKOFF||I say\nthis: no.\nHowever: yes.\nSee https://example.org: good.',
    ]);
  });

  test('text without any speaker is paragraphs', () => {
    const told = transcribed('One paragraph of words\nthat goes on.\n\nAnother paragraph.\n', CALL);
    expect(turnsOf(told)).toEqual([
      '||One paragraph of words\nthat goes on.',
      '||Another paragraph.',
    ]);
    expect(told.messages).toEqual([]);
  });
});

describe('pages', () => {
  test('numbered lines of a court reporter give page and line', () => {
    const told = transcribed(
      `                                       46
 1            P R O C E E D I N G S
 2            CHIEF JUSTICE ROBERTS:  We'll hear argument
 3   first this morning in Case 22-506.
 4            GENERAL PRELOGAR:  May it please the Court:
 5            BY MR. SMITH:
 6            Q.   Where were you?
 7            A.   At home.
 8            Q.   When?
 9            A.   At nine, and then
10   I went out.
11            Q.   And then?
12            A.   I went
                                       47
 1   home again.
 2            JUSTICE THOMAS:  General, I have
 3   a question.
`,
      ['John Roberts', 'Elizabeth Prelogar', 'Clarence Thomas', 'Adam Smith'],
    );
    const { turns, numbered } = told.transcript!;
    expect(turns.map(({ speaker, page, text }) => `${page} ${speaker}: ${text}`)).toEqual([
      '46 null: P R O C E E D I N G S',
      "46 CHIEF JUSTICE ROBERTS: We'll hear argument\nfirst this morning in Case 22-506.",
      '46 GENERAL PRELOGAR: May it please the Court:',
      '46 null: BY MR. SMITH:',
      '46 MR. SMITH: Where were you?',
      '46 A: At home.',
      '46 MR. SMITH: When?',
      '46 A: At nine, and then\nI went out.',
      '46 MR. SMITH: And then?',
      '46 A: I went\nhome again.',
      '47 JUSTICE THOMAS: General, I have\na question.',
    ]);
    expect(numbered).toHaveLength(15);
  });

  test('in an examination, A and THE WITNESS are whoever was sworn in', () => {
    const told = transcribed(
      `               DALE R. PRUITT,
having been first duly sworn, was examined as follows:
BY MS. OKAFOR:
Q.  Where were you?
A.  In the yard.
MR. LIND:  Objection.
THE WITNESS:  By the dock.
Q.  When?
A.  At nine.
`,
      ['Dale R. Pruitt', 'Ruth Okafor', 'Tom Lind'],
    );
    expect(told.transcript!.turns.map(({ speaker, text }) => `${speaker}: ${text}`)).toEqual([
      'null: DALE R. PRUITT,\nhaving been first duly sworn, was examined as follows:',
      'null: BY MS. OKAFOR:',
      'MS. OKAFOR: Where were you?',
      'DALE R. PRUITT: In the yard.',
      'MR. LIND: Objection.',
      'DALE R. PRUITT: By the dock.',
      'MS. OKAFOR: When?',
      'DALE R. PRUITT: At nine.',
    ]);
    expect(told.messages).toEqual([]);
  });

  test('running heads and feet are no words', () => {
    const pages = ['two', 'three', 'four', 'five.'].map(
      (words, i) => `${words}\nHarbour Board\nPage ${i + 1} of 4\n\nHearing of 14 March\n\n`,
    );
    const told = transcribed(`WITKOFF: One\n${pages.join('')}`, CALL);
    expect(turnsOf(told)).toEqual(['WITKOFF||One\ntwo\nthree\nfour\nfive.']);
  });

  test.each([
    ['[page 12]\nWITKOFF: One.\n[page 13]\nUSHAKOV: Two.\n', [12, 13]],
    ['WITKOFF: One.\nPage 1 of 2\nUSHAKOV: Two.\nPage 2 of 2\n', [1, 2]],
    ['WITKOFF: One.\n\fUSHAKOV: Two.\n', [1, 2]],
    ['WITKOFF: One.\n- 7 -\n\fUSHAKOV: Two.\n- 8 -\n', [7, 8]],
    ['WITKOFF: One.\nUSHAKOV: Two.\n', [null, null]],
  ])('%j', (text, pages) => {
    expect(transcribed(text, CALL).transcript!.turns.map(({ page }) => page)).toEqual(pages);
    expect(turnsOf(transcribed(text, CALL))).toEqual(['WITKOFF||One.', 'USHAKOV||Two.']);
  });
});

describe('captions', () => {
  const vtt = `WEBVTT - a call

NOTE
WITKOFF: not spoken

STYLE
::cue { color: red }

1
00:00:01.000 --> 00:00:04.000 align:start position:0%
<v Steve Witkoff>Hello &amp; <i>good</i> morning

00:00:04.000 --> 00:00:06.000
<v Steve Witkoff>to all <00:00:05.000>of you.

00:00:06.500 --> 00:00:07.000
<v.loud Yuri Ushakov>Thanks.</v>
`;

  test('WebVTT: voices, cue settings, notes, styles; cues of one speaker are one turn', () => {
    const told = transcribed(vtt, CALL, 'call.vtt');
    expect(turnsOf(told)).toEqual([
      'Steve Witkoff|00:00:01.000|Hello & good morning\nto all of you.',
      'Yuri Ushakov|00:00:06.500|Thanks.',
    ]);
    mapHolds(told);
  });

  test('within a turn, words have the time of their own cue', () => {
    const told = transcribed(
      `${vtt}\n00:01:20.000 --> 00:01:22.000\n<v Yuri Ushakov>We meet on Sunday.</v>\n`,
      CALL,
      'call.vtt',
    );
    expect(verifierOf(told)('We meet on Sunday.').evidence).toMatchObject({
      status: 'exact',
      locator: { turn: 1, at: '00:01:20.000' },
    });
  });

  test('WebVTT is known by its first line; the format in the front matter wins over the name', () => {
    expect(transcribed(vtt, CALL, 'call.txt').transcript!.format).toBe('webvtt');
    expect(transcribed(vtt, CALL, 'call.json', 'vtt').transcript!.format).toBe('webvtt');
    expect(transcribed(vtt, CALL, 'call.vtt', 'docx').messages).toEqual([
      '-:- transcript-format “docx” is no format of transcripts',
    ]);
  });

  test('SubRip: labels at the start of a cue hold until the next', () => {
    const told = transcribed(
      '1\r\n00:00:01,000 --> 00:00:04,000\r\nWITKOFF: Hello and <i>good</i> morning\r\nto all\r\n\r\n2\r\n00:00:04,500 --> 00:00:06,000\r\nof you.\r\n\r\n3\r\n00:00:07,000 --> 00:00:08,000\r\n>> USHAKOV: Thanks.\r\n',
      CALL,
      'call.srt',
    );
    expect(turnsOf(told)).toEqual([
      'WITKOFF|00:00:01,000|Hello and good morning\nto all\nof you.',
      'USHAKOV|00:00:07,000|Thanks.',
    ]);
    mapHolds(told);
  });
});

describe('JSON', () => {
  test.each([
    ['[{"speaker":"Witkoff","text":"Hello."}]', ['Witkoff||Hello.']],
    [
      '{"meta":{"title":"x"},"turns":[{"name":"Witkoff","text":"Hello.","at":"00:03"}]}',
      ['Witkoff|00:03|Hello.'],
    ],
    ['{"segments":[{"speaker":0,"start":62.5,"text":"Hello."}]}', ['Speaker 0|00:01:02|Hello.']],
    [
      '{"results":{"utterances":[{"speaker":{"name":"Witkoff"},"transcript":"Hello."}]}}',
      ['Witkoff||Hello.'],
    ],
    ['{"text":"Whole.","segments":[{"start":0,"text":"Whole."}]}', ['|00:00:00|Whole.']],
  ])('%s', (text, turns) => {
    expect(turnsOf(transcribed(text, [], 'call.json'))).toEqual(turns);
  });

  test('escapes are undone, and keep their places', () => {
    const told = transcribed(
      '[{"text":"one"},{"text":"He said \\"no\\" \\u00e9t\\u00e9 \\ud83d\\ude42\\nthen left"}]',
      [],
      'call.json',
    );
    const [, turn] = told.transcript!.turns;
    expect(turn!.text).toBe('He said "no" été 🙂\nthen left');
    const row = turn!.map.findLast(({ from }) => from <= turn!.text.indexOf('left'))!;
    expect(told.transcript!.text.slice(row.at + turn!.text.indexOf('left') - row.from)).toMatch(
      /^left"/u,
    );
  });

  test('what can’t be read is told with its place', () => {
    expect(transcribed('{"turns": [\n  {"text": }\n]}', [], 'call.json').messages).toEqual([
      expect.stringContaining(
        'transcript-format The transcript can’t be read as json: it is not well formed',
      ),
    ]);
    expect(transcribed('{"a": 1}', [], 'call.json').messages).toEqual([
      '-:- transcript-format The transcript can’t be read as json: it has no list of turns with a text',
    ]);
  });
});

test('Markdown: bold names, headings as speakers, emphasis is not words', () => {
  const told = transcribed(
    '# A call\n\n**Steve Witkoff:** Hello *really* all.\n\nAnd more.\n\n- **Ushakov** (00:12): Thanks.\n\n## Yuri Ushakov\n\nWords below.\n',
    CALL,
    'call.md',
  );
  expect(turnsOf(told)).toEqual([
    '||A call',
    'Steve Witkoff||Hello really all.\nAnd more.',
    'Ushakov|00:12|Thanks.',
    'Yuri Ushakov||Words below.',
  ]);
  mapHolds(told);
});

const bytes = (...codes: readonly number[]): Uint8Array => Uint8Array.from(codes);

describe('files that are no transcript', () => {
  test.each([
    [
      'UTF-32',
      bytes(0xff, 0xfe, 0, 0, 65, 0, 0, 0),
      '1:1 transcript-encoding The transcript is UTF-32, which is not read',
    ],
    [
      'Latin-1',
      bytes(65, 58, 10, 66, 0xfc, 67, 10),
      '2:1 transcript-encoding Line 2 of the transcript is not UTF-8 (byte 0xFC)',
    ],
    [
      'Latin-1 before a letter',
      bytes(65, 58, 32, 0xe4, 66, 10),
      '1:1 transcript-encoding Line 1 of the transcript is not UTF-8 (byte 0xE4)',
    ],
    [
      'a zip',
      bytes(0x50, 0x4b, 3, 4, 0, 0),
      '-:- transcript-binary The transcript is not a text file',
    ],
    ['nothing', bytes(), '-:- transcript-empty The transcript has no text'],
    ['white space', bytes(32, 10, 10), '-:- transcript-empty The transcript has no text'],
    [
      'marks only',
      new TextEncoder().encode('--- *** ---'),
      '-:- transcript-no-turns The transcript has no spoken words',
    ],
  ])('%s', (_name, file, message) => {
    const told = transcribed(file);
    expect(told.transcript).toBeNull();
    expect(told.messages).toEqual([message]);
  });
});

test.each([
  ['<v '.repeat(50_000), 'call.vtt'],
  ['['.repeat(50_000), 'call.json'],
  [':'.repeat(100_000), 'call.txt'],
  ['**'.repeat(100_000), 'call.md'],
  ['A: b\n'.repeat(50_000), 'call.txt'],
])('hostile text is read in linear time: %#', (text, name) => {
  const whole = name.endsWith('vtt') ? `WEBVTT\n\n00:00.000 --> 00:01.000\n${text}` : text;
  expect(() => transcribed(whole, CALL, name)).not.toThrow();
});
