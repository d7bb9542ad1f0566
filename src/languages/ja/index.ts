/** Japanese. */
import type { Language } from '../language.ts';
import { wordSet, NO_WORDS, phrases } from '../lists.ts';
import { jaCues as cues } from './cues.ts';
import { jaPeople } from './people.ts';
import { jaCalendar, jaTranscript } from './transcript.ts';

/** All that the press knows about Japanese. */
export const ja = {
  tag: 'ja',
  name: 'Japanese',
  direction: 'ltr',
  marks: {
    id: 'japanese',
    pairs: [
      ['「', '」'],
      ['『', '』'],
      ['“', '”'],
      ['｢', '｣'],
      ['〝', '〟'],
    ],
  },
  regions: {},
  noteBeforePunctuation: false,
  incise: null,
  cues,
  cueUses: null,
  grammar: null,
  unspaced: {
    order: 'topic',
    honorifics: ['氏', 'さん', '様'],
    topics: ['は', 'が', 'も'],
    pronouns: new Map([]),
  },
  kind: {
    finite: NO_WORDS,
    persons: wordSet('私 僕 俺 我'),
    works: wordSet('画 書 本 紙 誌 曲 党 作'),
    sayings: NO_WORDS,
    labels: wordSet('称 語'),
    boards: NO_WORDS,
    entitled: NO_WORDS,
    labelsAfter: NO_WORDS,
    determiners: NO_WORDS,
    reported: NO_WORDS,
    joins: wordSet('と や'),
    as: NO_WORDS,
    small: NO_WORDS,
    pointsBack: null,
    sentence:
      /(?:ます|ました|ません|です|でした|だった|ない|した|する|いる|たい|よう|く|す|む|ぶ|る|た|だ)[。！？!?]?$/u,
  },
  people: jaPeople,
  sense: {
    negations: wordSet('不 没 沒 無 无 未 非 否 勿'),
    denyingEnds: [],
    denyingStarts: [],
    light: wordSet('は が を に の と も で や よ ね'),
    turns: NO_WORDS,
    contractions: {},
    contractedEnds: {},
    numbers: [],
    tens: [],
  },
  context: null,
  abbreviations: [],
  headings: {
    summary: phrases('概要, 要旨, 要約, まとめ'),
    participants: phrases('参加者, 出席者, 登場人物, 発言者, 関係者'),
    body: phrases('経過, 経緯, 詳細, やりとり'),
    context: phrases('背景, 解説'),
    analysis: phrases('分析, 評価, 考察'),
    questions: phrases('質問, 疑問点, 残された疑問'),
    source: phrases('出典, 典拠, 資料, 参考文献'),
  },
  lines: {
    articles: NO_WORDS,
    disclosures: [],
    disclosed: null,
    disclosureLabels: [],
    sourceLabels: ['出典'],
    subjectLabels: ['件名'],
    genres: phrases(`報告書, 資料, 覚書, 草案`),
    chat: {
      opens: phrases(`もちろん, 承知しました, かしこまりました, 以下, こちらが`),
      closes: phrases(`ご希望, 必要であれば, お知らせください, 他に`),
    },
    page: {
      furniture: phrases(
        `本文へ, 本文へスキップ, 広告, 共有, シェア, 保存, 印刷, ログイン, メニュー, 検索, ホーム, コメント`,
      ),
      related: phrases(`関連記事, あわせて読みたい`),
    },
    letters: {
      from: phrases(`差出人`),
      heads: phrases(`送信日時, 宛先, 日時, 件名, cc`),
      wrote: phrases(`wrote, のメール`),
      parted: phrases(`元のメッセージ, 転送されたメッセージ`),
      forwards: phrases(`fw, 転送されたメッセージ`),
      replies: phrases(`re, fw`),
    },
    noteLabels: [],
    readersFor: [],
  },
  frequent: { telling: NO_WORDS, common: NO_WORDS },
  printed: null,
  transcript: jaTranscript,
  calendar: jaCalendar,
} as const satisfies Language;
