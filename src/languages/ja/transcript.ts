/** Japanese: labels of transcripts, and what only looks like one; the calendar. */
import type { CalendarWords, TranscriptWords } from '../language.ts';
import { wordSet, NO_WORDS } from '../lists.ts';

/** What Japanese transcripts print where a speaker’s name would stand. */
export const jaTranscript: TranscriptWords = {
  roles: wordSet(`
    議長 副議長 委員長 会長 司会 司会者 聞き手 記者 質問者 証人 裁判長 裁判官 検察官 弁護人 被告人 通訳 大臣 総理大臣 内閣総理大臣 長官 局長 部長 課長 知事
    市長 議員 委員 参考人 報道官 事務局
  `),
  anonymous: wordSet('発言者 話者 参加者 不明 男性 女性 会場'),
  questions: wordSet('問 質問'),
  answers: wordSet('答 回答'),
  salutations: wordSet('ありがとうございます ありがとうございました 皆さん 皆様'),
  documents: wordSet(
    '日時 日付 時間 場所 題名 件名 議題 議事 議事録 注 備考 資料 出席者 欠席者 参加者 目次 付録 表 図 出典 要旨 結論',
  ),
  discourse: wordSet('例えば つまり 最後に'),
  functionWords: NO_WORDS,
  stage: wordSet('拍手 笑 笑い'),
  continued: wordSet('続き つづき'),
  pages: NO_WORDS,
};

/** Months and weekdays in Japanese, by which a date is told from a label. */
export const jaCalendar: CalendarWords = {
  months: wordSet(`
    一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月 1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月
  `),
  weekdays: wordSet(
    '月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 月曜 火曜 水曜 木曜 金曜 土曜 日曜',
  ),
};
